"""The reply as a whole, to read before it is saved."""

from __future__ import annotations

from ally_journal.domain.packet import Remark, RemarkKind
from ally_journal.services.coaching import Answer
from ui.widgets.coach.reply_words import ReplyWords
from ui.widgets.text import Text


def words_of(theme, qtbot, packet, answer):
    made = ReplyWords(theme, packet, answer, {"if-then": "One if-then plan"})
    qtbot.addWidget(made)
    return [one.text() for one in made.findChildren(Text)]


def test_each_remark_stands_below_what_it_is_to(theme, qtbot, packet):
    remarks = (
        Remark("1", "Of all."),
        Remark("1.2.1", "Good."),
        Remark("1.2.1", "Who?", RemarkKind.QUESTION),
        Remark("", "And now?", RemarkKind.QUESTION),
    )
    assert words_of(theme, qtbot, packet, Answer(remarks)) == [
        *("To “The delay call”, the whole entry", "Of all."),
        *("To “The delay call”: I can chair the turn.", "Good.", "A question: Who?"),
        *("To the whole packet", "And now?"),
    ]


def test_practices_go_by_their_titles_and_the_name_comes_last(theme, qtbot, packet):
    told = words_of(theme, qtbot, packet, Answer((), ("if-then", "unknown"), "Ash"))
    assert told == ["Practices you suggest", "One if-then plan, unknown", "Signed", "Ash"]
