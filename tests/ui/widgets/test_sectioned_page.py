"""Sections below one another, and where the page is scrolled to."""

import pytest
from PySide6.QtWidgets import QAbstractSlider, QWidget

from ui.widgets.sectioned_page import ABOVE, SectionedPage

NAMES = ("first", "second", "third", "fourth")


@pytest.fixture
def page(theme, shown):
    made = SectionedPage(theme, "A title", "", [(name, "eye", name) for name in NAMES])
    for name in NAMES:
        part = QWidget()
        part.setFixedHeight(700)
        made.add_section(name, part)
    made.end_sections()
    return shown(made)


def top_of(page, name):
    return page.parts[name].mapTo(page.viewport(), page.parts[name].rect().topLeft()).y()


def test_a_section_stays_at_the_top_while_one_above_it_grows(qtbot, page):
    page.show_section("third")
    page.parts["first"].setFixedHeight(1_200)
    qtbot.waitUntil(lambda: top_of(page, "third") == page.theme.px(ABOVE))


def test_whoever_scrolls_is_not_taken_back(qtbot, page):
    page.show_section("third")
    page.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    page.parts["fourth"].setFixedHeight(1_200)
    qtbot.wait(50)
    assert top_of(page, "third") > page.theme.px(ABOVE)


def test_the_list_leads_to_a_section(qtbot, page):
    page.list.chosen.emit("second")
    assert top_of(page, "second") == page.theme.px(ABOVE)
