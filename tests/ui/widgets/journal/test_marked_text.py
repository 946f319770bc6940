"""Two lines of an excerpt, with what was looked for in another ink."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from ally_journal.domain.query import hits, parse
from ui.widgets.journal.marked_text import LINES, MarkedText

LINE = 20
INK, MARK = QColor("black"), QColor("red")


@pytest.fixture
def made(theme):
    def make(text, words="", width=300.0):
        query = parse(words)
        return MarkedText(text, theme.font("text14"), LINE, width, lambda text: hits(text, query))

    return make


def drawn(text):
    image = QImage(320, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    text.draw(painter, QPointF(0, 0), INK, MARK)
    painter.end()
    return [[image.pixelColor(x, y) for x in range(320)] for y in range(100)]


def reds(pixels):
    return sum(one.red() > one.green() + 100 for row in pixels for one in row)


def lowest(pixels):
    return max(y for y, row in enumerate(pixels) if any(one.green() < 128 for one in row))


def test_what_was_looked_for_is_in_the_other_ink(made):
    assert reds(drawn(made("The heron on the roof", "heron"))) > 0


def test_without_a_search_one_ink_is_enough(made):
    assert reds(drawn(made("The heron on the roof"))) == 0


def test_a_word_that_was_elided_marks_nothing(made):
    assert reds(drawn(made("so " * 200 + "heron", "heron"))) == 0


def test_a_long_text_ends_after_two_lines_in_dots(made):
    text = made("a word " * 200)
    assert text._layout.lineCount() == LINES
    assert text._text.endswith("…")
    assert lowest(drawn(text)) < LINES * LINE


def test_a_short_text_stands_as_it_is_on_one_line(made):
    text = made("  a word\n\nand  another ")
    assert text._text == "a word and another"
    assert lowest(drawn(text)) < LINE


@pytest.mark.parametrize("text", ["", " \n", "x" * 4000, "🌱" * 300])
def test_any_text_can_be_laid_out(made, text):
    assert made(text, "x")._layout.lineCount() <= LINES


def test_the_mark_stands_on_its_word_behind_a_plant_too(made):
    marks = made("🌱🌱 the heron 🌱 on the roof", "heron")._marks(MARK)
    assert [(one.start, one.length) for one in marks] == [(9, 5)]
