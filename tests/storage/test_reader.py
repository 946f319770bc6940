"""Vault and transaction are what the repositories ask for; a type checker sees it here."""

from __future__ import annotations

import inspect

import pytest

from ally_journal.storage.reader import Reader, ReadWriter, Writer
from ally_journal.storage.vault import Transaction, Vault


@pytest.mark.parametrize(
    ("protocol", "kind"),
    [(Reader, Vault), (Reader, Transaction), (Writer, Transaction), (ReadWriter, Transaction)],
)
def test_every_method_that_is_asked_for_is_there_with_its_arguments(protocol, kind):
    asked = [name for name in vars(protocol) if not name.startswith("_")]
    for name in asked:
        wanted = list(inspect.signature(getattr(protocol, name)).parameters)
        assert list(inspect.signature(getattr(kind, name)).parameters) == wanted


def test_a_vault_is_read_and_never_written_without_a_transaction():
    assert not hasattr(Vault, "run")
