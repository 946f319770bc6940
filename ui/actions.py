"""Actions: each act with its keys, declared once. Shortcuts, tooltips, help and Settings derive."""

from __future__ import annotations

import sys
from typing import NamedTuple

from ally_journal.language import _


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
        Act("new", "go", _("New entry"), ("Ctrl+N",)),
        Act("search", "go", _("Search"), ("Ctrl+F",)),
        Act("settings", "go", _("Settings"), ("Ctrl+,",)),
        Act("next", "write", _("Next, or finish"), ("Ctrl+Return",), is_bound=False),
        Act("previous", "write", _("Back one question"), ("Alt+Left",), is_bound=False),
        Act("skip", "write", _("Skip the question"), ("Ctrl+Shift+Return",), is_bound=False),
        Act("stop", "write", _("Stop here, keep what I have"), ("Ctrl+.",), is_bound=False),
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
