"""Names of other programs' habits, so that each can be kept here and is known again."""

from __future__ import annotations

LONGEST = 80
"""Letters of a habit's name here."""


class Names:
    """Gives each habit of a file a name of its own, and the key by which it is known again."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._seen: dict[str, int] = {}
        self._given: set[str] = set()
        self.cut = 0

    def name(self, text: str) -> tuple[str, str]:
        """The key and the name; of two habits with one name the second has a number."""
        plain = " ".join(text.split())
        number = self._seen[plain.casefold()] = self._seen.get(plain.casefold(), 0) + 1
        self.cut += len(plain) > LONGEST
        name = _cut(plain, "")
        while name.casefold() in self._given:
            name = _cut(plain, f" ({number})")
            number += 1
        self._given.add(name.casefold())
        return "\0".join((self._program, plain.casefold(), str(self._seen[plain.casefold()]))), name


def _cut(text: str, end: str) -> str:
    if len(text) + len(end) <= LONGEST:
        return text + end
    return text[: LONGEST - len(end) - 1].rstrip() + "…" + end
