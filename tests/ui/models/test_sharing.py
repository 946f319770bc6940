"""Sharing: ticks, what is done by hand with its way back, and one preview for a burst of them."""

from __future__ import annotations

import pytest

from ally_journal.domain.entry import Sensitivity
from ally_journal.domain.share_fields import Field
from ui.models.sharing import BLANK, KEEP, Sharing


@pytest.fixture
def rows(desk, settle):
    found = []

    def write(journal):
        journal.people.add("Wren")
        pages = ("Wren spoke first.", "Teal spoke last to Junipr.", "Told in confidence.")
        ids = [journal.writing.write("free", {"page": page})[0].id for page in pages]
        journal.writing.set_sensitivity(ids[2], Sensitivity.NEVER)
        found.extend(journal.sharing.rows())

    desk.ask(write)
    settle(desk)
    return {row.summary.title.split()[0]: row for row in found}


@pytest.fixture
def sharing(desk, rows, qtbot):
    made = Sharing(desk, desk)
    with qtbot.waitSignal(made.previewed, timeout=20_000):
        made.tick(rows["Wren"], on=True)
        made.set_field(Field.STORY, on=True)
    return made


def told(sharing):
    return "\n".join(piece.redacted.text for piece in sharing.preview.pieces)


def after(qtbot, sharing, act):
    with qtbot.waitSignal(sharing.previewed, timeout=20_000):
        act()


def test_one_that_never_leaves_is_never_taken(sharing, rows):
    sharing.tick(rows["Told"], on=True)
    sharing.tick_all(rows.values())
    assert rows["Told"].summary.id not in sharing.choice.entries


def test_a_burst_of_ticks_is_one_preview(sharing, rows, qtbot):
    made = []
    sharing.previewed.connect(lambda: made.append(1))

    def tick():
        for _turn in range(9):
            sharing.tick(rows["Teal"], on=True)
            sharing.tick(rows["Teal"], on=False)

    sharing.tick(rows["Teal"], on=True)
    after(qtbot, sharing, lambda: (tick(), sharing.tick(rows["Teal"], on=True)))
    assert len(made) == 1
    assert len(sharing.preview.packet.entries) == 2


def test_a_preview_of_another_choice_is_never_ready(sharing, rows):
    assert sharing.is_ready
    sharing.ask_for("What now?")
    assert not sharing.is_settled
    assert not sharing.is_ready


def piece_with(sharing, word):
    return next(piece for piece in sharing.preview.pieces if word in piece.redacted.text)


def blank(sharing, word):
    piece = next(p for p in sharing.preview.pieces if word in p.redacted.source and p.at == "1.1.1")
    start = piece.redacted.source.index(word)
    sharing.correct(BLANK, [(piece, start, start + len(word))])


def test_blanking_can_be_undone_and_done_again(sharing, qtbot):
    after(qtbot, sharing, lambda: blank(sharing, "first"))
    assert "first" not in piece_with(sharing, "█").redacted.text
    after(qtbot, sharing, sharing.undo)
    assert "█" not in told(sharing)
    after(qtbot, sharing, sharing.redo)
    assert "█" in told(sharing)


def test_something_new_ends_what_could_be_done_again(sharing, qtbot):
    after(qtbot, sharing, lambda: blank(sharing, "first"))
    after(qtbot, sharing, sharing.undo)
    after(qtbot, sharing, lambda: blank(sharing, "spoke"))
    assert not sharing.can_redo


def test_a_replaced_word_can_be_kept_and_a_blanked_one_brought_back(sharing, qtbot):
    piece = next(p for p in sharing.preview.pieces if p.at == "1.1.1")
    mark = piece.redacted.marks[0]
    after(qtbot, sharing, lambda: sharing.correct(KEEP, [(piece, *mark.source)]))
    assert "Wren spoke" in told(sharing)
    after(qtbot, sharing, lambda: blank(sharing, "first"))
    piece = next(p for p in sharing.preview.pieces if p.at == "1.1.1")
    bar = piece.redacted.marks[-1]
    after(qtbot, sharing, lambda: sharing.bring_back(piece, bar))
    assert "Wren spoke first" in told(sharing)


def test_what_leaks_keeps_it_from_being_ready_until_it_is_looked_at(sharing, desk, qtbot, settle):
    desk.write(lambda journal: journal.people.add("Juniper"))
    settle(desk)
    after(qtbot, sharing, lambda: sharing.ask_for("What did Junipr mean?"))
    (leak,) = sharing.preview.leaks
    assert not sharing.is_ready
    after(qtbot, sharing, lambda: sharing.let_through(leak))
    assert sharing.is_ready


def test_forgetting_leaves_nothing(sharing):
    sharing.ask_for("What now?")
    sharing.forget()
    assert sharing.choice.entries == ()
    assert sharing.choice.question == ""
    assert sharing.preview is None
    assert not sharing.can_undo


def test_an_entry_that_is_marked_to_stay_meanwhile_is_taken_out(sharing, rows, desk, settle, qtbot):
    entry = rows["Wren"].summary.id
    desk.write(lambda journal: journal.writing.set_sensitivity(entry, Sensitivity.NEVER))
    found = []
    desk.ask(lambda journal: found.extend(journal.sharing.rows()))
    settle(desk)
    sharing.follow(found)
    assert sharing.choice.entries == ()
