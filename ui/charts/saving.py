"""A chart as a picture for a file: its name above it, on its own ground; no date, no names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from ui.widgets.day_grid import DayGrid
from ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.theme import Theme

EDGE, GAP, RATIO = 24, 12, 2.0


class _Sheet:
    """Heading and picture on a ground; `paint` draws the picture from its own corner on."""

    def __init__(self, theme: Theme, heading: str, size: QSize) -> None:
        self._theme, self._size = theme, size
        font, line = theme.font("heading"), theme.line("heading")
        self._heading = TextBlock(heading, font, line, max(1, size.width()))

    @property
    def corner(self) -> QPoint:
        """Where the picture begins."""
        px = self._theme.px
        return QPoint(px(EDGE), px(EDGE) + self._heading.height + px(GAP))

    @property
    def size(self) -> QSize:
        """Picture, heading and edges."""
        edge = self._theme.px(EDGE)
        corner = self.corner
        return QSize(
            corner.x() + self._size.width() + edge, corner.y() + self._size.height() + edge
        )

    def paint(self, painter: QPainter, picture: Callable[[QPainter, QPoint], None]) -> None:
        """Ground, heading, picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRect(QPoint(0, 0), self.size), self._theme.color("surface"))
        edge = self._theme.px(EDGE)
        self._heading.draw(painter, QPointF(edge, edge), self._theme.color("ink"))
        picture(painter, self.corner)


def painted_png(theme: Theme, heading: str, room: QWidget) -> bytes:
    """What a widget shows, at twice its size."""
    sheet = _Sheet(theme, heading, room.size())
    return _png(sheet, lambda painter, corner: _render(room, painter, corner))


def drawn_png(theme: Theme, heading: str, drawn: QImage) -> bytes:
    """A picture that was drawn at twice its size."""
    sheet = _Sheet(theme, heading, drawn.deviceIndependentSize().toSize())
    return _png(sheet, lambda painter, corner: painter.drawImage(corner, drawn))


def painted_svg(theme: Theme, heading: str, sentence: str, room: QWidget) -> bytes:
    """What a widget shows, as lines and words."""
    sheet = _Sheet(theme, heading, room.size())
    made, generator = QByteArray(), QSvgGenerator()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(QPoint(0, 0), sheet.size))
    generator.setTitle(heading)
    generator.setDescription(sentence)
    painter = QPainter(generator)
    sheet.paint(painter, lambda painter, corner: _render(room, painter, corner))
    painter.end()
    buffer.close()
    return bytes(made.data())


def _png(sheet: _Sheet, picture: Callable[[QPainter, QPoint], None]) -> bytes:
    image = QImage(sheet.size * RATIO, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(RATIO)
    painter = QPainter(image)
    sheet.paint(painter, picture)
    painter.end()
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.write(image.convertToFormat(QImage.Format.Format_RGB32))
    buffer.close()
    return bytes(made.data())


def _render(room: QWidget, painter: QPainter, corner: QPoint) -> None:
    """Without its ground: the sheet has one."""
    grids = room.findChildren(DayGrid)
    for grid in grids:
        grid.is_for_file = True
    try:
        room.render(painter, corner, QRegion(), QWidget.RenderFlag.DrawChildren)
    finally:
        for grid in grids:
            grid.is_for_file = False
