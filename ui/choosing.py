"""Choosing a file or folder, with a chooser that remembers nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Chooser(QObject):
    """One question for a place, in a window of its own; a lock closes it without an answer."""

    def __init__(self, parent: QWidget, title: str, then: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self._then = then
        self._before = os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config"))
        self.dialog = QFileDialog(parent, title, str(Path.home()))
        self.dialog.fileSelected.connect(self._chosen)
        self.dialog.finished.connect(self._over)

    def ask_folder(self) -> None:
        """Ask for a folder, there already or new."""
        self.dialog.setFileMode(QFileDialog.FileMode.Directory)
        self.dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open()

    def ask_file(self, ending: str) -> None:
        """Ask for a file that is there; `ending` such as "toml"."""
        self.dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.dialog.setNameFilter(f"*.{ending}")
        self._open()

    def ask_target(self, name: str, ending: str) -> None:
        """Ask where a new file may go; `name` is suggested, `ending` such as "pdf"."""
        self.dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.dialog.setDefaultSuffix(ending)
        self.dialog.setNameFilter(f"*.{ending}")
        self.dialog.selectFile(name)
        self._open()

    def _open(self) -> None:
        # The dialog writes the last folder into Qt's own settings; nowhere is where they go.
        _send_settings_to(os.devnull)
        self.dialog.open()

    def _chosen(self, path: str) -> None:
        self._then(Path(path))

    def _over(self, _result: int) -> None:
        self.dialog.deleteLater()
        self.dialog.destroyed.connect(self._restore)

    def _restore(self) -> None:
        _send_settings_to(self._before)
        self.deleteLater()


def _send_settings_to(place: str) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, place)
