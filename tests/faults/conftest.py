from __future__ import annotations

import sys

import pytest


@pytest.fixture
def holds(tmp_path):
    """Try a fault in its short form: nothing may be lost."""
    if sys.platform != "linux":
        pytest.skip("children are killed, watched and preloaded as only Linux lets them be")

    def tried(fault):
        outcome = fault.run(tmp_path, fault.short)
        assert outcome.tried
        assert outcome.notes == []
        assert outcome.lost == 0

    return tried
