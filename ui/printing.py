"""Printing the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from ui.recovery_sheet import paint_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class _Printing(QPrintDialog):
    """The system's own question about the printer; a lock closes it."""

    def __init__(self, printer: QPrinter, code: str, family: str, parent: QWidget) -> None:
        super().__init__(printer, parent)
        self._kept = printer  # the dialog only borrows it
        self._code, self._family = code, family
        self.accepted.connect(self._print)
        self.finished.connect(self.deleteLater)

    def _print(self) -> None:
        paint_sheet(self.printer(), self._code, self._family)


def print_code(parent: QWidget, code: str, family: str) -> None:
    """Ask for a printer, then print the sheet; no file is left behind by us."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = _Printing(printer, code, family, parent)
    QDialog.open(dialog)
