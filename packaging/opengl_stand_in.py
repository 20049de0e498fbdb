"""Stands in for PySide6.QtOpenGL and QtOpenGLWidgets (9 MB) in the frozen program.

pyqtgraph imports both for charts drawn by OpenGL, which none of ours is, and asks for this one name on the way.
"""

from PySide6.QtWidgets import QWidget as QOpenGLWidget

__all__ = ["QOpenGLWidget"]
