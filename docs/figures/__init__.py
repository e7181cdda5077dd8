"""Draws ``resources/exercises/*.svg``: ``uv run python -m docs.figures``.

One figure, drawn from where its joints are. Hands, feet and knees are placed on floor and
props, and the joints between follow by inverse kinematics, so contact is exact and no knee
or elbow can bend the wrong way.

    geometry   points, capsules, the joint between two segments
    skeleton   the measures of the body
    side_view  a person seen from the side
    front_view a person seen from the front, standing or lying on a side
    scene      one position: person, props and marks in drawing order
    svg        the positions of an exercise side by side, as a file
    poses_*    the exercises themselves
"""
