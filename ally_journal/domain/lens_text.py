"""Text as the lens reads it: words with their places, without quotes, code and links.

What someone else said is not the writer's: quotes in any common marks and Markdown quotes are left
out, and so are code, links and addresses. Every step is one pass over the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

NAME = "@name"
"""What stands in the stream for a name of one of the entry's people."""

JOINED, CLAUSE, SENTENCE = 0, 1, 2
"""What lies between a word and the one before it: nothing, a comma or the like, a full stop."""

_LEFT_OUT = "\0"
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_PIECE = re.compile(
    rf"(?P<word>[^\W_{_SPACELESS}]+(?:['’][^\W_{_SPACELESS}]+)*|[{_SPACELESS}])"
    r"|(?P<asks>[?？])"
    r"|(?P<ends>[.!…。！]|\n[ \t\r]*(?:[\n#*+•-]|(?=[A-Z])))"
    r"|(?P<parts>[,;:()\[\]—–\0、，]|\s-\s)"
)
_TAIL = re.compile(r"'(?:s|re|m|d|ll|ve)\Z")
_SPELLED = {
    f"{verb}nt": f"{verb}n't"
    for verb in ("do", "does", "did", "is", "was", "are", "ca", "could", "would", "should")
} | {"cannot": "can't"}
_PRONOUNS = frozenset({
    "he", "she", "it", "that", "this", "who", "what", "there", "here", "where", "how", "let",
    "everyone",
})  # fmt: skip
_AFTER_IS = frozenset({
    "a", "an", "the", "not", "so", "too", "such", "just", "always", "never", "being", "been",
    "got", "really", "very", "quite", "rather", "clearly", "obviously", "simply", "only", "all",
    "totally", "completely", "still", "far", "way", "another", "one", "like", "no", "trying",
})  # fmt: skip

_STRONG = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", '"': '"'}
_SINGLE = {"‘": "’", "'": "'"}
_STRONG_MARK = re.compile('\n[ \t\r]*\n|["“”„«»‹›「」『』]')
_SINGLE_MARK = re.compile("\n[ \t\r]*\n|['‘’]")
_CODE = re.compile(
    r"(?ms:^[ \t]*(?P<fence>```|~~~).*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z))"
    r"|`[^`\n]+`"
    r"|(?m:^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?>.*$)"
    r"|\b(?:https?://|www\.)\S+"
    r"|(?<=\]\()[^()\s]{1,2000}\)"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
)

_Names = dict[str, list[tuple[tuple[str, ...], bool]]]


@dataclass(slots=True)
class Stream:
    """The words of a text, lower case, and for each its place and what lies before it.

    `before` has one more place than `words`: the end of the text ends a sentence. `sentences` says
    for each word which sentence it is in; `asked` holds the sentences that end in a question mark.
    """

    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    asked: set[int] = field(default_factory=set)

    def add(self, word: str, span: tuple[int, int], before: int, sentence: int) -> None:
        """One more word."""
        self.words.append(word)
        self.starts.append(span[0])
        self.ends.append(span[1])
        self.before.append(before)
        self.sentences.append(sentence)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a phrase, as they stand in a stream."""
    return tuple(_read(text).words)


def stream_of(text: str, people: Collection[str] = ()) -> Stream:
    """The words of a text that are the writer's own.

    Args:
        text: as written; places are counted in its characters.
        people: names of the entry's people, which become `NAME`. A name that is given with a
            capital stands only where it is written with one.
    """
    stream = _read(without_quotes(text))
    names = _names(people)
    if not names.keys().isdisjoint(stream.words):
        stream = _with_names(stream, names, text)
    _tell_possession(stream)
    return stream


def without_quotes(text: str) -> str:
    """The text, as long as it was, with quotes, code and links blotted out."""
    text = _blotted(text, (one.span() for one in _CODE.finditer(text)))
    text = _blotted(text, _quotes(text, _STRONG_MARK, _STRONG))
    return _blotted(text, _quotes(text, _SINGLE_MARK, _SINGLE))


def _blotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], _LEFT_OUT * (end - start))
        at = end
    return "".join((*parts, text[at:]))


def _quotes(text: str, marks: re.Pattern[str], pairs: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Where quotes stand; one that is not closed ends with its paragraph, if its mark is clear."""
    opened, closers = -1, ""
    for found in marks.finditer(text):
        mark = found[0]
        if opened < 0:
            if mark in pairs and _opens(text, found.start()):
                opened, closers = found.start(), pairs[mark]
        elif mark in closers and _closes(text, found.start(), pairs):
            yield opened, found.end()
            opened = -1
        elif mark[0] == "\n":
            if pairs is _STRONG:
                yield opened, found.start()
            opened = -1
    if opened >= 0 and pairs is _STRONG:
        yield opened, len(text)


def _opens(text: str, at: int) -> bool:
    if text[at] not in "'\"‘":
        return True
    return not text[at - 1 : at].isalnum() and not text[at + 1 : at + 2].isspace()


def _closes(text: str, at: int, pairs: dict[str, str]) -> bool:
    """A single mark between letters is an apostrophe."""
    return pairs is _STRONG or not text[at + 1 : at + 2].isalnum()


def _read(text: str) -> Stream:
    stream = Stream()
    before, sentence = SENTENCE, 0
    for found in _PIECE.finditer(text):
        kind = found.lastgroup
        if kind == "word":
            _add_word(stream, found[0], found.start(), (before, sentence))
            before = JOINED
        elif kind == "parts":
            before = max(before, CLAUSE)
        else:
            if kind == "asks":
                stream.asked.add(sentence)
            sentence += before != SENTENCE
            before = SENTENCE
    stream.before.append(SENTENCE)
    return stream


def _add_word(stream: Stream, written: str, start: int, place: tuple[int, int]) -> None:
    end = start + len(written)
    word = written.lower()
    if "'" not in word and "’" not in word:
        stream.add(_SPELLED.get(word, word), (start, end), *place)
        return
    word = word.replace("’", "'")
    tail = _TAIL.search(word)
    if tail is None or len(word) != len(written):
        stream.add(word, (start, end), *place)
        return
    cut = start + tail.start()
    stream.add(word[: tail.start()], (start, cut), *place)
    stream.add(tail[0], (cut, end), JOINED, place[1])


def _names(people: Collection[str]) -> _Names:
    names: _Names = {}
    for name in people:
        words = words_of(name)
        if words:
            cased = name.strip()[:1].isupper()
            names.setdefault(words[0], []).append((words, cased))
    for known in names.values():
        known.sort(key=lambda one: -len(one[0]))
    return names


def _with_names(stream: Stream, names: _Names, text: str) -> Stream:
    """The stream with each name as one word."""
    named = Stream(asked=stream.asked)
    skip_to = 0
    for at, word in enumerate(stream.words):
        if at < skip_to:
            continue
        length = _name_at(stream, at, names, text) if word in names else 0
        skip_to = at + max(length, 1)
        span = (stream.starts[at], stream.ends[skip_to - 1])
        named.add(NAME if length else word, span, stream.before[at], stream.sentences[at])
    named.before.append(SENTENCE)
    return named


def _name_at(stream: Stream, at: int, names: _Names, text: str) -> int:
    """How many words a name that begins here has; 0 where none does."""
    for words, cased in names[stream.words[at]]:
        as_written = not cased or not text[stream.starts[at]].islower()
        end = at + len(words)
        if as_written and tuple(stream.words[at:end]) == words:
            return len(words)
    return 0


def _tell_possession(stream: Stream) -> None:
    """Turn the 's of "Kit's plan" into an apostrophe alone, so that it is not read as "is"."""
    words = stream.words
    for at, word in enumerate(words):
        if word == "'s" and words[at - 1] not in _PRONOUNS and _owns(stream, at + 1):
            words[at] = "'"


def _owns(stream: Stream, at: int) -> bool:
    if at >= len(stream.words) or stream.before[at] or stream.words[at] in _AFTER_IS:
        return False
    return at + 1 < len(stream.words) and not stream.before[at + 1]
