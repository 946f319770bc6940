"""The marks of the page."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from ui.widgets.coach.paper_marks import draw_mark


@pytest.mark.parametrize(("kind", "role"), [("pill", "soft"), ("bar", "edge"),
                                            ("leak", "honeySoft")])  # fmt: skip
def test_each_has_its_ground(theme, kind, role):
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_mark(painter, theme, QRectF(5, 5, 50, 25), kind)
    painter.end()
    assert image.pixelColor(30, 15) == theme.color(role)
