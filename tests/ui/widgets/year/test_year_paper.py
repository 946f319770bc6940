import pytest

from ally_journal.domain.year_words import YearItem, YearPart
from ui.widgets.year.year_paper import LONGEST_WHOLE, YearPaper


@pytest.fixture
def shown(qtbot, theme):
    """The words of a list that is shown: `shown(text)`, as they stand on the page."""

    def show(text):
        paper = YearPaper(theme)
        qtbot.addWidget(paper)
        paper.show_parts([YearPart("months", "The months", items=(YearItem(text, "March"),))])
        return paper.words[0].document().toRawText()

    return show


def test_a_line_never_ends_within_a_name_nor_before_the_point(shown):
    assert shown("A small act · Bias check") == "A\u00a0small\u00a0act\u00a0· Bias\u00a0check"


def test_nor_behind_a_hyphen(shown):
    assert shown("An if-then plan · Catch") == "An\u00a0if-\u2060then\u00a0plan\u00a0· Catch"


def test_a_very_long_name_may_break(shown):
    name = "a " * LONGEST_WHOLE + "end"
    assert shown(f"{name} · Plan") == f"{name}\u00a0· Plan"


def test_a_sentence_stays_as_it_was_written(shown):
    assert shown("Fern gave Kit the first form") == "Fern gave Kit the first form"
