from ui.places import ListsPlace
from ui.widgets.settings.lists_section import ListsSection


def test_the_line_on_today_is_switched_off_and_on(desk, shown, settle):
    section = shown(ListsSection(desk))
    assert section.reminder.isChecked()
    section.reminder.click()
    settle(desk)
    assert not desk.settings.show_reminders
    section.show_now()
    assert not section.reminder.isChecked()


def test_the_lists_are_opened_from_here(desk, shown):
    visited = []
    desk.visit.connect(visited.append)
    section = shown(ListsSection(desk))
    section.open.click()
    assert visited == [ListsPlace(back="settings")]
