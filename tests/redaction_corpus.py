"""Made-up people of plants and colours, and texts in which they are written in every way.

Nothing here knows how names are looked for. A text is put together from plain pieces and from
names, and tells where in it, as a reader sees it, the names stand.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ally_journal.domain.redaction import Cast, Known, MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from ally_journal.domain.redaction import Redacted

ROOT = Path(__file__).resolve().parents[1]
FIRST = (
    "Juniper", "Hazel", "Indigo", "Fern", "Sorrel", "Rowan", "Saffron", "Clover", "Amber",
    "Violet", "Tansy", "Briar", "Linden", "Laurel", "Cerise", "Marigold", "Aster", "Myrtle",
    "Bryony", "Cyan", "Ochre", "Umber", "Zinnia", "Yarrow", "Jasper", "Nettle", "Willow",
    "Sienna", "Mauve", "Teasel", "Bo", "Ivy", "Una", "Lily",
)  # fmt: skip
LAST = (
    "Stonecrop", "Alder", "Quince", "Thistle", "Vermilion", "Birchwood", "Mossgreen",
    "Larkspur", "Hollyhock", "Foxglove", "Crimson", "Kestrel", "Cornflower", "Damson", "Medlar",
    "Oxeye", "Pimpernel", "Ragwort", "Speedwell", "Teaselby", "Umberley", "Wintergreen",
    "Yellowrattle", "Zebrawood", "Elderberry", "Nightshade", "O'Bramble", "Moss-Fern", "Li",
    "Ivyson",
)  # fmt: skip
EVERYDAY = (
    "Will", "May", "Hope", "Mark", "Grace", "Frank", "Art", "Rich", "Bill", "Faith", "Joy",
    "Dawn", "Pat", "Drew", "Sue",
)  # fmt: skip
ELSEWHERE = (
    ("Ромашка Синева", "Василёк"), ("Γαλάζια Μυρτιά", "Κρόκος"), ("وردة الزرقاء", "ياسمين"),
    ("דנה ירוקה", "ורד"), ("青山花子", "花ちゃん"), ("붉은꽃", "민들레"), ("Işıl Çiçek", "Yeşil"),
    ("Groß Weißdorn", "Röschen"), ("Édène Bruyère", "Zoë"), ("Ångström Blåklokke", "Sjö"),
    ("ดอกไม้ สีฟ้า", "ชบา"), ("कमल नीला", "गुलाब"), ("Van der Heide", "D'Aubergine"),
    ("Agent 7", "R2Vert"), ("Fern 🌿", "🦊"), ("Q", "Zu"), ("Nguyễn Hồng", "Xanh"),
    ("María-José Añil", "Pepa"), ("Łucja Śliwa", "Żółta"), ("Þistill Fjóla", "Blár"),
)  # fmt: skip
WORDS = ("Ochrelabs", "Blue Thistle", "Tealworks GmbH", "Project Larkspur", "Q-Moss", "Verdigris+")
NOT_INITIALS = (
    "HR", "IT", "PM", "AM", "OK", "UK", "US", "EU", "TV", "ID", "PR", "QA", "CV", "AI", "PC",
    "UN", "VP", "BC", "AD", "PS", "NB", "RE", "CC", "DJ", "DR", "MR", "MS", "ST", "VS", "LA",
    "NY", "DC", "UI", "UX", "HQ", "FAQ", "CEO", "CFO", "CTO", "CO", "SO", "DO", "NO", "IN",
    "IF", "IS", "AS", "AT", "BY", "WE", "HE", "ME", "MY", "OF", "ON", "OR", "UP",
)  # fmt: skip
NOT_SIGNED = (
    "AB", "AC", "AE", "BB", "BW", "CA", "CD", "DA", "DD", "HM", "HS", "IL", "IO", "LC", "LD", "LR",
    "MA", "MF", "ML", "NA", "NW", "OE", "PE", "PL", "PO", "PP", "RB", "RD", "RR", "SP", "TC", "TE",
    "VA", "WL", "WO", "XY", "YN",
)  # fmt: skip
BY_CHANCE = ("balder", "number")
"""Initial and last name that are another word."""
BEFORE = (
    "Then", "I told", "We met", "after the call", "it was", "thanks to", "a note from", "and",
    "with", "The work of", "I asked", "heard that", "lunch with", "because", "I owe", "sorry,",
    "(see", "—",
)  # fmt: skip
AFTER = (
    "was there.", "said so again", "asked for time", "and the others", "left early;",
    "spoke first,", "was passed over", "in the meeting", "did not reply", "– again",
    "helped me.", "felt tired",
)  # fmt: skip
PLAIN = (
    "the room was quiet", "I will ask before I answer", "it can wait until Monday 12 May",
    "on 2026-11-22 at 10:30", "we had 3 of 12 answers", "that may be so", "a mark on the list",
    "page 4, plan B", "I hope for rain", "HR called", "12 000 steps", "and/or he/she",
    "my own part",
)  # fmt: skip


@dataclass
class Sample:
    """A text, what a reader sees of it, and from where to where in that names and others stand."""

    text: str = ""
    seen: str = ""
    hidden: list[tuple[int, int, str]] = field(default_factory=list)

    def plain(self, words: str) -> None:
        self.text += words
        self.seen += words

    def name(self, written: str, form: str) -> None:
        """Append something that has to be replaced."""
        seen = unicodedata.normalize("NFC", "".join(one for one in written if one not in UNSEEN))
        self.hidden.append((len(self.seen), len(self.seen) + len(seen), form))
        self.text += written
        self.seen += seen


_WORD = re.compile(r"[^\W\d_]+")
UNSEEN = "\u200b\u00ad\u2060\u202e\ufeff"
LOOK = str.maketrans("aeopcxyiAEOPCXBHKMT", "аеорсхуіАЕОРСХВНКМТ")
WIDE = {ord("a") + n: 0xFF41 + n for n in range(26)} | {ord("A") + n: 0xFF21 + n for n in range(26)}
CIRCLED = {ord("a") + n: 0x24D0 + n for n in range(26)} | {
    ord("A") + n: 0x1F150 + n for n in range(26)
}
CAPS = str.maketrans("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ")
ACCENTS = str.maketrans({"a": "á", "e": "ê", "i": "ï", "o": "ö", "u": "ū", "n": "ñ"})


def made_cast(chance: Random) -> tuple[Cast, list[tuple[str, str]]]:
    """Two to nine people: a cast, and (name, alias) of those with Latin names of two words."""
    firsts = chance.sample(FIRST, chance.randint(2, 8))
    firsts += chance.sample(EVERYDAY, chance.randint(0, 1))
    latin = [(f"{one} {chance.choice(LAST)}", "") for one in firsts]
    latin = [(name, chance.choice(("", "", f"{name[:3]}ette"))) for name, _ in latin]
    others = chance.sample(ELSEWHERE, 2)
    names = [*latin, *others]
    known = tuple(
        Known(str(number), tuple(one for one in both if one), f"Person {'ABCDEFGHJKLMN'[number]}")
        for number, both in enumerate(names)
    )
    return Cast(known, tuple(chance.sample(WORDS, 3))), latin


def _parts(name: str) -> tuple[str, str]:
    first, _, last = name.partition(" ")
    return first, last


def _initials(name: str) -> str:
    first, last = _parts(name)
    return first[0] + last[0]


def _with_unseen(name: str, chance: Random) -> str:
    place = chance.randrange(1, len(name))
    return name[:place] + chance.choice(UNSEEN) + name[place:]


def _over_a_line(name: str, chance: Random) -> str:
    first, last = _parts(name)
    if len(first) < 4:
        return f"{first}\n{last}"
    return f"{first[:2]}-\n{first[2:]}"


def _in_pieces(name: str, chance: Random) -> str:
    if len(name) < 5 or not name.isalpha():
        return name
    between = chance.choice(("-", "\u2011", "/", "**", "<b>", " | ", "·"))
    place = chance.randrange(2, len(name) - 1)
    return name[:place] + between + name[place:]


def _signed(name: str, chance: Random) -> str:
    if _initials(name).upper() in (*NOT_INITIALS, *NOT_SIGNED):
        return name
    return chance.choice(("\u2011", "-", "/", "&", "+")).join(_initials(name))


FORMS: dict[str, Callable[[str, Random], str]] = {
    "whole": lambda name, _: name,
    "small": lambda name, _: name.lower(),
    "large": lambda name, _: name.upper(),
    "first": lambda name, _: _parts(name)[0],
    "last": lambda name, _: _parts(name)[1],
    "first, small": lambda name, _: _parts(name)[0].lower(),
    "first, large": lambda name, _: _parts(name)[0].upper(),
    "turned": lambda name, _: " ".join(reversed(_parts(name))),
    "initials with points": lambda name, _: f"{name[0]}.{_parts(name)[1][0]}.",
    "initials with blanks": lambda name, _: f"{name[0]}. {_parts(name)[1][0]}.",
    "initials, bare": lambda name, _: _initials(name),
    "initial and last": lambda name, _: f"{name[0]}. {_parts(name)[1]}",
    "initial and last, no point": lambda name, _: f"{name[0]} {_parts(name)[1]}",
    "initial and last, no blank": lambda name, _: f"{name[0]}.{_parts(name)[1]}",
    "first and initial": lambda name, _: f"{_parts(name)[0]} {_parts(name)[1][0]}.",
    "joined by capitals": lambda name, _: "".join(_parts(name)),
    "joined small": lambda name, _: "".join(_parts(name)).lower(),
    "joined by _": lambda name, _: "_".join(_parts(name)).lower(),
    "joined by .": lambda name, _: ".".join(_parts(name)).lower(),
    "joined by -": lambda name, _: "-".join(_parts(name)),
    "initial joined": lambda name, _: (name[0] + _parts(name)[1]).lower(),
    "over two lines": _over_a_line,
    "between lines": lambda name, _: "\n".join(_parts(name)),
    "signs unseen": _with_unseen,
    "look-alike letters": lambda name, _: name.translate(LOOK),
    "wide letters": lambda name, _: name.translate(WIDE),
    "accents": lambda name, _: name.translate(ACCENTS),
    "accents apart": lambda name, _: unicodedata.normalize("NFD", name.translate(ACCENTS)),
    "e-mail": lambda name, _: f"{'.'.join(_parts(name)).lower()}@moss.example",
    "e-mail of initials": lambda name, _: f"{name[0]}{_parts(name)[1]}@moss.example".lower(),
    "link": lambda name, _: f"https://moss.example/{_parts(name)[0]}?a=1",
    "bare link": lambda name, _: f"moss.org/people/{_parts(name)[0].lower()}",
    "www": lambda name, _: f"www.{_parts(name)[0].lower()}.example",
    "path": lambda name, _: f"/home/{_parts(name)[0].lower()}/notes.txt",
    "drive": lambda name, _: f"C:\\Users\\{name}\\My notes\\a.txt",
    "server": lambda name, _: f"\\\\moss\\share\\{_parts(name)[0]}.docx",
    "in pieces": lambda name, chance: _in_pieces(_parts(name)[1], chance),
    "circled letters": lambda name, _: name.translate(CIRCLED),
    "small capitals": lambda name, _: name.upper().lower().translate(CAPS),
    "initials with a sign": _signed,
    "spelt": lambda name, _: (
        "-".join(name.split()[0].upper()) if len(_parts(name)[0]) > 2 else name
    ),
}
AROUND = (
    ("", ""), ("", ""), ("", ""), ("", "'s"), ("", "’s"), ("", "'S"), ("“", "”"), ("(", ")"),
    ("**", "**"), ("_", "_"), ("@", ""), ("#", ""), ("notes_", "_2024.docx"), ("", ","), ("",
    ":"),
    ("", "'"), ("", "’"), ("to:", ""), ("", "/"), ("> ", ""),
)  # fmt: skip
NUMBERS = (
    "+44 20 7946 0958", "(555) 010-9999", "555-010-9999", "020 7946 0958", "01632 960123",
    "+1-555-010-9999", "+49 (0)30 901820", "06 12 34 56 78", "555.010.9999", "+4915112345678",
    "555 01 99 00", "00 44 1632 960 960",
)  # fmt: skip
WHOLE_FORMS = ("e-mail", "link", "www", "path", "drive", "server")


def made_text(chance: Random, cast: Cast, latin: list[tuple[str, str]]) -> Sample:
    """A paragraph in which some of the cast are written in ways of chance."""
    sample = Sample()
    sample.plain(chance.choice(PLAIN).capitalize() + ". ")
    for _ in range(chance.randint(2, 7)):
        sample.plain(chance.choice(BEFORE) + " ")
        _put(sample, chance, cast, latin)
        sample.plain(f" {chance.choice(AFTER)} {chance.choice(PLAIN)}. ")
    return sample


def _put(sample: Sample, chance: Random, cast: Cast, latin: list[tuple[str, str]]) -> None:
    turn = chance.random()
    if turn < 0.7:
        _put_name(sample, chance, *chance.choice(latin))
    elif turn < 0.85:
        name = chance.choice(chance.choice(cast.known[len(latin) :]).names)
        written = chance.choice((name, name, name.upper(), unicodedata.normalize("NFD", name)))
        written = name if len(name) == 1 else written
        sample.name(written, "another script")
        sample.plain(chance.choice(("", "", "'s", "’s", ",")))
    elif turn < 0.95:
        word = chance.choice(cast.words)
        ways = (word, word.lower(), word.upper(), word.replace(" ", "-"), word.replace(" ", "_"))
        sample.name(chance.choice(ways), "word")
        sample.plain(chance.choice(("", "'s", ",")))
    else:
        sample.name(chance.choice(NUMBERS), "telephone")


def _put_name(sample: Sample, chance: Random, name: str, alias: str) -> None:
    if alias and chance.random() < 0.2:
        sample.name(chance.choice((alias, alias.lower(), alias.upper(), alias + "s")), "alias")
        return
    form = chance.choice(tuple(FORMS))
    written = FORMS[form](name, chance)
    is_short = form == "initial joined" and (len(_parts(name)[1]) < 3 or written in BY_CHANCE)
    if form == "first, small" and _parts(name)[0] in EVERYDAY:
        form, written = "first", _parts(name)[0]
    if is_short or (form == "initials, bare" and written.upper() in NOT_INITIALS):
        form, written = "whole", name
    before, after = ("", "") if form in WHOLE_FORMS else chance.choice(AROUND)
    sample.plain(before)
    sample.name(written, form)
    sample.plain(after)


def innocent_texts() -> list[str]:
    """Paragraphs in which nobody is named: the application's own help, questions and papers."""
    paths = [
        *sorted((ROOT / "resources" / "help").glob("*.md")),
        *sorted((ROOT / "resources" / "practices").glob("*.toml")),
        *sorted((ROOT / "docs").glob("*.md")),
    ]
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return [one for text in texts for one in text.split("\n\n") if one.strip() and one[0] != "|"]


def left_open(sample: Sample, redacted: Redacted) -> list[str]:
    """The forms of which a letter is left in what goes out."""
    if redacted.source != sample.seen:
        return ["the text a reader sees is another"]
    covered = bytearray(len(redacted.source))
    for mark in redacted.marks:
        start, end = mark.source
        covered[start:end] = b"\1" * (end - start)
    return [
        form
        for start, end, form in sample.hidden
        if any(not covered[at] and redacted.source[at].isalnum() for at in range(start, end))
    ]


def plain_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def replaced_words(redacted: Redacted, hidden: Sequence[tuple[int, int, str]] = ()) -> int:
    """How many words were taken for people or for words of the client's that are neither."""
    taken = (mark for mark in redacted.marks if mark.kind in {MarkKind.PERSON, MarkKind.WORD})
    innocent = (
        mark
        for mark in taken
        if not any(mark.source[0] < end and start < mark.source[1] for start, end, _ in hidden)
    )
    return sum(max(plain_words(mark.was), 1) for mark in innocent)
