"""Tables of the history, and the numbered steps from one version to the next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from runadvisor.domain.errors import HistoryError
from runadvisor.history.diary_store import TABLES as DIARY_TABLES
from runadvisor.language import _

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x52554E41
"""Marks a file as ours ("RUNA"), so that no other program's database is touched."""

_VERSION_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE activity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started_at TEXT NOT NULL,
    precision TEXT NOT NULL,
    zone TEXT NOT NULL,
    zone_source TEXT NOT NULL,
    local_date TEXT NOT NULL
);
CREATE TABLE recording (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    activity_id INTEGER NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    member TEXT,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    source_id TEXT,
    started_at TEXT,
    local_start TEXT,
    zone TEXT,
    zone_source TEXT,
    precision TEXT NOT NULL,
    sport TEXT NOT NULL,
    sport_is_known INTEGER NOT NULL,
    name TEXT,
    distance_m REAL,
    moving_time_s REAL,
    elapsed_time_s REAL,
    elevation_gain_m REAL,
    elevation_loss_m REAL,
    average_heart_rate_bpm REAL,
    max_heart_rate_bpm REAL,
    average_cadence_spm REAL,
    session_rpe REAL,
    is_race INTEGER NOT NULL,
    points INTEGER NOT NULL
);
CREATE INDEX recording_of_activity ON recording (activity_id);
CREATE TABLE track_column (
    recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (recording_id, name)
) WITHOUT ROWID;
"""

_VERSION_2 = """
CREATE TABLE recording_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    activity_id INTEGER,
    state TEXT NOT NULL DEFAULT 'kept',
    path TEXT NOT NULL,
    member TEXT,
    format TEXT NOT NULL,
    digest TEXT NOT NULL,
    fingerprint TEXT,
    source_id TEXT,
    started_at TEXT,
    local_start TEXT,
    zone TEXT,
    zone_source TEXT,
    precision TEXT NOT NULL,
    sport TEXT NOT NULL,
    sport_is_known INTEGER NOT NULL,
    name TEXT,
    distance_m REAL,
    moving_time_s REAL,
    elapsed_time_s REAL,
    elevation_gain_m REAL,
    elevation_loss_m REAL,
    average_heart_rate_bpm REAL,
    max_heart_rate_bpm REAL,
    average_cadence_spm REAL,
    session_rpe REAL,
    is_race INTEGER NOT NULL,
    points INTEGER NOT NULL,
    notes TEXT
);
INSERT INTO recording_2
    SELECT id, NULL, 'kept', path, member, format, digest, NULL, source_id, started_at, local_start,
        zone, zone_source, precision, sport, sport_is_known, name, distance_m, moving_time_s,
        elapsed_time_s, elevation_gain_m, elevation_loss_m, average_heart_rate_bpm,
        max_heart_rate_bpm, average_cadence_spm, session_rpe, is_race, points, NULL
    FROM recording;
DROP TABLE recording;
ALTER TABLE recording_2 RENAME TO recording;
CREATE INDEX recording_of_activity ON recording (activity_id);
CREATE TABLE former_digest (
    recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,
    PRIMARY KEY (recording_id, digest)
) WITHOUT ROWID;
CREATE TABLE lap (
    recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    start_s REAL NOT NULL,
    moving_time_s REAL,
    distance_m REAL,
    average_heart_rate_bpm REAL,
    PRIMARY KEY (recording_id, number)
) WITHOUT ROWID;
CREATE TABLE mended (
    recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    template TEXT NOT NULL,
    value_json TEXT NOT NULL,
    PRIMARY KEY (recording_id, number)
) WITHOUT ROWID;
CREATE TABLE edit (
    recording_id INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value_json TEXT NOT NULL,
    PRIMARY KEY (recording_id, field)
) WITHOUT ROWID;
CREATE TABLE verdict (
    one INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES recording (id) ON DELETE CASCADE,
    verdict TEXT NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
DROP TABLE activity;
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    precision TEXT NOT NULL,
    zone TEXT NOT NULL,
    zone_source TEXT NOT NULL,
    local_date TEXT NOT NULL,
    sport TEXT NOT NULL,
    name TEXT,
    distance_m REAL,
    moving_time_s REAL,
    elapsed_time_s REAL,
    elevation_gain_m REAL,
    elevation_loss_m REAL,
    average_heart_rate_bpm REAL,
    max_heart_rate_bpm REAL,
    average_cadence_spm REAL,
    session_rpe REAL,
    is_race INTEGER NOT NULL,
    points INTEGER NOT NULL,
    notes TEXT,
    ignores_heart_rate INTEGER NOT NULL,
    edited TEXT NOT NULL
);
"""
"""Recordings stay as they came; what the runner set, said or deleted is kept beside them.
The activities are what follows from both: they can be made anew at any time."""

_FEATURE_TABLES = """
CREATE TABLE track_features (
    recording_id INTEGER PRIMARY KEY REFERENCES recording (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    data BLOB NOT NULL
);
CREATE TRIGGER track_added AFTER INSERT ON track_column BEGIN
    DELETE FROM track_features WHERE recording_id = NEW.recording_id;
END;
CREATE TRIGGER track_changed AFTER UPDATE ON track_column BEGIN
    DELETE FROM track_features WHERE recording_id = NEW.recording_id;
END;
CREATE TRIGGER track_removed AFTER DELETE ON track_column BEGIN
    DELETE FROM track_features WHERE recording_id = OLD.recording_id;
END;
"""
"""What tracks say is worked out once and kept; a track that changes takes it along."""

_CLOCKS = """
ALTER TABLE recording ADD COLUMN clock_is_local INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recording ADD COLUMN clock_later_s REAL NOT NULL DEFAULT 0;
"""
"""How the times of a recording are to be read, where its clock was wrong."""

_EXTERNAL_IDS = "ALTER TABLE recording ADD COLUMN external_id TEXT;"
"""The number another service gave the same activity."""

MIGRATIONS = (_VERSION_1, _VERSION_2, DIARY_TABLES, _FEATURE_TABLES, _CLOCKS, _EXTERNAL_IDS)
"""Step N takes a file from version N to N + 1."""
SCHEMA_VERSION = len(MIGRATIONS)


def check_is_ours(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of an open file, 0 for one that is empty.

    Raises:
        HistoryError: The file is not ours, or a newer version wrote it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != APPLICATION_ID:
        raise HistoryError(
            _(
                "{name} is a database of another program, not a RunAdvisor history: "
                "choose a file that ends in .runadvisor."
            ).format(name=path.name)
        )
    if version > SCHEMA_VERSION:
        raise HistoryError(
            _(
                "{name} was written by a newer RunAdvisor (version {version} of the file, "
                "this one reads {known}): update RunAdvisor, then open it again."
            ).format(name=path.name, version=version, known=SCHEMA_VERSION)
        )
    return version


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Create or migrate the tables; an older file is copied beside itself first.

    Raises:
        HistoryError: The file is not ours, or a newer version wrote it.
        sqlite3.Error: The file cannot be written.
    """
    version = check_is_ours(connection, path)
    if 0 < version < SCHEMA_VERSION:
        copied(connection, path.with_suffix(f".before-{SCHEMA_VERSION}{path.suffix}"))
    for number in range(version, SCHEMA_VERSION):
        connection.executescript(
            f"BEGIN IMMEDIATE; PRAGMA application_id = {APPLICATION_ID}; {MIGRATIONS[number]}"
            f"PRAGMA user_version = {number + 1}; COMMIT;"
        )


def copied(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open file into another, page by page; whoever has that open sees the copy.

    Raises:
        sqlite3.Error: The target cannot be written.
    """
    with closing(sqlite3.connect(target)) as copy:
        connection.backup(copy)
