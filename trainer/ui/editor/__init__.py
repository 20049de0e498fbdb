"""The Editor page: routines made and changed."""
