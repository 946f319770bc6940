"""FilePage: a page on which a file is chosen or dropped, and shown below before it is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from ui.widgets.button import Button
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme


class FilePage(BarredPage):
    """`choose` asks for the file; `shown` is what stands below it."""

    def __init__(
        self, theme: Theme, back: str, choose: str, widest: int, parent: QWidget | None = None
    ) -> None:
        """`back` names where the way back leads, `choose` the button."""
        super().__init__(theme, back, parent)
        self.shown: QWidget | None = None
        margins = (36, 24, 36, 36)
        self.body = ScrollPage(theme, widest=widest, margins=margins, centred=True)
        self.choose = Button(theme, choose, "primary", icon="file")
        self.setAcceptDrops(True)

    def take_file(self, path: Path) -> None:
        """Read a file and show what it holds."""
        raise NotImplementedError

    def show_below(self, widget: QWidget) -> None:
        """Show this, and nothing else."""
        self.drop_shown()
        self.shown = widget
        self.body.column.addWidget(widget)
        widget.show()  # at once: what is not yet seen cannot hold the focus

    def drop_shown(self) -> None:
        """Show nothing."""
        shown, self.shown = self.shown, None
        self.choose.set_kind("primary")
        if shown is not None:
            self.body.column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """It is taken as if it had been chosen."""
        path = _dropped(event)
        if path is not None:
            self.take_file(path)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file of this computer that is carried."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
