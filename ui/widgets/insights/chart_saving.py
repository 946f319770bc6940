"""ChartSaving: a card's table or picture goes into a file that the person names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ally_journal.domain.insights import Table
    from ui.charts.drawer import Drawer
    from ui.desk import Desk
    from ui.widgets.insights.save_sheet import SaveSheet
    from ui.widgets.text import Text

    Made = Callable[[bytes], None]


class Savable(Protocol):
    """A card with a picture and a table."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def key(self) -> str:
        """Which one it is, for the name of a file."""

    @property
    def rows(self) -> Table | None:
        """Its table."""

    @property
    def picture_room(self) -> QWidget:
        """Where its picture is."""

    @property
    def sentence(self) -> Text:
        """What it says."""


class ChartSaving(QObject):
    """For the cards of one page."""

    def __init__(self, desk: Desk, drawer: Drawer, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._drawer, self._page = desk, drawer, page
        self.sheet: SaveSheet | None = None

    def watch(self, card: Any) -> None:  # noqa: ANN401 signals carry objects
        """Save a card when it asks for it."""
        card.save_asked.connect(partial(self.ask, card))

    def ask(self, card: Savable, form: str) -> None:
        """Ask where a card goes, in this form."""
        rows = card.rows
        if form != "csv":
            self.ask_picture(card, form)
        elif rows is not None:
            self.ask_table(rows, card.key)

    def ask_table(self, rows: Table, name: str) -> None:
        """Ask where a table goes."""
        sheet = self._new_sheet(name, "csv")
        sheet.open(
            lambda target: sheet.save(lambda journal: journal.chart_files.save_table(rows, target))
        )

    def ask_picture(self, card: Savable, form: str) -> None:
        """Ask where a picture goes; it is made once that is known."""
        sheet = self._new_sheet(card.key, form)

        def write(target: Path) -> None:
            self._make(card, form, partial(_save, sheet, target))

        sheet.open(write)

    def _new_sheet(self, name: str, form: str) -> SaveSheet:
        from ui.widgets.insights.save_sheet import SaveSheet  # noqa: PLC0415 not for the page

        self.sheet = SaveSheet(self._desk, self._page.window(), name, form)
        return self.sheet

    def _make(self, card: Savable, form: str, then: Made) -> None:
        from ui.charts.chart_view import ChartView  # noqa: PLC0415 the same
        from ui.charts.saving import drawn_png, painted_png, painted_svg  # noqa: PLC0415 the same

        theme, sentence, room = self._desk.theme, card.sentence.text(), card.picture_room
        drawn = next((one for one in room.findChildren(ChartView)), None)
        key = drawn.saved_as() if drawn is not None else None
        if key is None and form == "png":
            then(painted_png(theme, card.name, room))
        elif key is None:
            then(painted_svg(theme, card.name, sentence, room))
        elif form == "png":
            self._drawer.ask_image(
                key, lambda image: then(drawn_png(theme, card.name, image)), room
            )
        else:
            self._drawer.ask_svg(key, card.name, then, room)


def _save(sheet: SaveSheet, target: Path, made: bytes) -> None:
    sheet.save(lambda journal: journal.chart_files.save_picture(made, target))
