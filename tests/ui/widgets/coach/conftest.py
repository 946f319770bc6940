"""What the tests of a coach's widgets share."""

import pytest

from ui.models.coach_writing import CoachWriting


@pytest.fixture
def writing(held_packet):
    return CoachWriting(held_packet, lambda: "19:06")
