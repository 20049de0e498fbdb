"""The exercises of the log by name."""

from typing import Final

# Every exercise that was ever done with the name it was last done under: a jump through an index, not a scan.
NAMES: Final = """
WITH RECURSIVE found (exercise) AS (
    SELECT min(exercise) FROM workout_step
    UNION ALL
    SELECT (SELECT min(exercise) FROM workout_step WHERE exercise > found.exercise) FROM found
    WHERE found.exercise IS NOT NULL
)
SELECT exercise, (
    SELECT name FROM workout_step WHERE workout_step.exercise = found.exercise ORDER BY workout DESC LIMIT 1
) FROM found WHERE exercise IS NOT NULL"""
