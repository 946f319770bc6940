"""Where in an entry, as it is read, a comment belongs: at a paragraph, or below its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from ui.models.coach_words import CommentTold

QUESTION_LEVEL = 2


class Spot(NamedTuple):
    """Numbers of blocks: the paragraph that is meant, and the last one of its answer."""

    block: int
    end: int


def spot_of(document: QTextDocument, told: CommentTold) -> Spot | None:
    """Where the comment belongs; None for the whole entry, and for what is not in the text."""
    if not told.label:
        return None
    found: Spot | None = None
    for heading, answer in _answers(document):
        asked = _plain(heading.text()) == _plain(told.label)
        for block in answer:
            if told.words and _is_same(block.text(), told.words):
                spot = Spot(block.blockNumber(), answer[-1].blockNumber())
                if asked:
                    return spot
                found = found or spot
        if asked and answer and (found is None or not told.words):
            found = Spot(answer[0].blockNumber(), answer[-1].blockNumber())
    return found


def _answers(document: QTextDocument) -> Iterator[tuple[QTextBlock, list[QTextBlock]]]:
    """Each question with the blocks of its answer."""
    heading: QTextBlock | None = None
    answer: list[QTextBlock] = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == QUESTION_LEVEL:
            if heading is not None:
                yield heading, answer
            heading, answer = block, []
        else:
            answer.append(block)
        block = block.next()
    if heading is not None:
        yield heading, answer


def _is_same(block: str, words: str) -> bool:
    """The same paragraph; one of either may have been broken into two."""
    one, other = _plain(block), _plain(words)
    return bool(one) and (one == other or one in other or other in one)


def _plain(text: str) -> str:
    return " ".join(text.split())
