"""What a command asks for: secrets from the terminal or a file, and a yes before it goes on.

A secret is never an argument and never an environment variable: others on the computer see those.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from ally_journal.hardening import harden_process
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

STDIN = "-"
_PACKET_OPTION = "--packet-passphrase-file"
_MOST_BYTES = 4096


class Refused(click.ClickException):
    """A command cannot go on; one plain sentence says why. Exit code 1."""


def passphrase(file: str | None) -> Callable[[], str]:
    """What gives the passphrase of a journal when it is needed."""
    return partial(_secret, file, _("Passphrase"), "--passphrase-file", new=False)


def first_passphrase(file: str | None) -> str:
    """The passphrase of a journal that is to be made; on the terminal it is typed twice."""
    return _secret(file, _("Passphrase"), "--passphrase-file", new=True)


def new_passphrase(file: str | None) -> str:
    """The passphrase that is to replace another; on the terminal it is typed twice."""
    return _secret(file, _("New passphrase"), "--new-passphrase-file", new=True)


def packet_passphrase(file: str | None) -> str:
    """The words that open a packet, or the passphrase of a coach's key file."""
    return _secret(file, _("Words of the packet"), _PACKET_OPTION, new=False)


def new_packet_passphrase(file: str | None) -> str:
    """The passphrase of a key file that is to be made; on the terminal it is typed twice."""
    return _secret(file, _("New passphrase"), _PACKET_OPTION, new=True)


def recovery_code(file: str | None) -> str:
    """The recovery code from the person's sheet."""
    return _secret(file, _("Recovery code"), "--recovery-code-file", new=False)


def agreed(question: str, *, yes: bool) -> None:
    """Go on only with a yes, by option or on the terminal.

    Raises:
        Refused: nobody can be asked.
        click.Abort: the answer was no.
    """
    if yes:
        return
    if not _has_terminal():
        raise Refused(question + " " + _("There is no terminal to ask on; --yes says yes."))
    click.confirm(question, abort=True, err=True)


def standard_input() -> BinaryIO:
    """The bytes of standard input.

    Raises:
        OSError: it is closed.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def _secret(file: str | None, label: str, option: str, *, new: bool) -> str:
    harden_process()
    if file is not None:
        return _first_line(file, option)
    if not _has_terminal():
        raise Refused(
            _(
                "{label}: there is no terminal to ask for it on. Hand it in with {option} FILE."
            ).format(label=label, option=option)
        )
    answer: str = click.prompt(label, hide_input=True, confirmation_prompt=new, err=True)
    return answer


def _first_line(file: str, option: str) -> str:
    try:
        if file == STDIN:
            line = _line_of(standard_input())
        else:
            with Path(file).open("rb") as stream:
                line = _line_of(stream)
        return line.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        raise Refused(
            _(
                "The file given with {option} cannot be read. Check its path; it holds one line of "
                "text."
            ).format(option=option)
        ) from error


def _line_of(stream: BinaryIO) -> bytes:
    line = stream.readline(_MOST_BYTES + 1)
    if len(line) > _MOST_BYTES:
        raise ValueError
    return line.rstrip(b"\r\n")


def _has_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
