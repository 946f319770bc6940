"""What is said of the weeks so far."""

import pytest

from ui.widgets.today.week_card import weeks_words


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        (0, ""),
        (1, "The first week of writing."),
        (25, "25 weeks of writing so far, weeks of rest included."),
    ],
)
def test_weeks_are_told_in_words_that_need_no_help(weeks, words):
    assert weeks_words(weeks) == words
