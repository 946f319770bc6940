"""The command line as a whole: its subcommands, and the one place where errors become sentences."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import (
    carrying,
    entries,
    habit,
    habits,
    journals,
    keys,
    lens,
    packets,
    practices,
    safekeeping,
    sharing,
)
from ally_journal.commands.showing import OutputLost, note
from ally_journal.errors import JournalError
from ally_journal.language import _
from ally_journal.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ally_journal.commands.session import Session

FAILED = 1
WRONG_USAGE = 2
_OURS = Path(__file__).resolve().parents[2]


@click.group(
    "main.py", context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
def program() -> None:
    """A private, encrypted reflection journal.

    Without a subcommand: main.py [JOURNAL] opens the window.
    """


for _command in (
    journals.new,
    practices.practices,
    entries.write,
    entries.list_entries,
    entries.show,
    entries.promises,
    habits.habits,
    habit.habit,
    habits.insights,
    carrying.export,
    carrying.bring_in,
    lens.lens,
    sharing.share,
    packets.packet,
    packets.reply,
    sharing.receive,
    sharing.sent,
    sharing.comments,
    packets.coach_key,
    packets.agreement,
    safekeeping.verify,
    safekeeping.backup,
    safekeeping.backups,
    safekeeping.restore,
    safekeeping.salvage,
    journals.change_passphrase,
    journals.recover,
    keys.new_code,
    keys.check_code,
    keys.new_keys,
    practices.demo,
):
    program.add_command(_command)


def run(arguments: Sequence[str], session: Session) -> int:
    """Carry out one command; the exit code: 0 done, 1 it could not be done, 2 wrong usage."""
    _speak_utf8()
    try:
        code = program.main(
            list(arguments), prog_name="main.py", standalone_mode=False, obj=session
        )
    except click.UsageError as error:
        error.show()
        return WRONG_USAGE
    except OutputLost as error:
        return _say_no_more(error)
    except Exception as error:  # noqa: BLE001 the boundary: no traceback, and no text of an entry
        note(_words(error))
        return FAILED
    return code if isinstance(code, int) else 0


def _words(error: Exception) -> str:
    if isinstance(error, JournalError):
        return sentence(error)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, click.Abort):
        return _("Stopped. Nothing was changed.")
    return _(
        "Something happened that was not foreseen ({kind} in {place}). What was kept before is "
        "safe; please report this line."
    ).format(kind=type(error).__name__, place=_place(error))


def _place(error: Exception) -> str:
    """The last line of our own that the error came through."""
    ours = [
        f"{Path(frame.filename).name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(_OURS) and ".venv" not in frame.filename
    ]
    return ours[-1] if ours else "?"


def _speak_utf8() -> None:
    """The same bytes in every locale; letters that cannot be written never end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _say_no_more(error: OutputLost) -> int:
    """What is left goes nowhere, also at the end of the program."""
    if not isinstance(error.__cause__, BrokenPipeError):
        click.echo(_("The result could not be written to where it was sent."), err=True)
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
