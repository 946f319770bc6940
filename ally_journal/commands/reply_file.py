"""What a coach has to say, as a JSON file: every place in it is checked against the packet.

    {"comments": [{"at": "2.1.3", "text": "…"}, {"entry": 2, "text": "…"}, "on the whole"],
     "questions": ["…"], "practices": ["plan"], "from": "…"}

A list alone is that of the comments.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from ally_journal.commands import values
from ally_journal.commands.asking import Refused
from ally_journal.domain.packet import Remark, RemarkKind
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.domain.packet import Packet
    from ally_journal.services.coaching import Answer

_FIELDS = frozenset({"comments", "questions", "practices", "from"})
_PLACES = ("entry", "part", "paragraph")
_OF_REMARK = frozenset({"at", "text", "kind", *_PLACES})
_KINDS = {"comments": RemarkKind.COMMENT, "questions": RemarkKind.QUESTION}


def read(file: str) -> dict[str, Any]:
    """What the file holds, as an object of its four fields.

    Raises:
        SourceUnreadable, SourceTooLarge, BadAnswers, Refused.
    """
    given = values.answers(file)
    if isinstance(given, list):
        given = {"comments": given}
    if not isinstance(given, dict) or not set(given) <= _FIELDS:
        raise Refused(
            _(
                "The file of comments is to hold a list, or an object with “comments”, “questions”,"
                " “practices” and “from”. Nothing was written."
            )
        )
    return given


def answer(given: dict[str, Any], packet: Packet) -> Answer:
    """The answer to a packet.

    Raises:
        Refused: a place that the packet does not have, a practice that nobody has, or nothing.
    """
    from ally_journal.services.coaching import Answer  # noqa: PLC0415 rarely needed

    remarks = tuple(
        _remark(one, f"{name}[{number}]", kind, packet)
        for name, kind in _KINDS.items()
        for number, one in enumerate(_listed(given, name))
    )
    sender = given.get("from", "")
    if not isinstance(sender, str):
        _refuse("from")
    found = Answer(remarks, _practices(given), sender.strip())
    if found.is_empty:
        raise Refused(_("There is nothing to send in the file of comments. Nothing was written."))
    return found


def _listed(given: dict[str, Any], name: str) -> list[Any]:
    found = given.get(name, [])
    if isinstance(found, str):
        return [found]
    if not isinstance(found, list):
        _refuse(name)
    return found


def _remark(one: object, place: str, kind: RemarkKind, packet: Packet) -> Remark:
    if isinstance(one, str):
        one = {"text": one}
    if not isinstance(one, dict) or not set(one) <= _OF_REMARK:
        _refuse(place)
    text, kind = one.get("text"), _kind(one, kind, place)
    if not isinstance(text, str) or not text.strip():
        _refuse(f"{place}.text")
    at = _anchor(one, place)
    if not packet.has(at):
        raise Refused(
            _(
                "{place}: there is no place {at} in this packet. main.py packet FILE shows them. "
                "Nothing was written."
            ).format(place=place, at=at[:40])
        )
    return Remark(at, text.strip(), kind)


def _kind(one: dict[str, Any], kind: RemarkKind, place: str) -> RemarkKind:
    try:
        return RemarkKind(one.get("kind", kind))
    except ValueError:
        _refuse(f"{place}.kind")


def _anchor(one: dict[str, Any], place: str) -> str:
    """Where a remark belongs; by its anchor, or by numbers that count from 1."""
    given = [name for name in _PLACES if name in one]
    at = one.get("at", "")
    if "at" in one and given:
        _refuse(place)
    if not given:
        if not isinstance(at, str):
            _refuse(f"{place}.at")
        return at.strip()
    numbers = [one[name] for name in given]
    is_whole = tuple(given) in {_PLACES[:1], _PLACES}
    if not is_whole or not all(type(number) is int and number > 0 for number in numbers):
        _refuse(place)
    return ".".join(map(str, numbers))


def _practices(given: dict[str, Any]) -> tuple[str, ...]:
    from ally_journal.domain.practice_files import load_built_in  # noqa: PLC0415 rarely needed

    found = _listed(given, "practices")
    library = load_built_in()
    for one in found:
        if not isinstance(one, str):
            _refuse("practices")
        library.get(one)
    return tuple(dict.fromkeys(found))


def _refuse(place: str) -> NoReturn:
    raise Refused(
        _(
            "{place} in the file of comments cannot be used; docs/command-line.md has the shapes. "
            "Nothing was written."
        ).format(place=place)
    ) from None
