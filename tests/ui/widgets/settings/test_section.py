"""A section of the settings: its heading, and its rows in a card."""

import pytest

from ui.widgets.setting_row import SettingRow
from ui.widgets.settings.section import SettingsSection
from ui.widgets.switch import Switch


@pytest.fixture
def section(desk, qtbot):
    section = SettingsSection(desk, "Privacy")
    qtbot.addWidget(section)
    return section


def rows(section):
    return section.card.findChildren(SettingRow)


def test_rows_stand_in_the_order_they_were_added(section):
    for title in ("Hide asks", "Show the rhythm", "Lock"):
        section.add_row(title, "", Switch(section.theme, title))
    section.end_rows()
    assert [row.title.text() for row in rows(section)] == ["Hide asks", "Show the rhythm", "Lock"]


def test_only_the_last_row_has_no_line_below(section):
    for title in ("Hide asks", "Lock"):
        section.add_row(title, "", Switch(section.theme, title))
    section.end_rows()
    assert [row._is_last for row in rows(section)] == [False, True]


def test_a_control_without_a_name_takes_the_one_of_its_row(section):
    section.add_row("Lock", "After some quiet minutes.", Switch(section.theme, ""))
    section.end_rows()
    assert rows(section)[0].control.accessibleName() == "Lock"


def test_a_section_without_rows_is_possible(section):
    section.end_rows()
    assert rows(section) == []
