"""Reminders: whether, when, and what is there while the window is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ally_journal.domain.reminder_file import plan_of, quiet_in, quiet_text, times_in, times_text
from ally_journal.language import _
from ally_journal.paths import default_journal
from ui import login_start
from ui.reminder_notes import choose
from ui.tray import Tray
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.setting_row import SettingRow
from ui.widgets.settings.quiet_hours import QuietHours
from ui.widgets.settings.section import SettingsSection
from ui.widgets.settings.times_form import TimesForm
from ui.widgets.switch import Switch
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.desk import Desk


class RemindersSection(SettingsSection):
    """What reminds stands in the first card, what goes on without the window in the second."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Reminders"), parent)
        theme = self.theme
        self.remind = Switch(theme, _("Remind me"))
        self.times = TimesForm(theme)
        self.add_time = Button(theme, _("Another time"), "quiet", "sm", icon="plus")
        self.quiet = QuietHours(theme)
        self.save = Button(theme, _("Save…"), "secondary", "sm")
        self.save.setAccessibleName(_("Save a calendar file"))
        self.never = Text(theme, "", "small", "ink2")
        self.tray = Switch(theme, _("Icon beside the clock"))
        self.tray_locks = Switch(theme, _("Lock when the window is closed"))
        self.login = Switch(theme, _("Start when you sign in"))
        self._fill()
        self._fill_second()
        self._column.insertWidget(2, self.never)
        self.show_now()
        self._connect()

    def show_now(self) -> None:
        """Show what is chosen."""
        chosen = self.desk.window_settings
        times = times_in(chosen.remind_times)
        self.remind.setChecked(chosen.reminders)
        self.times.set_times(times)
        self.quiet.set_value(quiet_in(chosen.quiet_hours))
        self.tray.setChecked(chosen.tray)
        self.tray_locks.setChecked(chosen.tray_locks)
        self.login.setChecked(login_start.is_on())
        self.tray.setEnabled(chosen.tray or Tray.is_there())
        self.login.setEnabled(self.login.isChecked() or self._can_start())
        self._locks_row.setVisible(chosen.tray)
        self._show_times()

    def _fill(self) -> None:
        rows = self.card.body
        for one in (
            SettingRow(
                self.theme,
                _("Remind me"),
                _(
                    "Once a day at most, while this program runs, locked or not. It says: A quiet "
                    "moment, if you like."
                ),
                self.remind,
            ),
            SettingRow(
                self.theme,
                _("When"),
                _("Not on a day on which you were here, nor while your habits are paused."),
                self.add_time,
                last=True,
            ),
            self.times,
            SettingRow(
                self.theme, _("Quiet hours"), _("What comes then waits for their end."), self.quiet
            ),
            SettingRow(
                self.theme,
                _("In your own calendar"),
                _("A calendar reminds you while this program is closed, too. It says as little."),
                self.save,
                last=True,
            ),
        ):
            rows.addWidget(one)

    def _fill_second(self) -> None:
        theme = self.theme
        card = Card(theme, margins=(0, 0, 0, 0))
        self._locks_row = SettingRow(
            theme,
            _("Lock when the window is closed"),
            _("The icon stays, and the passphrase brings the journal back."),
            self.tray_locks,
        )
        rows = (
            SettingRow(theme, _("Icon beside the clock"), self._tray_words(), self.tray),
            self._locks_row,
            SettingRow(
                theme, _("Start when you sign in"), self._login_words(), self.login, last=True
            ),
        )
        for row in rows:
            card.body.addWidget(row)
        self._column.addWidget(card)

    def _tray_words(self) -> str:
        if not Tray.is_there():
            return _("This desktop has no place for one.")
        return _("With it, closing the window does not end the program; Quit in its menu does.")

    def _login_words(self) -> str:
        if not login_start.can_start():
            return _("This program may not see to that here; the system's own settings can.")
        if self.desk.folder != default_journal():
            return _(
                "Only for the journal in its usual place, so that no other place is written down."
            )
        if sys.platform == "win32":
            return _("The window opens then. Nothing is unlocked by it.")
        return _("Out of sight, beside the clock or as a small window. Nothing is unlocked by it.")

    def _can_start(self) -> bool:
        return login_start.can_start() and self.desk.folder == default_journal()

    def _connect(self) -> None:
        self.remind.clicked.connect(self._choose_remind)
        self.times.changed.connect(self._choose_times)
        self.add_time.clicked.connect(self.times.add_time)
        self.quiet.chosen.connect(self._choose_quiet)
        self.save.clicked.connect(self._save)
        self.tray.clicked.connect(self._choose_tray)
        self.tray_locks.clicked.connect(self._choose_lock)
        self.login.clicked.connect(self._choose_login)
        self.desk.reminders_changed.connect(self.show_now)

    def _choose_remind(self) -> None:
        choose(self.desk, reminders=self.remind.isChecked())

    def _choose_times(self) -> None:
        choose(self.desk, remind_times=times_text(self.times.times()))

    def _choose_quiet(self) -> None:
        choose(self.desk, quiet_hours=quiet_text(self.quiet.value()))

    def _choose_tray(self) -> None:
        choose(self.desk, tray=self.tray.isChecked())

    def _choose_lock(self) -> None:
        choose(self.desk, tray_locks=self.tray_locks.isChecked())

    def _choose_login(self) -> None:
        wanted = self.login.isChecked()
        if not (login_start.turn_on() if wanted else login_start.turn_off()):
            self.desk.messages.say(
                _("The system did not take that. Its own settings for starting programs can.")
            )
        self.show_now()

    def _save(self) -> None:
        from ui.widgets.settings.calendar_sheet import CalendarSheet  # noqa: PLC0415 asked for rarely

        CalendarSheet(self.desk, self.window(), self.times.times()).open()

    def _show_times(self) -> None:
        """What the times come to: a word where none would ever be seen."""
        times = self.times.times()
        plan = plan_of(self.desk.window_settings._replace(reminders=True))
        words = ""
        if not times:
            words = _("No weekday is chosen, so nothing reminds you.")
        elif plan.never_comes():
            words = _("All of that lies in your quiet hours, so nothing would remind you.")
        self.never.setText(words)
        self.never.setVisible(bool(words))
        self.add_time.setEnabled(self.times.has_room)
        self.save.setEnabled(bool(times))
