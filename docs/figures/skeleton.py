"""The measures of the body, in hundredths of its height."""

from __future__ import annotations

HEAD_RADIUS = 6.6
NECK = 4.5
TRUNK = 29.5
"""Hip joint to shoulder joint."""
UPPER_ARM = 16.5
FOREARM = 15.0
THIGH = 24.5
SHANK = 23.5
FOOT = 13.5
ANKLE_HEIGHT = 4.2
"""Of the ankle joint over the sole."""
HALF_HIPS = 5.6
"""From the middle to a hip joint, seen from the front."""
HALF_SHOULDERS = 9.6

HIP_RADIUS = 6.4
WAIST_RADIUS = 6.2
CHEST_RADIUS = 6.0
NECK_RADIUS = 3.2
THIGH_RADIUS = 5.9
FRONT_THIGH_RADIUS = 5.3
KNEE_RADIUS = 4.3
CALF_RADIUS = 4.1
ANKLE_RADIUS = 2.7
HEEL_RADIUS = 2.2
BALL_RADIUS = 1.9
TOE_RADIUS = 1.6
SHOULDER_RADIUS = 3.6
ELBOW_RADIUS = 2.8
WRIST_RADIUS = 2.2
HAND_RADIUS = 2.5
NOSE_RADIUS = 1.3

CALF_AT = 0.32
"""Where the calf is thickest, as a share of the shank from the knee."""
SHORTS_AT = 0.48
"""How far the shorts cover the thigh."""
HEEL_BACK = 2.9
BALL_AHEAD = 4.4
TOE_AHEAD = FOOT - HEEL_BACK - HEEL_RADIUS - TOE_RADIUS
"""Centres of heel, ball and toe along the sole, from the ankle."""
HAND = 2.6
"""From wrist to the middle of the hand."""
