"""How everything looks: colours, type, space, icons, and the look in force that every widget is given."""
