"""Look again: what may be asked about, words of one's own, and what is not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ally_journal.domain.lens_choice import LensChoice, LensGroup, question_of
from ally_journal.domain.list_item import ListItem
from ally_journal.language import _
from ui.widgets.button import Button
from ui.widgets.chip_group import ChipGroup
from ui.widgets.setting_row import ABOVE, NARROW_SIDES, SIDES, STACK_BELOW, SettingRow
from ui.widgets.settings.own_words_sheet import OwnWordsSheet
from ui.widgets.settings.section import SettingsSection
from ui.widgets.switch import Switch
from ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ally_journal.changes import Change
    from ally_journal.journal import Journal
    from ui.desk import Desk
    from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class LensFound:
    """What the section shows; `muted` holds ids and what each asks."""

    groups: tuple[LensGroup, ...]
    muted: tuple[tuple[str, str], ...]
    own: tuple[ListItem, ...]


def lens_found(choice: LensChoice, own: tuple[ListItem, ...]) -> LensFound:
    """Put it together beside the window: the rules are heavy when they are read first."""
    return LensFound(choice.shown_groups, choice.muted_rules, own)


def _set_group(key: str, journal: Journal, *, on: bool) -> Change:
    return journal.lens.set_group(key, on=on)


class _Inset(QWidget):
    """As far from the edge as the rows beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.column = QVBoxLayout(self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Closer to the edge where it is narrow."""
        super().resizeEvent(event)
        is_narrow = self.theme.effective(self.width()) < STACK_BELOW
        sides = self.theme.px(NARROW_SIDES if is_narrow else SIDES)
        above = self.theme.px(ABOVE)
        self.column.setContentsMargins(sides, above, sides, above)


class LensSection(SettingsSection):
    """Read when Settings are opened; each change is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("Look again"), parent)
        self.groups: ChipGroup | None = None
        self.add: Button | None = None
        self._inner: QWidget | None = None
        self._found = LensFound((), (), ())
        self.sheet: OwnWordsSheet | None = None
        self.by_itself = Switch(self.theme, _("After the first draft"))
        self.by_itself.clicked.connect(self._choose_by_itself)
        line = _(
            "A long answer is looked at one time, when you go on from it: at most three questions"
            " for an entry. Off, it is only when you press Look again (F7)."
        )
        self.card.body.addWidget(
            SettingRow(self.theme, _("After the first draft"), line, self.by_itself)
        )

    def show_now(self) -> None:
        """Read what is chosen."""
        self.by_itself.setChecked(self.desk.settings.lens_after_draft)
        self.desk.ask(
            lambda journal: (journal.lens.choice(), journal.lens.own()), self._read, owner=self
        )

    def forget(self) -> None:
        """Let go of the words."""
        self._drop()
        self._found = LensFound((), (), ())

    def _read(self, found: tuple[LensChoice, tuple[ListItem, ...]]) -> None:
        self.desk.background.aside(partial(lens_found, *found), self._show, owner=self)

    def _show(self, found: LensFound) -> None:
        if found == self._found and self._inner is not None:
            return
        self._drop()
        self._found = found
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._groups(found))
        is_last = not found.own and not found.muted
        column.addWidget(self._own_head(last=is_last))
        for item in found.own:
            is_last = item == found.own[-1] and not found.muted
            column.addWidget(self._own_row(item, last=is_last))
        for rule, words in found.muted:
            column.addWidget(self._muted_row(rule, words, last=rule == found.muted[-1][0]))
        self.card.body.addWidget(inner)
        self._inner = inner

    def _drop(self) -> None:
        inner, self._inner = self._inner, None
        if inner is not None:
            self.groups = self.add = None
            self.card.body.removeWidget(inner)
            inner.hide()
            inner.deleteLater()

    def _groups(self, found: LensFound) -> QWidget:
        theme, px = self.theme, self.theme.px
        holder = _Inset(theme)
        column = holder.column
        column.setSpacing(px(4))
        column.addWidget(Text(theme, _("Ask about"), "bodym"))
        line = _(
            "It is wrong often, it counts nothing, and nothing of it is kept. What sounds heavy"
            " always leads to Support."
        )
        column.addWidget(Text(theme, line, "small", "ink3"))
        column.addSpacing(px(6))
        options = [(one.key, one.about) for one in found.groups]
        groups = ChipGroup(theme, options, small=True, name=_("Ask about"))
        groups.set_chosen([one.key for one in found.groups if one.is_on])
        groups.changed.connect(self._choose_groups)
        column.addWidget(groups)
        self.groups = groups
        return holder

    def _own_head(self, *, last: bool) -> QWidget:
        self.add = Button(self.theme, _("Add words"), "secondary", "sm", icon="plus")
        self.add.clicked.connect(self._ask_new)
        line = _("A word or a phrase that you want to be asked about, with your question.")
        return SettingRow(self.theme, _("Words of your own"), line, self.add, last=last)

    def _own_row(self, item: ListItem, *, last: bool) -> QWidget:
        change = Button(self.theme, _("Change…"), "quiet", "sm")
        change.setAccessibleName(_("Change {words}").format(words=item.text))
        change.clicked.connect(partial(self._ask_words, item))
        return SettingRow(self.theme, f"“{item.text}”", question_of(item), change, last=last)

    def _muted_row(self, rule: str, words: str, *, last: bool) -> QWidget:
        again = Button(self.theme, _("Ask again"), "quiet", "sm")
        again.setAccessibleName(_("Ask again: {words}").format(words=words))
        again.clicked.connect(partial(self._unmute, rule))
        return SettingRow(self.theme, _("Not asked again"), words, again, last=last)

    def _choose_by_itself(self) -> None:
        self.desk.change_settings(lens_after_draft=self.by_itself.isChecked())

    def _choose_groups(self) -> None:
        chosen = set(self.groups.chosen()) if self.groups is not None else set()
        for one in self._found.groups:
            if one.is_on != (one.key in chosen):
                key, on = one.key, not one.is_on
                self.desk.write(partial(_set_group, key, on=on))

    def _ask_new(self) -> None:
        self._ask_words(None)

    def _ask_words(self, item: ListItem | None) -> None:
        self.sheet = OwnWordsSheet(self.desk, self.window(), item)
        self.sheet.open()

    def _unmute(self, rule: str) -> None:
        self.desk.write(lambda journal: journal.lens.unmute(rule))
