"""What the desktop offers a program: its clock, staying awake, one instance, notifications."""
