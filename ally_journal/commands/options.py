"""Arguments and options that several commands have in common."""

from __future__ import annotations

from pathlib import Path

import click

from ally_journal.language import _

journal = click.argument(
    "journal", type=click.Path(path_type=Path, readable=False), metavar="JOURNAL"
)
"""The folder of the journal."""

passphrase_file = click.option(
    "--passphrase-file",
    metavar="FILE",
    help=_("Read the passphrase from the first line of FILE; - is standard input."),
)
new_passphrase_file = click.option(
    "--new-passphrase-file",
    metavar="FILE",
    help=_("Read the new passphrase from the first line of FILE; - is standard input."),
)
recovery_code_file = click.option(
    "--recovery-code-file",
    metavar="FILE",
    help=_("Read the recovery code from the first line of FILE; - is standard input."),
)
packet_passphrase_file = click.option(
    "--packet-passphrase-file",
    metavar="FILE",
    help=_("Read the words that seal or open the packet from FILE; - is standard input."),
)
as_json = click.option(
    "--json", "as_json", is_flag=True, help=_("Write JSON of a stable shape instead of lines.")
)
today = click.option(
    "--today", metavar="DATE", help=_("How it stood on this day; by default today.")
)
yes = click.option("--yes", is_flag=True, help=_("Say yes to the question that is asked first."))
