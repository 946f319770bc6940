"""Words to look at again in a text that is no entry: a file, or standard input."""

from __future__ import annotations

from pathlib import Path

import click

from ally_journal.commands import asking, options, showing
from ally_journal.domain.lens import Hit, look_again
from ally_journal.domain.lens_rules import built_in_rules
from ally_journal.language import _

MOST_BYTES = 16 * 1024 * 1024
"""More than this is no text that a person wrote."""


@click.command("lens")
@click.argument(
    "file", required=False, type=click.Path(path_type=Path, readable=False), metavar="[FILE]"
)
@options.as_json
def lens(file: Path | None, as_json: bool) -> None:
    """Words to look at again in FILE, or in standard input."""
    hits = look_again(_text(file), rules=built_in_rules())
    if as_json:
        showing.as_json_rows("hits", map(_shape, hits))
    else:
        for hit in hits:
            words = " ".join(hit.text.split())
            showing.line(f"{hit.start}-{hit.end}  {hit.rule}  {words}  {hit.question}")


def _shape(hit: Hit) -> showing.Shape:
    return {
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "rule": hit.rule,
        "question": hit.question,
    }


def _text(file: Path | None) -> str:
    """The whole text, its line ends as they are: places are counted in it.

    Raises:
        Refused: it cannot be read, is too large, or is not UTF-8.
    """
    try:
        if file is None or str(file) == asking.STDIN:
            content = asking.standard_input().read(MOST_BYTES + 1)
        else:
            with file.open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise asking.Refused(_("The text is larger than 16 MiB."))
        return content.decode()
    except (OSError, ValueError) as error:
        raise asking.Refused(
            _("The text cannot be read. Check its path; it is plain text in UTF-8.")
        ) from error
