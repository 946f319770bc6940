"""Reading JSON that somebody else may have written: a piece at a time, and strictly.

Refused are repeated keys, NaN and Infinity, integers beyond 64 bits, numbers that are not finite,
nesting without end and bytes that are not UTF-8. No more is in memory than one value of a size that
is told beforehand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ally_journal.errors import SourceMalformed, SourceTooLarge, SourceUnreadable
from ally_journal.formats.json_values import Reason, Refused, read_integer, read_real

if TYPE_CHECKING:
    from typing import TextIO

_CHUNK = 1 << 18
_LONGEST_CUT = 24
"""An error this near to the end of what was read may be a word or a number that goes on."""


class Feed:
    """The text of a stream, taken value by value. `place` names what is read, for errors."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self.place = ""
        self._stream = stream
        self._most = most
        self._text = ""
        self._at = 0
        self._ended = False

    def next(self) -> str:
        """The next character that is not blank, left where it is; empty at the end."""
        while True:
            rest = len(self._text)
            while self._at < rest and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < rest or self._ended:
                return self._text[self._at : self._at + 1]
            self._fill()

    def take(self, sign: str, reason: Reason = Reason.NOT_JSON) -> None:
        """Go past a sign that has to stand here."""
        if self.next() != sign:
            raise SourceMalformed(self.place, reason)
        self._at += 1

    def took(self, sign: str) -> bool:
        """Go past a sign if it stands here."""
        if self.next() != sign:
            return False
        self._at += 1
        return True

    def value(self) -> Any:  # noqa: ANN401 whatever JSON can hold
        """Take one whole value.

        Raises:
            SourceMalformed, SourceTooLarge, SourceUnreadable: with the present place.
        """
        self.next()
        problem = Reason.NOT_JSON
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                is_cut = _is_cut(error, len(self._text))
            except Refused as error:
                is_cut, problem = problem is Reason.NOT_JSON, error.reason
            except RecursionError:
                is_cut, problem = False, Reason.TOO_DEEP
            else:
                may_go_on = _LONGEST_CUT if isinstance(value, int | float) else 0
                if end + may_go_on < len(self._text) or self._ended:
                    self._at = end
                    return value
                is_cut = True
            self._go_on(problem, is_cut=is_cut)

    def _go_on(self, problem: Reason, *, is_cut: bool) -> None:
        """Read on where a value may be cut off, else say what is wrong."""
        if not is_cut or self._ended:
            raise SourceMalformed(self.place, problem)
        if len(self._text) - self._at > self._most:
            raise SourceTooLarge
        self._fill()

    def _fill(self) -> None:
        left = self._text[self._at :]
        try:
            more = self._stream.read(max(_CHUNK, len(left)))
        except UnicodeDecodeError:
            raise SourceMalformed(self.place, Reason.NOT_UTF_8) from None
        except OSError as error:
            raise SourceUnreadable from error
        self._text, self._at, self._ended = left + more, 0, not more


def _is_cut(error: json.JSONDecodeError, length: int) -> bool:
    return error.msg.startswith("Unterminated string") or error.pos > length - _LONGEST_CUT


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused(Reason.DUPLICATE_KEY)
    return found


def _constant(_: str) -> float:
    raise Refused(Reason.NOT_FINITE)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=read_integer,
    parse_float=read_real,
    parse_constant=_constant,
)
