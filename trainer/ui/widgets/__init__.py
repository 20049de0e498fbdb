"""The widgets every page is made of. Each takes the Look first and follows its changes while it runs."""
