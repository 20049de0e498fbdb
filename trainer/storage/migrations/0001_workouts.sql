-- Schema 1: the log of workouts and the journal of the session that is open.
--
-- Frozen: a released step is never edited; what changes later is another numbered file.
-- Moments are UTC as ISO 8601 text with microseconds ("2026-01-05T07:00:00.000000Z"), so that they sort as text;
-- the offset then in force and the local date stand beside them. Lengths are seconds, masses kilograms.
-- Words such as 'complete', 'strength' or 'skipped' are the values of the enumerations in trainer/core.

CREATE TABLE workout (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    routine TEXT NOT NULL,
    routine_name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'complete', 'partial')),
    started_utc TEXT NOT NULL,
    ended_utc TEXT,
    utc_offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL,                 -- the day it counts for: the one it began on
    active_seconds REAL NOT NULL,
    paused_seconds REAL NOT NULL,
    away_seconds REAL NOT NULL,
    weight_kg REAL,                           -- NULL: not known
    energy_method TEXT NOT NULL,              -- version of the calculation behind the kcal below
    effort INTEGER CHECK (effort BETWEEN 1 AND 10),
    note TEXT NOT NULL,
    claim_source TEXT,                        -- what the routine's page says of it; NULL: nothing
    claim_minutes INTEGER,
    claim_kcal_low INTEGER,
    claim_kcal_high INTEGER,
    deleted_utc TEXT,                         -- NULL: in the log; else hidden, and purged some day

    -- Derived from the spans by trainer/core/progress.py, kept so that weeks are summed by an index alone.
    warm_up_seconds REAL NOT NULL DEFAULT 0,
    strength_seconds REAL NOT NULL DEFAULT 0,
    cardio_seconds REAL NOT NULL DEFAULT 0,
    mobility_seconds REAL NOT NULL DEFAULT 0,
    stretch_seconds REAL NOT NULL DEFAULT 0,
    vigorous_seconds REAL NOT NULL DEFAULT 0, -- of all of these, those at 6 MET and more
    kcal_low REAL NOT NULL DEFAULT 0,
    kcal_mid REAL NOT NULL DEFAULT 0,
    kcal_high REAL NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX workout_by_day ON workout (
    local_date, warm_up_seconds, strength_seconds, cardio_seconds, mobility_seconds, stretch_seconds,
    vigorous_seconds, kcal_low, kcal_mid, kcal_high, state, deleted_utc
) WHERE deleted_utc IS NULL AND state <> 'open';

CREATE INDEX workout_newest_first ON workout (started_utc DESC, id DESC)
WHERE deleted_utc IS NULL AND state <> 'open';

-- A planned step and what became of it.
CREATE TABLE workout_step (
    workout INTEGER NOT NULL REFERENCES workout (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,                -- in the timeline, from 0
    block TEXT NOT NULL,
    block_name TEXT NOT NULL,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    exercise TEXT NOT NULL,
    name TEXT NOT NULL,
    variant TEXT NOT NULL,
    variant_name TEXT NOT NULL,
    outcome TEXT NOT NULL,                    -- as the person says
    measured_outcome TEXT NOT NULL,           -- as the session found it; a correction never touches it
    planned_seconds REAL NOT NULL,
    worked_seconds REAL NOT NULL,
    reps INTEGER,
    PRIMARY KEY (workout, position)
) STRICT, WITHOUT ROWID;

-- Active time in one visit to one phase: the inputs of minutes and energy.
CREATE TABLE span (
    workout INTEGER NOT NULL REFERENCES workout (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    step INTEGER NOT NULL,                    -- workout_step.position
    kind TEXT NOT NULL,
    block TEXT NOT NULL,
    exercise TEXT NOT NULL,
    variant TEXT NOT NULL,
    met_code TEXT NOT NULL,
    met REAL NOT NULL,
    seconds REAL NOT NULL,
    side TEXT,
    PRIMARY KEY (workout, seq)
) STRICT, WITHOUT ROWID;

-- What happened in a finished session, event by event, with the timeline it ran through:
-- two JSON documents (an object, an array), each compressed by zlib. About a tenth of the rows they were.
CREATE TABLE recording (
    workout INTEGER PRIMARY KEY REFERENCES workout (id) ON DELETE CASCADE,
    timeline BLOB NOT NULL,
    events BLOB NOT NULL
) STRICT;

-- The three below hold sessions that are still open, and nothing else.

-- What the session runs through, as JSON: its routine's file may change before it is resumed.
CREATE TABLE plan (
    workout INTEGER PRIMARY KEY REFERENCES workout (id) ON DELETE CASCADE,
    timeline TEXT NOT NULL
) STRICT;

CREATE TABLE session_event (
    workout INTEGER NOT NULL REFERENCES workout (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    event TEXT NOT NULL,                      -- JSON
    PRIMARY KEY (workout, seq)
) STRICT, WITHOUT ROWID;

-- Replaced every second: where to take the session up again.
CREATE TABLE checkpoint (
    workout INTEGER PRIMARY KEY REFERENCES workout (id) ON DELETE CASCADE,
    state TEXT NOT NULL,                      -- JSON
    written_utc TEXT NOT NULL,
    kept_for_later INTEGER NOT NULL           -- 1: the person closed the window and chose so; 0: it runs or was cut off
) STRICT;
