"""Words that stand nowhere else, and the search for them in whatever a run has left behind."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CANARIES = {
    slot: f"Kingfisher{slot.title()}Orchid"
    for slot in (
        "answer", "title", "draft", "discarded", "edited", "note", "tag", "person", "role",
        "promise", "smaller", "reason", "habit", "pause", "called", "searched", "trashed", "typed",
    )
}  # fmt: skip
"""A word for every kind of thing that is written."""

PASSPHRASE = "KingfisherPassphraseOrchid"


def spellings(word: str) -> Iterator[bytes]:
    """The word in lower case: UTF-8, UTF-16 in both orders; and base64 at each of its offsets."""
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        yield word.lower().encode(code)
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + word.encode() + b"\0" * 2)
        # The first and last signs of base64 depend on what stands beside the word.
        yield whole[4 if before else 0 : -8].lower()


def found_in(content: bytes, words: Iterable[str]) -> list[str]:
    """The words that stand in some bytes, in any spelling and any case."""
    lower = content.lower()
    return [word for word in words if any(one in lower for one in spellings(word))]


def left_behind(places: Iterable[Path], words: Iterable[str]) -> list[str]:
    """Every word that a file or a file's name below these places holds, with the place."""
    known = list(words)
    return [
        f"{path}: {word}"
        for place in places
        for path in sorted(place.rglob("*"))
        for word in found_in(_content(path) + str(path).encode(), known)
    ]


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() and not path.is_symlink() else b""
