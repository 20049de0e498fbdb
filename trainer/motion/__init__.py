"""How a body moves: pure geometry from words to poses. No Qt, files, clock, chance or number packages."""
