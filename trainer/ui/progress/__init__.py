"""The Progress page: what the sessions add up to, and each of them."""
