"""The log in forms other programs read."""
