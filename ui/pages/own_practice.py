"""One practice of one's own: written in a form, or opened from a file; tried, kept, handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.practice import Practice
from ally_journal.domain.practice_form import PracticeForm, form_of, source_of
from ally_journal.errors import JournalError, PracticeFileError
from ally_journal.language import _
from ally_journal.sentences import sentence
from ui.choosing import Chooser
from ui.overriding import override
from ui.places import OwnPracticePlace, OwnPracticesPlace, TrialPlace
from ui.widgets.banner import Banner
from ui.widgets.own.form_footer import FormFooter
from ui.widgets.own.practice_fields import PracticeFields
from ui.widgets.own.practice_summary import PracticeSummary
from ui.widgets.region_page import BarredPage
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.title_block import TitleBlock

if TYPE_CHECKING:
    from pathlib import Path

    from ally_journal.changes import Change
    from ally_journal.journal import Journal
    from ui.desk import Desk

WIDEST = 680
# The first keystroke that is not put aside starts the clock; the commit has the rest of a second.
SAVE_AFTER_MS = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page begins with; `form` is None where the file holds more than a form.

    `key` is where a half-written form waits: the id of its practice, empty for a new one.
    """

    source: str
    form: PracticeForm | None
    practice: Practice | None
    key: str = ""
    is_waiting: bool = False


def shown(place: OwnPracticePlace, journal: Journal) -> Shown:
    """Read what the place names, in the lane of the journal."""
    own = journal.own_practices
    waiting = None if place.source else own.unfinished(place.practice)
    if waiting is not None:
        return Shown("", waiting, None, place.practice, is_waiting=True)
    if not place.practice and not place.source:
        return Shown("", PracticeForm(), None)
    source = place.source or own.source(place.practice)
    practice = own.check(source, place.file)
    return Shown(source, form_of(source), practice, practice.id)


class OwnPracticePage(BarredPage):
    """A form that is not kept yet waits for the person, behind a lock and after a kill too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, _("Your own practices"), parent)
        self.desk = desk
        self._place = OwnPracticePlace()
        self._source = self._key = ""
        self._is_dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.put_aside)
        self.waiting: QWidget | None = None
        self.fields: PracticeFields | None = None
        self.summary: PracticeSummary | None = None
        self.chooser: Chooser | None = None
        self.head = TitleBlock(self.theme, _("Write a practice"))
        self.body = ScrollPage(self.theme, widest=WIDEST, margins=(32, 24, 32, 28), centred=True)
        self.footer = FormFooter(self.theme, self)
        self._build()
        self._connect()

    def arrive(self, place: OwnPracticePlace) -> None:
        """Show what the place names."""
        self._place = place
        self._drop()
        self.desk.ask(
            lambda journal: shown(place, journal), self._show, owner=self, failed=self._not_shown
        )

    def leave(self) -> None:
        """What is half written waits; it is no practice yet."""
        self.put_aside()

    def put_aside(self) -> None:
        """Commit what is new in the form, beside the practice as it is kept."""
        self._timer.stop()
        if self.fields is not None and self._is_dirty:
            self._is_dirty = False
            form, key = self.fields.form(), self._key
            self.desk.write(
                lambda journal: journal.own_practices.put_aside(form, key),
                failed=self._not_put_aside,
            )

    def _not_put_aside(self, error: JournalError) -> None:
        self._is_dirty = True
        self._failed(error)

    def forget(self) -> None:
        """Let go of every word."""
        self.leave()
        self._drop()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.body, self.footer]

    def _build(self) -> None:
        self.stand_below(self.body, self.footer)
        self.body.column.addWidget(self.head)
        self.body.column.addSpacing(self.theme.px(18))

    def _connect(self) -> None:
        self.bar.back_asked.connect(self._back)
        self.footer.keep_asked.connect(self._keep)
        self.footer.try_asked.connect(self._try)
        self.footer.save_asked.connect(self._ask_where)

    def _show(self, found: Shown) -> None:
        self._source, self._key, self._is_dirty = found.source, found.key, False
        said = found.practice or found.form
        self.head.set_title((said.title if said else "") or _("Write a practice"))
        self.head.set_subtitle(_("Plain words, one thing at a time. Any question can be skipped."))
        if found.is_waiting:
            self._show_waiting()
        if found.form is not None:
            self.fields = PracticeFields(self.theme, found.form)
            self.fields.changed.connect(self._note_change)
            self.body.column.addWidget(self.fields)
            self.fields.show()
            self.body.verticalScrollBar().setValue(0)
            self.fields.focus_first()
        elif found.practice is not None:
            self.head.set_subtitle(
                _("Its file holds more than a form shows. To change it, open a changed file.")
            )
            self.summary = PracticeSummary(self.theme, found.practice)
            self.body.column.addWidget(self.summary)
            self.footer.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_waiting(self) -> None:
        """Say that this is not what is kept, and offer what is."""
        if self._key:
            words, way = _("These changes are not kept yet."), _("Leave them out")
        else:
            words, way = _("You began this and did not keep it yet."), _("Begin anew")
        banner = Banner(self.theme, "neutral", "pencil", words, way)
        banner.acted.connect(self._leave_out)
        self.waiting = QWidget()
        column = QVBoxLayout(self.waiting)
        column.setContentsMargins(0, 0, 0, self.theme.px(16))
        column.addWidget(banner)
        self.body.column.addWidget(self.waiting)

    def _leave_out(self) -> None:
        """Show what is kept instead; what was written can be brought back for some seconds."""
        form = self.fields.form() if self.fields is not None else None
        desk, key, place = self.desk, self._key, self._place
        self._is_dirty = False

        def show(_nothing: None) -> None:
            if not key or key in desk.library.practices:
                self.arrive(place)
            else:
                self._back()
            desk.messages.say(_("Left out."), _("Undo"), bring_back)

        def bring_back() -> None:
            desk.write(
                lambda journal: journal.own_practices.put_aside(form, key),
                lambda _done: desk.visit.emit(OwnPracticePlace(key)),
            )

        desk.write(lambda journal: journal.own_practices.put_aside(None, key), show, owner=self)

    def _not_shown(self, error: JournalError) -> None:
        self.desk.messages.fail(error)
        self._back()

    def _drop(self) -> None:
        self.footer.say_wrong("")
        self.footer.set_waiting(on=False)
        self._timer.stop()
        self._source, self._key, self._is_dirty = "", "", False
        fields, summary, waiting = self.fields, self.summary, self.waiting
        self.fields = self.summary = self.waiting = None
        if fields is not None:
            fields.forget()
        for part in (fields, summary, waiting):
            if part is not None:
                self.body.column.removeWidget(part)
                part.hide()
                part.deleteLater()

    def _note_change(self) -> None:
        self._is_dirty = True
        self.footer.say_wrong("")
        if not self._timer.isActive():
            self._timer.start()

    def _written(self) -> str | None:
        """The file as it stands now; None, and a word about it, where something is missing."""
        self.footer.say_wrong("")
        if self.fields is None:
            return self._source or None
        if self.fields.missing():
            return None
        return source_of(self.fields.form(), frozenset(self.desk.library.practices))

    def _keep(self) -> None:
        source = self._written()
        if source is not None:
            self.put_aside()
            self.footer.set_waiting(on=True)
            file, key = self._place.file, self._key
            self.desk.write(
                lambda journal: kept(source, file, journal, key),
                self._kept,
                owner=self,
                failed=self._failed,
            )

    def _kept(self, practice: Practice) -> None:
        self._is_dirty = False
        words = _("Kept. “{title}” stands under All practices.").format(title=practice.title)
        self.desk.visit.emit(OwnPracticesPlace())
        self.desk.messages.say(words)

    def _try(self) -> None:
        source = self._written()
        if source is not None:
            self.footer.set_waiting(on=True)
            file = self._place.file
            self.desk.ask(
                lambda journal: journal.own_practices.check(source, file),
                self._begin_trial,
                owner=self,
                failed=self._failed,
            )

    def _begin_trial(self, practice: Practice) -> None:
        self.footer.set_waiting(on=False)
        self.desk.visit.emit(TrialPlace(practice))

    def _ask_where(self) -> None:
        source = self._written()
        if source is not None:
            self.chooser = Chooser(self, _("Save as a file"), lambda path: self._save(source, path))
            self.chooser.ask_target(f"{file_name(self.head_title)}.toml", "toml")

    @property
    def head_title(self) -> str:
        """What the practice is called now."""
        if self.fields is not None:
            return self.fields.form().title
        return self.summary.practice.title if self.summary is not None else ""

    def _save(self, source: str, path: Path) -> None:
        file = self._place.file

        def save(journal: Journal) -> Path:
            journal.own_practices.check(source, file)
            journal.own_practices.save(source, path)
            return path

        self.desk.ask(save, self._saved, owner=self, failed=self._failed)

    def _saved(self, path: Path) -> None:
        words = _("Written to {folder}. It holds the questions, no answers.")
        self.desk.messages.say(words.format(folder=path.parent))

    def _failed(self, error: JournalError) -> None:
        self.footer.set_waiting(on=False)
        if not self._said_in_place(error):
            self.footer.say_wrong(sentence(error))

    def _said_in_place(self, error: JournalError) -> bool:
        if self.fields is None or not isinstance(error, PracticeFileError):
            return False
        reason = f"{error.reason[:1].upper()}{error.reason[1:]}."
        return self.fields.show_error(error.key, reason)

    def _back(self) -> None:
        self.desk.visit.emit(OwnPracticesPlace())


def kept(source: str, file: str, journal: Journal, key: str) -> tuple[Practice, Change]:
    """Keep it; what waited to be finished is finished."""
    practice, change = journal.own_practices.keep(source, file)
    return practice, change | journal.own_practices.put_aside(None, key)


def file_name(title: str) -> str:
    """A name that every system takes."""
    words = "".join(one if one.isalnum() else " " for one in title).split()
    return "-".join(words)[:60].lower() or "practice"
