"""The practices, and a made-up journal to look at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ally_journal.commands import asking, options, showing
from ally_journal.domain.practice_files import load_built_in
from ally_journal.language import _

if TYPE_CHECKING:
    from ally_journal.commands.session import Session
    from ally_journal.domain.practice import Part, Practice, Step
    from ally_journal.domain.practice_files import PracticeLibrary

_PATH = click.Path(path_type=Path, readable=False)


@click.command("practices")
@click.argument("practice", required=False, metavar="[ID]")
@click.option("--journal", type=_PATH, metavar="JOURNAL", help=_("With this journal's own ones."))
@options.as_json
@options.passphrase_file
@click.pass_obj
def practices(
    session: Session,
    practice: str | None,
    journal: Path | None,
    as_json: bool,
    passphrase_file: str | None,
) -> None:
    """The practices, or one with its steps."""
    library = _library(session, journal, passphrase_file)
    if practice is not None:
        one = library.get(practice)
        if as_json:
            showing.as_json(showing.practice(one))
        else:
            _show_steps(one)
    elif as_json:
        showing.as_json({"practices": [showing.practice(one) for one in library.all()]})
    else:
        for one in library.all():
            showing.line(f"{one.id}  {one.title}")


@click.command("demo")
@click.option("--to", "folder", required=True, type=_PATH, metavar="DIR", help=_("Where to."))
@click.pass_obj
def demo(session: Session, folder: Path) -> None:
    """A made-up journal, and pictures of every screen."""
    if session.make_demo is None:
        raise asking.Refused(_("There is nothing here to draw pictures with."))
    for written in session.make_demo(folder):
        showing.line(str(written))


def _library(
    session: Session, journal: Path | None, passphrase_file: str | None
) -> PracticeLibrary:
    if journal is None:
        return load_built_in()
    with session.opened(journal, asking.passphrase(passphrase_file)) as opened:
        return opened.library


def _show_steps(one: Practice) -> None:
    showing.line(f"{one.title}  ({one.id})")
    for step in one.steps:
        showing.line(f"\n{step.key}  [{step.kind.value}]  {step.question}")
        _show_options(step)
        for part in step.parts:
            showing.line(f"  {part.key}  [{part.kind.value}]  {part.label}")
            _show_options(part)


def _show_options(field: Step | Part) -> None:
    for option in field.options:
        showing.line(f"    {option.id}  {option.label}")
