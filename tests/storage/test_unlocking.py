from dataclasses import replace

import pytest

from ally_journal.errors import NoRecoveryCode, WrongPassphrase, WrongRecoveryCode
from ally_journal.storage import recovery_code, unlocking
from ally_journal.storage.header_file import read_header
from ally_journal.storage.keys import KdfCost


@pytest.fixture
def header(folder):
    return read_header(folder).header


def test_passphrase_and_code_lead_to_the_same_root(header, code):
    root = unlocking.by_passphrase(header, b"violet fern")
    assert unlocking.by_code(header, recovery_code.read(code)) == root


def test_what_does_not_fit_is_named(header):
    with pytest.raises(WrongPassphrase):
        unlocking.by_passphrase(header, b"violet moss")
    with pytest.raises(WrongRecoveryCode):
        unlocking.by_code(header, bytes(20))


def test_a_vault_without_a_slot_of_a_kind(header):
    bare = replace(header, slots=())
    with pytest.raises(WrongPassphrase):
        unlocking.by_passphrase(bare, b"violet fern")
    with pytest.raises(NoRecoveryCode):
        unlocking.by_code(bare, bytes(20))


def test_a_new_passphrase_costs_as_much_as_the_old_one(folder, header):
    root = unlocking.by_passphrase(header, b"violet fern")
    unlocking.reseal(folder, header, b"blue moss", root)
    written = read_header(folder).header
    assert written.slot("pass").cost == header.slot("pass").cost
    assert written.generation == header.generation + 1
    assert unlocking.by_passphrase(written, b"blue moss") == root


def test_a_passphrase_beside_a_code_alone_costs_the_default(folder, header):
    root = unlocking.by_passphrase(header, b"violet fern")
    only_code = replace(header, slots=(header.slot("recovery"),))
    unlocking.reseal(folder, only_code, b"blue moss", root)
    assert read_header(folder).header.slot("pass").cost.memory == 64 * 1024


def test_a_new_code_costs_as_much_as_the_passphrase(folder, header, code):
    root = unlocking.by_passphrase(header, b"violet fern")
    new = unlocking.new_code(folder, header, root)
    written = read_header(folder).header
    assert new != code
    assert unlocking.by_code(written, recovery_code.read(new)) == root
    assert written.slot("recovery").cost == header.slot("pass").cost


def test_a_guess_is_made_dearer_in_each_figure_and_never_cheaper(folder, header):
    root = unlocking.by_passphrase(header, b"violet fern")
    for least in (KdfCost(19 * 1024, 2, 1), KdfCost(20 * 1024, 1, 1), None):
        now = read_header(folder).header
        unlocking.raise_cost(folder, now, b"violet fern", root, least)
    written = read_header(folder).header
    assert written.slot("pass").cost == KdfCost(20 * 1024, 2, 1)
    assert written.generation == header.generation + 2
    assert unlocking.by_passphrase(written, b"violet fern") == root
    assert written.slot("recovery") == header.slot("recovery")
