"""PySide6 6.12.0 below Python 3.12 takes a reference from None per call that returns nothing."""

import sys

import pytest
from PySide6.QtWidgets import QLabel

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_calls_that_return_nothing_leave_none_alone(qapp):
    label = QLabel()
    label.setText("warm up")
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
