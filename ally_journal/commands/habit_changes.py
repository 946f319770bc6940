"""Changing a habit, its place in the list, putting it away, and ending its pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ally_journal.commands import options
from ally_journal.domain.amounts import read_goal
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.commands.habit import Here


@click.command("change")
@click.argument("name")
@click.option("--name", "new_name", metavar="NEW", help=_("Another name."))
@click.option("--question", metavar="TEXT", help=_("What it is, in a line of your own."))
@click.option("--schedule", metavar="SCHEDULE", help=_("From today on; a new chapter begins."))
@click.option(
    "--practice", "practices", multiple=True, metavar="ID", help=_("These mark it from now on.")
)
@click.option("--by-hand", is_flag=True, help=_("No practice marks it any more."))
@click.option("--goal", metavar="GOAL", help=_("“at-least 10 minutes”: all days are read anew."))
@options.passphrase_file
@click.pass_obj
def change(
    here: Here,
    name: str,
    new_name: str | None,
    question: str | None,
    schedule: str | None,
    practices: tuple[str, ...],
    by_hand: bool,
    goal: str | None,
    passphrase_file: str | None,
) -> None:
    """Change what is named; marks that are there stay."""
    if by_hand and practices:
        raise click.UsageError(_("--by-hand and --practice cannot both hold."))
    measure = None if goal is None else read_goal(goal)
    with here.opened(passphrase_file) as journal:
        journal.habits.change(
            journal.habits.by_name(name).id,
            name=new_name,
            question=question,
            schedule=schedule,
            practices=practices if practices or by_hand else None,
            measure=measure,
        )


@click.command("move")
@click.argument("name")
@click.argument("way", type=click.Choice(["up", "down"]))
@options.passphrase_file
@click.pass_obj
def move(here: Here, name: str, way: str, passphrase_file: str | None) -> None:
    """Move a habit one place up or down in the list."""
    with here.opened(passphrase_file) as journal:
        journal.habits.move(journal.habits.by_name(name).id, -1 if way == "up" else 1)


@click.command("archive")
@click.argument("name")
@click.option("--back", is_flag=True, help=_("Bring it back; the time away is a pause."))
@options.passphrase_file
@click.pass_obj
def archive(here: Here, name: str, back: bool, passphrase_file: str | None) -> None:
    """Put a habit away as of today; nothing of it is lost."""
    with here.opened(passphrase_file) as journal:
        journal.habits.archive(journal.habits.by_name(name).id, on=not back)


@click.command("resume")
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help=_("The pauses of all habits."))
@options.passphrase_file
@click.pass_obj
def resume(here: Here, name: str | None, everything: bool, passphrase_file: str | None) -> None:
    """End the pauses of a habit, or those of all, as of today."""
    if (name is None) is not everything:
        raise click.UsageError(_("Resuming takes NAME, or --all."))
    with here.opened(passphrase_file) as journal:
        habit_id = None if name is None else journal.habits.by_name(name).id
        for pause in journal.habits.pauses(habit_id):
            if pause.habit == habit_id and pause.last >= journal.today():
                journal.habits.end_pause(habit_id, pause.id)
