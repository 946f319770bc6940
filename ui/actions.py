"""Actions: each act with its keys, declared once. Shortcuts, tooltips, help and Settings derive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from ally_journal.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Act(NamedTuple):
    """One act. `is_bound`: the window itself listens for its keys; else a page or a field does.

    `group`: "go", "write" or "window". `needs_journal`: only once a journal is open.
    """

    name: str
    group: str
    text: str
    keys: tuple[str, ...]
    is_bound: bool = True
    needs_journal: bool = True


def acts() -> tuple[Act, ...]:
    """All of them, in the order in which they are shown, in the person's language."""
    return (
        Act("today", "go", _("Today"), ("Ctrl+1",)),
        Act("journal", "go", _("Journal"), ("Ctrl+2",)),
        Act("insights", "go", _("Insights"), ("Ctrl+3",)),
        Act("promises", "go", _("People & promises"), ("Ctrl+4",)),
        Act("share", "go", _("Share"), ("Ctrl+5",)),
        Act("new", "go", _("New entry"), ("Ctrl+N",)),
        Act("search", "go", _("Search"), ("Ctrl+F",)),
        Act("settings", "go", _("Settings"), ("Ctrl+,",)),
        Act("next", "write", _("Next, or finish"), ("Ctrl+Return",), is_bound=False),
        Act("previous", "write", _("Back one question"), ("Alt+Left",), is_bound=False),
        Act("skip", "write", _("Skip the question"), ("Ctrl+Shift+Return",), is_bound=False),
        Act("stop", "write", _("Stop here, keep what I have"), ("Ctrl+.",), is_bound=False),
        Act("look", "write", _("Look again"), ("F7",), is_bound=False),
        Act("scale", "write", _("Choose on a scale; 1 then 0 for 10"), ("0 – 9",), is_bound=False),
        Act("help", "window", _("Help"), ("F1",), needs_journal=False),
        Act("support", "window", _("Support"), ("F4",), needs_journal=False),
        Act("hide", "window", _("Hide now"), ("Ctrl+H",), needs_journal=False),
        Act("lock", "window", _("Lock"), ("Ctrl+L",)),
        Act("region", "window", _("Next region"), ("F6",), needs_journal=False),
        Act("region_back", "window", _("Region before"), ("Shift+F6",), needs_journal=False),
        Act("content", "window", _("To the content"), ("Ctrl+Shift+M",), needs_journal=False),
        Act("larger", "window", _("Larger text"), ("Ctrl++", "Ctrl+="), needs_journal=False),
        Act("smaller", "window", _("Smaller text"), ("Ctrl+-",), needs_journal=False),
        Act("plain_size", "window", _("Text at 100 %"), ("Ctrl+0",), needs_journal=False),
        Act("close", "window", _("Close a card, or leave Support"), ("Esc",), is_bound=False),
    )


def act(name: str) -> Act:
    """The act with this name."""
    return next(one for one in acts() if one.name == name)


def shown_keys(name: str) -> str:
    """The keys of an act as they are printed on a keyboard: "Ctrl H"."""
    return printed(act(name).keys[0])


def tip(name: str) -> str:
    """The tooltip of the button of an act: its name and its keys."""
    one = act(name)
    return f"{one.text} ({printed(one.keys[0])})"


def printed(keys: str) -> str:
    """Keys in the words of the keyboard: "Ctrl+Return" is "Ctrl Enter"; Command on a Mac."""
    parts = [*keys[:-2].split("+"), "+"] if keys.endswith("++") else keys.split("+")
    names = {"Return": "Enter", "-": "−"}
    if sys.platform == "darwin":
        names["Ctrl"] = "⌘"
    return " ".join(names.get(part, part) for part in parts)


_WHILE_HIDDEN = {"hide", "lock"}


class WindowActs(QObject):
    """The acts that the window itself listens for; `asked` tells whose keys were pressed."""

    asked = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._need_journal: set[str] = set()
        for one in acts():
            if one.is_bound:
                action = QAction(one.text, window)
                action.setObjectName(one.name)
                action.setShortcuts([QKeySequence(keys) for keys in one.keys])
                action.triggered.connect(self._tell)
                window.addAction(action)
                self._actions[one.name] = action
            if one.needs_journal:
                self._need_journal.add(one.name)

    def action(self, name: str) -> QAction:
        """The action of an act."""
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """All of them."""
        return tuple(self._actions.values())

    def allow(self, *, is_open: bool, is_hidden: bool) -> None:
        """Only what makes sense now: less while locked, little while hidden."""
        for name, action in self._actions.items():
            is_allowed = is_open or name not in self._need_journal
            action.setEnabled(is_allowed and (not is_hidden or name in _WHILE_HIDDEN))

    def _tell(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())
