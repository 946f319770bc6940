"""The recovery code on a sheet of paper: painted for a printer, or as a PDF."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from ally_journal.language import _

if TYPE_CHECKING:
    from pathlib import Path

MARGIN_MM, COLUMNS = 25.0, 3


def as_pdf(code: str, family: str) -> bytes:
    """The sheet as a PDF of one page."""
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(_("Recovery code"))
    writer.setPageLayout(_layout())
    paint_sheet(writer, code, family)
    buffer.close()
    return bytes(made.data())


def write_privately(target: Path, made: bytes) -> None:
    """Write a file that only this person can read.

    Raises:
        OSError: it cannot be written there.
    """
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as stream:
        if sys.platform != "win32":
            os.fchmod(handle, 0o600)  # one that was there before kept its own
        stream.write(made)


def paint_sheet(device: QPagedPaintDevice, code: str, family: str) -> None:
    """Title, nine groups, one sentence; `family` is the typeface."""
    painter = QPainter(device)
    unit = device.logicalDpiX() / 72.0
    width = device.width()
    top = 0.0
    for size, text in ((22, _("Recovery code")), (11, _how_to_use())):
        top = _words(painter, QFont(family, size), text, QRectF(0, top, width, 90 * unit))
        top += 14 * unit
    for number, group in enumerate(code.split("-")):
        row, column = divmod(number, COLUMNS)
        rect = QRectF(column * width / COLUMNS, top + row * 44 * unit, width / COLUMNS, 40 * unit)
        painter.setFont(QFont(family, 10))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, str(number + 1))
        letters = QFont(family, 18)
        letters.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 4 * unit)
        painter.setFont(letters)
        painter.drawText(rect.adjusted(22 * unit, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, group)
    painter.end()


def _words(painter: QPainter, font: QFont, text: str, rect: QRectF) -> float:
    painter.setFont(font)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
    painter.drawText(rect, flags, text)
    return painter.boundingRect(rect, flags, text).bottom()


def _how_to_use() -> str:
    return _(
        "This code opens your journal if the passphrase is lost: choose “Forgotten your "
        "passphrase?” when it asks. Keep this sheet away from the computer. Whoever has both the "
        "sheet and the computer can read everything."
    )


def _layout() -> QPageLayout:
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    return QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter)
