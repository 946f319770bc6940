"""The names of the subcommands, so that the start can tell them from a journal without click."""

from __future__ import annotations

NAMES = frozenset({
    "agreement",
    "backup",
    "backups",
    "check-code",
    "coach-key",
    "comments",
    "demo",
    "export",
    "habit",
    "habits",
    "import",
    "insights",
    "lens",
    "list",
    "new",
    "new-code",
    "new-keys",
    "packet",
    "passphrase",
    "practices",
    "promises",
    "receive",
    "recover",
    "reply",
    "restore",
    "salvage",
    "sent",
    "share",
    "show",
    "verify",
    "write",
})  # fmt: skip


def is_command(arguments: list[str]) -> bool:
    """Whether these arguments are for the command line, and not for the window."""
    if not arguments:
        return False
    return arguments[0] in NAMES or arguments[0].startswith("-") or len(arguments) > 1
