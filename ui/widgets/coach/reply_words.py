"""ReplyWords: the reply as a whole, in the order of the packet, to read before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ally_journal.domain.packet import RemarkKind
from ally_journal.language import _
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.domain.packet import Packet, Remark
    from ally_journal.services.coaching import Answer
    from ui.theme import Theme

SHOWN = 120
"""Letters of a paragraph that are enough to know it again."""


class ReplyWords(QWidget):
    """Each remark below what it is to; then practices, then the name."""

    def __init__(
        self,
        theme: Theme,
        packet: Packet,
        answer: Answer,
        titles: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`titles` of practices by their ids."""
        super().__init__(parent)
        self.theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        before = None
        for remark in answer.remarks:
            if remark.at != before:
                self._add(_about(packet, remark.at), "small", "ink3", 14)
                before = remark.at
            self._add(_told(remark), "quote", "ink", 0)
        if answer.practices:
            self._add(_("Practices you suggest"), "small", "ink3", 14)
            named = (titles.get(key, key) for key in answer.practices)
            self._add(", ".join(named), "quote", "ink", 0)
        if answer.sender:
            self._add(_("Signed"), "small", "ink3", 14)
            self._add(answer.sender, "quote", "ink", 0)

    def _add(self, words: str, style: str, role: str, before: int) -> None:
        if self._column.count():
            self._column.addSpacing(self.theme.px(before))
        self._column.addWidget(Text(self.theme, words, style, role))


def _told(remark: Remark) -> str:
    if remark.kind is RemarkKind.QUESTION and remark.at:
        return _("A question: {text}").format(text=remark.text)
    return remark.text


def _about(packet: Packet, anchor: str) -> str:
    """What a remark is to: the beginning of a paragraph, an entry, or all of it."""
    if not anchor:
        return _("To the whole packet")
    entry = packet.entries[int(anchor.split(".", maxsplit=1)[0]) - 1]
    title, text = entry.heading, packet.text_at(anchor)
    if text is None:
        return _("To “{title}”, the whole entry").format(title=title)
    short = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + "…"
    return _("To “{title}”: {text}").format(title=title, text=short)
