"""Every row has its test, and the tests that hold others stand where the catalogue says."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from random import Random

import pytest

from tests.faults import catalogue
from tests.faults.__main__ import main
from tests.faults.catalogue import FAULTS, GROUPS, HELD
from tests.faults.children import ROOT
from tests.faults.register import Outcome

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_has_its_short_form(name):
    (group,) = [one for one in GROUPS if hasattr(one, name)]
    tests = (HERE / f"test_{group.__name__.rpartition('.')[2]}.py").read_text()
    assert f"def test_{name}(holds):" in tests


@pytest.mark.parametrize("name", HELD)
def test_what_other_tests_hold_is_there(name):
    paths = inspect.getclosurevars(HELD[name].body).nonlocals["paths"]
    assert all((ROOT / path).is_file() for path in paths)


@pytest.mark.skipif(sys.platform != "linux", reason="children are preloaded as on Linux only")
def test_the_long_form_tells_what_was_lost(tmp_path, capsys):
    assert main(["--only", "29", "--share", "0.1", "--to", str(tmp_path / "faults.json")]) == 0
    assert "a lock file left behind" in capsys.readouterr().out
    assert '"lost": 0' in (tmp_path / "faults.json").read_text()


def test_tests_that_are_held_elsewhere_are_counted(tmp_path):
    some = HELD["held_54"].run(tmp_path, 1)
    assert some.tried > 10
    assert some.lost == 0


def test_a_row_that_runs_no_test_is_a_loss(tmp_path):
    nothing = Outcome()
    chance = Random(1)  # noqa: S311 the same at every run, no secret
    catalogue._by("tests/pace.py")(tmp_path, 1, chance, nothing)
    assert nothing.lost == 1
