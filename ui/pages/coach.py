"""A coach reads a packet and answers it: no journal is needed, and the packet never changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.clock import zone_of
from ally_journal.domain.day_words import month_name
from ally_journal.language import _
from ally_journal.services.coaching import Answer, reply_to, save_reply
from ui.locked_places import CoachOpenPlace, CoachPlace
from ui.models.coach_packets import CoachPackets, HeldPacket
from ui.models.coach_practices import suggestions
from ui.models.coach_writing import CoachWriting
from ui.places import SupportPlace
from ui.widgets.coach.coach_bar import CoachBar
from ui.widgets.coach.coach_footer import CoachFooter
from ui.widgets.coach.coach_guard import CoachGuard
from ui.widgets.coach.coach_pane import WIDTH as PANE
from ui.widgets.coach.coach_pane import CoachPane
from ui.widgets.coach.packet_paper import PacketPaper
from ui.widgets.coach.reply_words import ReplyWords
from ui.widgets.locked.rows import hairline
from ui.widgets.region_page import RegionPage
from ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from ally_journal.domain.coach_notes import CoachNotes
    from ally_journal.domain.packet import Packet
    from ally_journal.services.coaching import OpenedPacket
    from ui.desk import Desk

PANE_FROM, SHEET = 1000, 640
ENDING = "age"


class CoachPage(RegionPage):
    """Pane, paper, and a footer that says that nothing is sent."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self.desk, self.packets = desk, CoachPackets.of(desk)
        self.guard = CoachGuard.of(desk)
        self.held: HeldPacket | None = None
        self.writing: CoachWriting | None = None
        self.entry = 1
        self._practices: tuple[tuple[str, str], ...] = ()
        self._shows_pane = False
        self.bar = CoachBar(self.theme, self)
        self.pane = CoachPane(self.theme, self)
        self.paper = PacketPaper(self.theme, self)
        self.footer = CoachFooter(self.theme, self)
        self._line = hairline()
        self._build()
        self._connect()
        self.restyle()

    def arrive(self, place: CoachPlace) -> None:
        """Read a packet from its first entry, or where it was read before."""
        held = cast("HeldPacket", place.held)
        opened = held.opened
        if opened is None:
            self.desk.visit.emit(CoachOpenPlace(held.path))
            return
        self._let_go()
        self.guard.watch()
        self.desk.clipboard.watch()
        self.held, self.writing = held, CoachWriting(held, self._time, self)
        self.writing.told.connect(self._told)
        self.writing.changed.connect(self._told)
        self._practices = suggestions(opened.packet)
        others = [one for one in self.packets.open_ones() if one is not held]
        self.bar.show_packet(_name_of(held), _sealed_words(opened.packet.created))
        self.pane.show_packet(opened.packet, others)
        self._show_entry(_entry_written(held))
        self._told()

    def leave(self) -> None:
        """What is being written stays as it is, in memory."""

    def forget(self) -> None:
        """A lock: the words go; what is not saved waits, sealed."""
        self._let_go()
        self.packets.seal()

    @override
    def regions(self) -> list[QWidget]:
        """The parts that F6 goes through."""
        return [self.bar, self.pane, self.paper, self.footer]

    @override
    def restyle(self) -> None:
        """The pane stands beside the paper, or in its place where there is no room."""
        is_wide = self.theme.effective(self.width()) >= PANE_FROM
        self.pane.setVisible(is_wide or self._shows_pane)
        self._line.setVisible(is_wide)
        self.paper.setVisible(is_wide or not self._shows_pane)
        self.pane.setMinimumWidth(self.theme.px(PANE) if is_wide else 0)
        self.pane.setMaximumWidth(self.theme.px(PANE) if is_wide else _ANY)
        self.paper.allow_beside(on=is_wide)

    def lock(self) -> None:
        """Cover everything; the words or the key open it again."""
        self.desk.lock_requested.emit()

    def save(self) -> None:
        """Ask where the reply goes."""
        from ui.choosing import Chooser  # noqa: PLC0415 only where it is asked for

        if self.writing is not None and self.footer.save.isEnabled():
            self.writing.keep()
            name = _("Reply to {name}").format(name=_file_words(self._packet()))
            Chooser(self, _("Where is the reply to go?"), self._save_to).ask_target(
                f"{name}.{ENDING}", ENDING
            )

    def read_back(self) -> None:
        """Show the reply as a whole."""
        if self.writing is None:
            return
        self.writing.keep()
        packet = self._packet()
        title = _("Your reply to {name}").format(name=_client(packet))
        body = _("This is all that is in it.")
        sheet = Sheet(
            self.theme,
            self.window(),
            title,
            body,
            safe=_("Back to the packet"),
            other=_("Save reply…"),
            width=SHEET,
        )
        sheet.content.addWidget(
            ReplyWords(self.theme, packet, self._answer(), dict(self._practices))
        )
        sheet.other_taken.connect(self.save)
        sheet.open()

    def close_packet(self) -> None:
        """Let go of the packet; what is not saved is asked about first."""
        held = self.held
        if held is None:
            return
        if held.is_unsaved:
            self.guard.ask_to_lose(self._drop)
        else:
            self._drop()

    def _build(self) -> None:
        middle = QWidget()
        middle.setObjectName("paper")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line.setFixedSize(1, _ANY)
        self._line.setMinimumHeight(0)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._line)
        row.addWidget(self.paper, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(middle, 1)
        column.addWidget(self.footer)

    def _connect(self) -> None:
        self.bar.close_asked.connect(self.close_packet)
        self.bar.pane_asked.connect(self._turn_pane)
        self.bar.support_asked.connect(lambda: self.desk.visit.emit(SupportPlace()))
        self.bar.hide_asked.connect(self.desk.hide_requested)
        self.pane.entry_chosen.connect(self._show_entry)
        self.pane.packet_chosen.connect(lambda held: self.desk.visit.emit(CoachPlace(held)))
        self.pane.other_asked.connect(lambda: self.desk.visit.emit(CoachOpenPlace()))
        self.pane.print_asked.connect(self._print)
        self.footer.read_asked.connect(self.read_back)
        self.footer.save_asked.connect(self.save)
        self.guard.listen(self)
        self.theme.changed.connect(self.restyle)

    # -- showing

    def _show_entry(self, number: int) -> None:
        if self.writing is None:
            return
        self.entry, self._shows_pane = number, False
        self.restyle()
        self.paper.show_entry(self._packet(), number, self.writing, self._practices)
        self.pane.show_current(number)
        self.paper.begin()

    def _turn_pane(self) -> None:
        self._shows_pane = not self._shows_pane
        self.restyle()
        if self._shows_pane and self.pane.rows:
            self.pane.rows[self.entry - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _told(self, _anchor: str = "") -> None:
        if self.held is None or self.held.opened is None:
            return
        self.pane.show_notes(self.held.notes)
        words = _footer_words(self.held, _client(self._packet()))
        self.footer.show_state(words, can_save=not self.held.notes.is_empty)

    def _packet(self) -> Packet:
        return self._opened().packet

    def _opened(self) -> OpenedPacket:
        return cast("OpenedPacket", cast("HeldPacket", self.held).opened)

    def _let_go(self) -> None:
        self.paper.forget()
        self.pane.forget()
        self.bar.show_packet("", "")
        self.footer.show_state("", can_save=False)
        if self.writing is not None:
            self.writing.deleteLater()
        self.held = self.writing = None

    def _drop(self) -> None:
        held = self.held
        self._let_go()
        if held is not None:
            self.packets.close(held)
        rest = self.packets.open_ones()
        self.desk.visit.emit(CoachPlace(rest[0]) if rest else CoachOpenPlace())

    # -- the reply

    def _answer(self) -> Answer:
        notes = cast("HeldPacket", self.held).notes
        return Answer(notes.remarks(), notes.practices, notes.sender)

    def _save_to(self, target: Path) -> None:
        held = self.held
        if held is None or held.opened is None:
            return
        call = partial(_save, held.opened, self._answer(), self.desk.today(), target)
        notes = held.notes
        self.desk.background.run(
            call,
            lambda _none: self._saved(held, notes, target),
            owner=self,
            lasting=True,
        )

    def _saved(self, held: HeldPacket, notes: CoachNotes, target: Path) -> None:
        held.saved = notes
        self._told()
        words = _("The reply is saved as {name}. Hand it on as you got the packet.")
        self.desk.messages.say(words.format(name=target.name))

    def _print(self) -> None:
        from ui.models.coach_paper import paper_of  # noqa: PLC0415 only where it is asked for
        from ui.printing import print_html  # noqa: PLC0415 the same

        print_html(self, paper_of(self._packet()), _("Journal"))

    def _time(self) -> str:
        clock = self.desk.clock
        return f"{clock.now().astimezone(zone_of(clock.zone())):%H:%M}"


def _save(opened: OpenedPacket, answer: Answer, today: date, target: Path) -> None:
    """The dialog has asked already where a file stands there."""
    save_reply(opened, reply_to(opened, answer, today), target, replace=True)


def _entry_written(held: HeldPacket) -> int:
    """Where a comment is being written; else the first."""
    writing = held.notes.writing
    first = writing.at.split(".")[0] if writing is not None else ""
    return int(first) if first else 1


def _client(packet: Packet) -> str:
    return packet.sender or _("your client")


def _file_words(packet: Packet) -> str:
    """The client's label as part of a file's name."""
    kept = "".join(one for one in _client(packet) if one.isalnum() or one in " -_")
    return " ".join(kept.split())[:_LONGEST_NAME] or _("a packet")


def _name_of(held: HeldPacket) -> str:
    sender = held.opened.packet.sender if held.opened is not None else ""
    return _("A packet from {name}").format(name=sender) if sender else _("A packet")


def _sealed_words(day: date) -> str:
    words = _("Sealed on {day} {month} {year}. You can read and answer; nothing in it changes.")
    return words.format(day=day.day, month=month_name(day.month), year=day.year)


def _footer_words(held: HeldPacket, name: str) -> str:
    if held.is_unsaved:
        return _(
            "Nothing is sent. The reply is one locked file that only {name} can open; what you "
            "write stays in memory until you save it."
        ).format(name=name)
    return _("Nothing is sent. The reply is one locked file that only {name} can open.").format(
        name=name
    )


_ANY = 16_777_215
_LONGEST_NAME = 40
