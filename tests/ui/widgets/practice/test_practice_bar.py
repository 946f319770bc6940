"""The top of a practice."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.practice.practice_bar import PracticeBar


@pytest.fixture
def bar(qtbot, theme):
    bar = PracticeBar(theme)
    bar.show_name("After a hard talk")
    qtbot.addWidget(bar)
    bar.resize(1000, bar.height())
    bar.show()
    return bar


def test_nothing_is_said_about_saving_before_it_is_saved(bar):
    assert bar.saved_words == ""
    assert not bar.saved.isVisible()


@pytest.mark.parametrize(("width", "words"), [(1000, "Saved 14:02"), (600, "Saved")])
def test_what_is_saved_is_said_in_any_width(bar, width, words):
    bar.resize(width, bar.height())
    bar.show_saved("14:02")
    assert bar.saved_words == words
    assert bar.saved.isVisible()


def test_a_new_practice_is_not_saved_yet(bar):
    bar.show_saved("14:02")
    bar.show_saved("")
    assert bar.saved_words == ""


@pytest.mark.parametrize("width", [1000, 700, 420])
def test_support_hide_and_close_are_there_in_any_width(bar, width):
    bar.resize(width, bar.height())
    assert bar.support_button.isVisible() != bar.support_icon.isVisible()
    assert bar.hide_button.isVisible()
    assert bar.close_button.isVisible()
    assert bar.hide_button.geometry().right() <= width


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("support_button", "support_asked"),
        ("support_icon", "support_asked"),
        ("hide_button", "hide_asked"),
        ("close_button", "close_asked"),
    ],
)
def test_each_button_asks_for_its_own(qtbot, bar, button, signal):
    with qtbot.waitSignal(getattr(bar, signal), timeout=1_000):
        qtbot.keyClick(getattr(bar, button), Qt.Key.Key_Return)


def test_the_larger_text_leaves_the_words_out_sooner(bar, theme):
    theme.choose(percent=200)
    assert bar.support_icon.isVisible()


def test_it_is_lower_in_a_low_window(bar):
    before = bar.height()
    bar.set_low(on=True)
    assert bar.height() < before
