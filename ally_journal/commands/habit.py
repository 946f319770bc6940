"""Making, marking and pausing a habit; changes of it stand in `habit_changes`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from typing_extensions import override

from ally_journal.commands import asking, habit_changes, options, showing, values
from ally_journal.commands.session import Session
from ally_journal.domain.amounts import read_goal
from ally_journal.errors import AmountMissing
from ally_journal.language import _

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from ally_journal.journal import Journal

_DAYS_OF_A_PAUSE = 2
_FILE_OPTION = "--passphrase-file"
_AFTER_JOURNAL = 2


@dataclass(frozen=True, slots=True)
class Here:
    """The journal that the words after it are about."""

    session: Session
    folder: Path
    passphrase_file: str | None

    def opened(self, passphrase_file: str | None) -> AbstractContextManager[Journal]:
        """Open it; the passphrase file may be named after the subcommand as well as before."""
        file = self.passphrase_file if passphrase_file is None else passphrase_file
        return self.session.opened(self.folder, asking.passphrase(file))


class _Group(click.Group):
    """Takes the passphrase file on both sides of JOURNAL; click looks for a subcommand there."""

    @override
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        name, joined, _file = args[1].partition("=") if len(args) > 1 else ("", "", "")
        if name == _FILE_OPTION and not args[0].startswith("-"):
            end = _AFTER_JOURNAL if joined else _AFTER_JOURNAL + 1
            args = [*args[1:end], args[0], *args[end:]]
        return super().parse_args(ctx, args)


@click.group("habit", cls=_Group, subcommand_metavar="add|mark|pause|resume|change|move|archive …")
@options.journal
@options.passphrase_file
@click.pass_context
def habit(context: click.Context, journal: Path, passphrase_file: str | None) -> None:
    """Make, mark, pause or change a habit of JOURNAL."""
    context.obj = Here(context.obj, journal, passphrase_file)


@habit.command("add")
@click.argument("name")
@click.option(
    "--schedule",
    required=True,
    metavar="SCHEDULE",
    help=_("daily, mon,wed,fri, N/week, N/month or every-N-days."),
)
@click.option(
    "--practice", "practices", multiple=True, metavar="ID", help=_("Its entries mark the habit.")
)
@click.option(
    "--goal",
    metavar="GOAL",
    help=_("Mark it with an amount: “at-least 10 minutes”, “at-most 2 cups”."),
)
@options.passphrase_file
@click.pass_obj
def add(
    here: Here,
    name: str,
    schedule: str,
    practices: tuple[str, ...],
    goal: str | None,
    passphrase_file: str | None,
) -> None:
    """Make a habit; prints its id."""
    showing.check_heard()
    measure = None if goal is None else read_goal(goal)
    with here.opened(passphrase_file) as journal:
        made, _change = journal.habits.add(name, schedule, practices, measure=measure)
    showing.line(made.id)


@habit.command("mark")
@click.argument("name")
@click.argument("days", nargs=-1, required=True, metavar="DATE[=AMOUNT]…")
@click.option("--rest", is_flag=True, help=_("Ask for rest on these days."))
@click.option("--clear", is_flag=True, help=_("Take the marks of these days away."))
@options.passphrase_file
@click.pass_obj
def mark(
    here: Here,
    name: str,
    days: tuple[str, ...],
    rest: bool,
    clear: bool,
    passphrase_file: str | None,
) -> None:
    """Mark days of a habit as done; those of a measurable one with an amount: 2026-03-02=12.5."""
    if rest and clear:
        raise click.UsageError(_("--rest and --clear cannot both hold."))
    wanted, amounts = values.days_with_amounts(days)
    if amounts and (rest or clear):
        raise click.UsageError(_("An amount goes with a mark only."))
    if amounts and wanted:
        raise AmountMissing
    with here.opened(passphrase_file) as journal:
        habit_id = journal.habits.by_name(name).id
        service = journal.habits
        if amounts:
            service.measure(habit_id, amounts)
            return
        put = service.rest if rest else service.clear if clear else service.mark
        put(habit_id, *wanted)


@habit.command("pause")
@click.argument("words", nargs=-1, required=True, metavar="[NAME] FROM TO")
@click.option("--all", "everything", is_flag=True, help=_("Pause all habits and the rhythm."))
@options.passphrase_file
@click.pass_obj
def pause(
    here: Here, words: tuple[str, ...], everything: bool, passphrase_file: str | None
) -> None:
    """Pause a habit, or all of them, from a day to a day; both count."""
    names, days = words[:-_DAYS_OF_A_PAUSE], words[-_DAYS_OF_A_PAUSE:]
    if len(days) < _DAYS_OF_A_PAUSE or len(names) != (0 if everything else 1):
        raise click.UsageError(_("Pausing takes NAME FROM TO, or --all FROM TO."))
    first, last = values.days(days)
    with here.opened(passphrase_file) as journal:
        habit_id = None if everything else journal.habits.by_name(names[0]).id
        journal.habits.pause(habit_id, first, last)


for _change in (
    habit_changes.change,
    habit_changes.move,
    habit_changes.archive,
    habit_changes.resume,
):
    habit.add_command(_change)
