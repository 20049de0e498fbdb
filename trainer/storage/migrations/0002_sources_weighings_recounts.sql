-- Schema 2: where a workout came from, loads, the weight over time, and recounts that can be undone.
--
-- Frozen, and written as the first is: see there.

-- One file read into the log: what it added can be taken out again.
CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    made_utc TEXT NOT NULL,
    file_name TEXT NOT NULL,
    undone_utc TEXT                           -- NULL: its workouts are in the log
) STRICT;

ALTER TABLE workout ADD COLUMN source TEXT NOT NULL DEFAULT 'followed'; -- WorkoutSource in trainer/core/workout.py
ALTER TABLE workout ADD COLUMN import INTEGER REFERENCES import (id);   -- NULL: not by an import

CREATE INDEX workout_by_import ON workout (import) WHERE import IS NOT NULL;

ALTER TABLE workout_step ADD COLUMN load_kg REAL; -- one dumbbell, one bar, one machine; NULL: none, or not known

CREATE INDEX workout_step_by_exercise ON workout_step (exercise, workout);

-- The person's weight over time.
CREATE TABLE weighing (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    weighed_utc TEXT NOT NULL,
    utc_offset_minutes INTEGER NOT NULL,
    local_date TEXT NOT NULL,
    kg REAL NOT NULL CHECK (kg > 0),
    deleted_utc TEXT
) STRICT;

CREATE INDEX weighing_by_time ON weighing (weighed_utc, kg) WHERE deleted_utc IS NULL;

-- History counted anew, because the person said so.
CREATE TABLE recount (
    id INTEGER PRIMARY KEY,
    made_utc TEXT NOT NULL,
    energy_method TEXT NOT NULL,
    weights TEXT NOT NULL,                    -- whose weights it took
    undone_utc TEXT                           -- NULL: it holds
) STRICT;

-- What a recount replaced, a workout a row.
CREATE TABLE recounted (
    recount INTEGER NOT NULL REFERENCES recount (id) ON DELETE CASCADE,
    workout INTEGER NOT NULL REFERENCES workout (id) ON DELETE CASCADE,
    weight_kg REAL,
    energy_method TEXT NOT NULL,
    warm_up_seconds REAL NOT NULL,
    strength_seconds REAL NOT NULL,
    cardio_seconds REAL NOT NULL,
    mobility_seconds REAL NOT NULL,
    stretch_seconds REAL NOT NULL,
    vigorous_seconds REAL NOT NULL,
    kcal_low REAL NOT NULL,
    kcal_mid REAL NOT NULL,
    kcal_high REAL NOT NULL,
    PRIMARY KEY (recount, workout)
) STRICT, WITHOUT ROWID;

CREATE INDEX recounted_by_workout ON recounted (workout);
