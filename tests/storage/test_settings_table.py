import pytest

from ally_journal.storage import settings_table
from tests.storage.samples import STAMP


@pytest.fixture
def bare(vault):
    with vault.atomic() as tx:
        tx.run("DELETE FROM setting")
    return vault


@pytest.mark.parametrize("value", ["Sam", "ünï", 3, True, "", [1, 2]])
def test_a_setting_is_read_back_as_it_was_put(bare, value):
    with bare.atomic() as tx:
        settings_table.put(tx, "called", value, STAMP)
    assert settings_table.read(bare) == {"called": value}


def test_a_setting_put_again_takes_the_place_of_the_old(bare):
    with bare.atomic() as tx:
        settings_table.put(tx, "called", "Sam", STAMP)
        settings_table.put(tx, "called", "Robin", STAMP)
    assert settings_table.read(bare) == {"called": "Robin"}
