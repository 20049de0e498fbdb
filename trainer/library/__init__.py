"""The library: exercises, equipment and routines as TOML files, read, checked, listed and taken in.

Every file is hostile until read: size before reading, encoding, syntax, types, then sense. What is wrong comes out as
one `FileProblem` with its sentence, line and, where there is one, the fix. resources/README.md describes the formats.
"""
