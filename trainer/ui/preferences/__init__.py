"""Settings: what the person has chosen, applied at once."""
