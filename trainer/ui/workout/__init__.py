"""The Workout page: ready, working, resting, paused, at a distance, done."""
