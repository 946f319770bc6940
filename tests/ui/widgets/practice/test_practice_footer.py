"""The ways on through a practice; stopping is always one of them."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.practice.practice_footer import PracticeFooter


@pytest.fixture
def footer(qtbot, theme):
    footer = PracticeFooter(theme)
    qtbot.addWidget(footer)
    footer.resize(1000, footer.height())
    footer.show()
    return footer


def offered(footer):
    names = ("back", "stop", "skip", "next", "read", "rest")
    return {name for name in names if getattr(footer, name).isVisible()}


def test_a_question_can_be_stopped_skipped_and_answered(footer):
    footer.show_step(can_go_back=True, is_last=False)
    assert offered(footer) == {"back", "stop", "skip", "next"}


def test_the_closing_offers_rest_and_to_read_what_there_is(footer):
    footer.show_closing(can_read=False, can_go_back=True)
    assert offered(footer) == {"back", "rest"}
    footer.show_closing(can_read=True, can_go_back=True)
    assert offered(footer) == {"back", "read", "rest"}


def test_where_the_page_has_the_ways_on_only_back_is_left(footer):
    footer.show_step(can_go_back=True, is_last=False)
    footer.show_ways_only()
    assert offered(footer) == {"back"}
    footer.show_step(can_go_back=True, is_last=False)
    assert "stop" in offered(footer)


def test_the_first_question_has_no_way_back(footer):
    footer.show_step(can_go_back=False, is_last=False)
    assert not footer.back.isEnabled()


def test_the_last_question_says_finish(footer):
    footer.show_step(can_go_back=True, is_last=True)
    assert footer.next.words == "Finish"
    footer.show_step(can_go_back=True, is_last=False)
    assert footer.next.words == "Next"


@pytest.mark.parametrize("name", ["back", "stop", "skip", "next", "read", "rest"])
def test_each_way_tells_itself(qtbot, footer, name):
    with qtbot.waitSignal(getattr(footer, f"{name}_asked"), timeout=1_000):
        qtbot.keyClick(getattr(footer, name), Qt.Key.Key_Return)


def test_stop_is_shorter_where_it_is_narrow_and_keeps_its_name(footer):
    footer.show_step(can_go_back=True, is_last=False)
    footer.resize(500, footer.height())
    assert footer.stop.words == "Stop here"
    assert footer.stop.accessibleName() == "Stop here, keep what I have"
    footer.resize(1000, footer.height())
    assert footer.stop.words == "Stop here, keep what I have"


def test_it_is_lower_in_a_low_window(footer):
    before = footer.height()
    footer.set_low(on=True)
    assert footer.height() < before
