"""What a person keeps on this machine: the log of workouts, the running session's journal, the preferences.

The only SQL of the program is here. Every failure is a StorageError whose `sentence` is fit to be shown.
"""
