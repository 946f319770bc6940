"""The small reader agrees with QtSvg on every icon there is."""

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ui import icons
from ui.icon_paths import path_of
from ui.resource_files import text_of

SIDE = 96
INK = QColor("#204060")


def image():
    made = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.white)
    return made


def painted(draw):
    made = image()
    painter = QPainter(made)
    draw(painter, QRectF(0, 0, SIDE, SIDE))
    painter.end()
    return [made.pixelColor(x, y).red() for x in range(SIDE) for y in range(SIDE)]


@pytest.mark.parametrize("stroke", [icons.STROKE, icons.TICK_STROKE])
@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_what_its_file_says(qapp, name, stroke):
    svg = text_of("icons", f"{name}.svg").replace("currentColor", INK.name())
    svg = svg.replace('width="1.6"', f'width="{stroke}"')
    theirs = painted(QSvgRenderer(QByteArray(svg.encode())).render)
    ours = painted(lambda painter, box: icons.paint(painter, box, name, INK, stroke))
    off = [abs(one - other) for one, other in zip(ours, theirs, strict=True)]
    # QtSvg rounds its arcs a little: edges differ, lines do not.
    assert sum(off) / len(off) < 1.2
    assert sum(one > 130 for one in off) < 4
    assert min(ours) < 60


@pytest.mark.parametrize(
    "odd",
    ['<path d="M1 1q2 2 3 3"/>', '<path d="M1 1A2 3 45 0 1 5 5"/>', '<line x1="1"/>', "<path/>"],
)
def test_what_no_icon_holds_is_refused(odd):
    with pytest.raises((ValueError, KeyError)):
        path_of(f'<svg viewBox="0 0 24 24">{odd}</svg>')
