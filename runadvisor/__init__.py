"""RunAdvisor: a running history in, load warnings and a prevention plan out.

The folders are the pipeline, read top to bottom; the data walks one way::

    domain         the field's nouns: frozen records
    sources        files -> recordings, and what was wrong with them
    history        recordings kept and merged into activities (one SQLite file)
    training_load  activities -> daily load and its metrics
    warning        load -> graded warnings
    plan           warnings -> the coming days
    advisor        the straight line through all of the above; read it first
    wording        numbers, dates and sentences
    charts         load -> figures
    printout       plan -> PDF, HTML, text, calendar
    cli, gui       two shells over one core

``docs/design.md`` draws it; import-linter holds it.
"""
