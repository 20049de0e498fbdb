"""What a workout is: values in, values out. No Qt, disk, clock, chance or threads.

Values are frozen `msgspec.Struct`s: they compare and hash by content, cost a twentieth of a dataclass to define
(the window has to be there at once), and the same types describe the files under resources/.
"""
