"""Library: the routines there are, to be opened, and the files that could not be read."""
