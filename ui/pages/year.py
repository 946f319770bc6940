"""A year looked back on: to read, to save as a web page, to keep in the journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.models.year import YearFound, read_year
from ui.places import EntryPlace, InsightsPlace, YearPlace
from ui.widgets.button import Button
from ui.widgets.icon_button import IconButton
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.sheet import Sheet
from ui.widgets.text import Text
from ui.widgets.year.year_paper import YearPaper

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.domain.entry import Entry
    from ally_journal.errors import JournalError
    from ui.desk import Desk

TEXT, SHORT_BELOW = 620, 700


class YearPage(BarredPage):
    """The years are gone through by two arrows beside the title."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Insights"), parent, ground="paper")
        self.desk = desk
        self.found: YearFound | None = None
        self.chooser: Chooser | None = None
        self._wanted = 0
        self._is_kept = False
        self.keep = Button(self.theme, "", "secondary", "sm", icon="journal", parent=self.bar)
        self.save = Button(self.theme, "", "quiet", "sm", icon="file", parent=self.bar)
        self.page = ScrollPage(
            self.theme,
            widest=TEXT,
            margins=(36, 24, 36, 48),
            ground="paper",
            centred=True,
            parent=self,
        )
        self.title = Text(self.theme, "", "display", "ink")
        self.subtitle = Text(self.theme, "", "small", "ink3")
        self.before = IconButton(self.theme, "left", _("The year before"))
        self.after = IconButton(self.theme, "right", _("The year after"))
        self.paper = YearPaper(self.theme)
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: YearPlace) -> None:
        """Show this year."""
        self._visit(place.year)
        self.bar.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing waits to be written."""

    def forget(self) -> None:
        """Let go of all words."""
        self.found = None
        self._set_kept(on=False)
        self.paper.clear()
        self.title.setText("")
        self.subtitle.setText("")

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.page]

    @override
    def restyle(self) -> None:
        """Take new gaps and words after a change of size."""
        px = self.theme.px
        is_short = self.theme.effective(self.width()) < SHORT_BELOW
        self.save.setText(_("Save") if is_short else _("Save as a web page…"))
        self._name_keep(is_short=is_short)
        self.save.setAccessibleName(_("Save as a web page…"))
        self._head.setSpacing(px(8))
        self._head.setContentsMargins(0, 0, 0, 0)
        self.page.column.setSpacing(px(4))
        self.paper.setContentsMargins(0, px(26), 0, 0)

    def _build(self) -> None:
        self.bar.add(self.save)
        self.bar.add(self.keep)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addStretch(1)
        self._head.addWidget(self.before)
        self._head.addWidget(self.after)
        self.page.column.addLayout(self._head)
        self.page.column.addWidget(self.subtitle)
        self.page.column.addWidget(self.paper)
        self.stand_below(self.page)

    def _connect(self) -> None:
        self.bar.back_asked.connect(partial(self.desk.visit.emit, InsightsPlace()))
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        self.keep.clicked.connect(self._keep)
        self.save.clicked.connect(self._ask_to_save)
        self.theme.changed.connect(self.restyle)

    # -- showing

    def _visit(self, year: int) -> None:
        self._wanted = year
        self.desk.ask(partial(read_year, year), self._show, owner=self)

    def _show(self, found: YearFound) -> None:
        if self._wanted not in {0, found.year}:
            return
        before, self.found = self.found, found
        if before is None or (before.year, before.parts) != (found.year, found.parts):
            self._set_kept(on=False)
        self.title.setText(found.title)
        self.subtitle.setText(found.subtitle)
        self.paper.show_parts(found.parts)
        self.page.verticalScrollBar().setValue(0)
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setEnabled(self._beside(step) is not None)
            button.setVisible(len(found.years) > 1)

    def _beside(self, step: int) -> int | None:
        """The next year in this direction that can be looked back on."""
        if self.found is None:
            return None
        year = self.found.year
        ahead = [one for one in self.found.years if (one - year) * step > 0]
        return min(ahead, key=lambda one: abs(one - year), default=None)

    def _go_before(self) -> None:
        self._go(-1)

    def _go_after(self) -> None:
        self._go(1)

    def _go(self, step: int) -> None:
        year = self._beside(step)
        if year is not None:
            self._visit(year)

    # -- keeping

    def _set_kept(self, *, on: bool) -> None:
        """What stands here is kept once; of another year or text it can be kept again."""
        self._is_kept = on
        self.keep.setEnabled(not on)
        self._name_keep(is_short=self.theme.effective(self.width()) < SHORT_BELOW)

    def _name_keep(self, *, is_short: bool) -> None:
        whole = _("Kept") if self._is_kept else _("Keep in the journal")
        self.keep.setText(_("Keep") if is_short and not self._is_kept else whole)
        self.keep.setAccessibleName(whole)

    def _keep(self) -> None:
        if self.found is not None:
            found = self.found
            self.keep.setEnabled(False)
            self.desk.write(
                lambda journal: journal.years.keep(found.year),
                partial(self._kept, found),
                owner=self,
                failed=self._not_kept,
            )

    def _kept(self, found: YearFound, entry: Entry) -> None:
        self._set_kept(on=self.found == found)
        self.desk.messages.say(
            _("Kept as a page of today. You can write on it."),
            _("Open it"),
            partial(self.desk.visit.emit, EntryPlace(entry.id)),
        )

    def _not_kept(self, error: JournalError) -> None:
        self.keep.setEnabled(True)
        self.desk.messages.say(sentence(error))

    # -- saving

    def _ask_to_save(self) -> None:
        if self.found is None:
            return
        sheet = Sheet(
            self.theme,
            self,
            _("Save it without encryption?"),
            _(
                "The page stands alone and loads nothing. Whoever can open its folder can read it, "
                "with what you starred and noticed by its name, and the words of your promises."
            ),
            safe=_("Do not save it"),
            other=_("Choose a place…"),
        )
        sheet.other_taken.connect(self._ask_where)
        sheet.open()

    def _ask_where(self) -> None:
        if self.found is not None:
            self.chooser = Chooser(self, _("Save as a web page"), self.save_to)
            self.chooser.ask_target(f"{self.found.year}.html", "html")

    def save_to(self, path: Path) -> None:
        """Write it there, where nothing stands yet."""
        if self.found is not None:
            year = self.found.year
            self.desk.ask(
                lambda journal: journal.years.save(year, path),
                self._saved,
                owner=self,
                failed=self._not_saved,
            )

    def _saved(self, path: Path) -> None:
        words = _("It was saved in {folder}.").format(folder=path.parent)
        self.desk.messages.say(words)

    def _not_saved(self, error: JournalError) -> None:
        self.desk.messages.say(sentence(error))
