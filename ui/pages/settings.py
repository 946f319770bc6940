"""Settings: a change works at once; there is no button to save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from ally_journal.language import _
from ui.widgets.sectioned_page import SectionedPage
from ui.widgets.settings.about_section import AboutSection
from ui.widgets.settings.bringing_section import BringingSection
from ui.widgets.settings.day_section import DaySection
from ui.widgets.settings.habits_section import HabitsSection
from ui.widgets.settings.keys_section import KeysSection
from ui.widgets.settings.lens_section import LensSection
from ui.widgets.settings.lists_section import ListsSection
from ui.widgets.settings.lock_section import LockSection
from ui.widgets.settings.look_section import LookSection
from ui.widgets.settings.reminders_section import RemindersSection
from ui.widgets.settings.safety_section import SafetySection
from ui.widgets.settings.sharing_section import SharingSection

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ally_journal.changes import Change
    from ui.desk import Desk
    from ui.places import SettingsPlace


class SettingsPage(SectionedPage):
    """Sections at the left, cards with rows at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        subtitle = _("Everything stays on this device.")
        super().__init__(desk.theme, _("Settings"), subtitle, _sections(), parent)
        self.desk = desk
        self.look = LookSection(desk)
        self.day = DaySection(desk)
        self.habits = HabitsSection(desk)
        self.lists = ListsSection(desk)
        self.lock = LockSection(desk)
        self.add_section("appearance", self.look)
        self.add_section("day", self.day)
        self.add_section("habits", self.habits)
        self.reminders = RemindersSection(desk)
        self.add_section("reminders", self.reminders)
        self.add_section("lists", self.lists)
        self.add_section("lock", self.lock)
        self.lens = LensSection(desk)
        self.add_section("lens", self.lens)
        self.safety = SafetySection(desk)
        self.add_section("safety", self.safety)
        self.sharing = SharingSection(desk)
        self.add_section("sharing", self.sharing)
        self.add_section("bringing", BringingSection(desk))
        self.add_section("keys", KeysSection(desk))
        self.add_section("about", AboutSection(desk))
        self.lock.keys.done.connect(self.safety.show_now)  # new keys come with a backup
        self.end_sections()
        desk.changed.connect(self._changed)

    def arrive(self, place: SettingsPlace) -> None:
        """Show the settings in force, and the section that was asked for."""
        self._show_now()
        self.reminders.show_now()
        self.lock.show_keys()
        self.safety.show_now()
        self.sharing.show_now()
        self.show_section(place.section)
        QTimer.singleShot(0, self, lambda key=place.section: self.show_section(key))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """A name that is still being typed is kept too."""
        self.day.keep_name()

    def forget(self) -> None:
        """Empty every field."""
        self.day.forget()
        self.lock.forget()
        self.lens.forget()
        self.safety.forget()
        self.sharing.forget()

    def _changed(self, change: Change) -> None:
        if change.settings or change.everything:
            self._show_now()

    def _show_now(self) -> None:
        for section in (self.look, self.day, self.habits, self.lists, self.lock, self.lens):
            section.show_now()


def _sections() -> list[tuple[str, str, str]]:
    return [
        ("appearance", "eye", _("Look and reading")),
        ("day", "calendar", _("Day and week")),
        ("habits", "clock", _("Habits and rhythm")),
        ("reminders", "moon", _("Reminders")),
        ("lists", "care", _("Your lists")),
        ("lock", "lock", _("Lock and passphrase")),
        ("lens", "look", _("Look again")),
        ("safety", "file", _("Backups and checks")),
        ("sharing", "share", _("Sharing")),
        ("bringing", "plus", _("Bring in")),
        ("keys", "table", _("Keys")),
        ("about", "info", _("About")),
    ]
