"""Printing, by the system's own question about the printer: the recovery code, and pages of HTML.

The name of the job, which a queue may show to others, never tells what is on the paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from ui.recovery_sheet import paint_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget


MARGIN_MM = 8.0
"""Qt adds two centimetres of its own, with the number of the page in the lower one."""
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_PAPER_STYLE = """
body { font-family: "Noto Serif", Georgia, "DejaVu Serif", serif; font-size: 11pt; color: #2B2722; }
h1 { font-size: 20pt; margin-bottom: 2px; } h2 { font-size: 15pt; margin-top: 26px; }
h3, header p, .when, dl { font-family: Inter, "Noto Sans", "DejaVu Sans", sans-serif; }
h3 { font-size: 9.5pt; color: #574F45; margin-top: 18px; margin-bottom: 3px; }
p { margin-top: 0; margin-bottom: 8px; line-height: 130%; }
header p, .when, dt, dd { font-size: 9pt; color: #6A6154; }
"""


class _Printing(QPrintDialog):
    """The system's own question about the printer; a lock closes it."""

    def __init__(
        self, printer: QPrinter, paint: Callable[[QPrinter], object], parent: QWidget
    ) -> None:
        super().__init__(printer, parent)
        self._kept = printer  # the dialog only borrows it
        self._paint: Callable[[QPrinter], object] | None = paint
        self.accepted.connect(self._print)
        self.finished.connect(self.deleteLater)

    def _print(self) -> None:
        if self._paint is not None:
            self._paint(self.printer())
            self._paint = None


class _Page(QTextDocument):
    """A page that loads nothing."""

    @override
    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Nothing, whatever it names."""


def print_code(parent: QWidget, code: str, family: str) -> None:
    """Ask for a printer, then print the sheet; no file is left behind by us."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _ask(parent, printer, lambda chosen: paint_sheet(chosen, code, family))


def print_html(parent: QWidget, html: str, title: str) -> None:
    """Ask for a printer, then print a page of ours; no file is left behind by us.

    Args:
        parent: what the question stands in front of.
        html: as the exports make it, or another page that loads nothing.
        title: the name of the job, such as "Journal"; others may see it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    _ask(parent, printer, lambda chosen: _document(html).print_(chosen))


def _ask(parent: QWidget, printer: QPrinter, paint: Callable[[QPrinter], object]) -> None:
    QDialog.open(_Printing(printer, paint, parent))


def _document(html: str) -> QTextDocument:
    """A page as Qt lays it out: black on white, whatever the screen has."""
    page = _Page()
    page.setHtml(_STYLE.sub(f"<style>{_PAPER_STYLE}</style>", html))
    return page
