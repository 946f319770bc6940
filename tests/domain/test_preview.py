from dataclasses import replace
from datetime import date

from ally_journal.domain.packet import Packet, RemarkKind
from ally_journal.domain.preview import Choice, IncomingNote, Piece, Preview, ThenAndNow
from ally_journal.domain.redaction import Cast, Known, Redactor

PACKET = Packet("id", date(2026, 3, 2), "", "", (), (), "key")
CAST = Cast((Known("p1", ("Juniper",), "Person A"),))
NOTE = IncomingNote("c1", "", None, "", "", None, False, "Hm", RemarkKind.COMMENT, True)


def preview(*texts):
    pieces = tuple(
        Piece(f"1.1.{at}", f"place {at}", "entry 1", Redactor(CAST).apply(text))
        for at, text in enumerate(texts, 1)
    )
    choice = Choice((), frozenset())
    return Preview(choice, PACKET, pieces, CAST, CAST, (), 0, (), {}, "SECRET")


def test_a_piece_is_found_by_its_anchor():
    made = preview("Moss.", "Juniper left.")
    assert made.piece("1.1.2").redacted.text == "Person A left."
    assert made.piece("9.1.1") is None


def test_replacements_are_counted():
    assert preview("Juniper and Juniper.", "Moss.").replaced == 2


def test_the_secret_is_not_shown_by_chance():
    assert "SECRET" not in repr(preview())


def test_a_note_on_a_paragraph_tells_it_then_and_now():
    told = replace(NOTE, told=ThenAndNow("Moss.", "Ivy.", changed=True, gone=False))
    assert (told.then, told.now, told.changed) == ("Moss.", "Ivy.", True)
    assert (NOTE.then, NOTE.now, NOTE.changed) == ("", None, False)
