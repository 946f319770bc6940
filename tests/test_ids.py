from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from ally_journal.ids import new_id

NOW = datetime(2026, 3, 12, 18, 42, 7, 123_000, tzinfo=UTC)
FIRST, LAST = datetime(1970, 1, 1), datetime(9999, 1, 1)  # noqa: DTZ001 bounds are told without a zone
EVER = st.datetimes(FIRST, LAST, timezones=st.just(UTC))


@given(EVER)
def test_an_id_is_a_uuid_of_version_seven(instant):
    made = UUID(new_id(instant))
    assert (made.version, made.variant) == (7, "specified in RFC 4122")


def test_an_id_tells_its_millisecond():
    millis = int(new_id(NOW, chance=0).replace("-", "")[:12], 16)
    assert datetime.fromtimestamp(millis / 1000, UTC) == NOW


def test_the_vector_of_rfc_9562_comes_out():
    instant = datetime(2022, 2, 22, 19, 22, 22, tzinfo=UTC)
    chance = 0xCC3 << 62 | 0x18C4DC0C0C07398F
    assert new_id(instant, chance) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_ids_of_one_millisecond_sort_in_the_order_of_making():
    made = [new_id(NOW) for _ in range(1000)]
    assert made == sorted(set(made))


@given(EVER, st.integers(1, 10**9))
def test_later_ids_sort_later(instant, millis):
    later = min(instant + timedelta(milliseconds=millis), datetime(9999, 12, 1, tzinfo=UTC))
    assert new_id(instant, chance=(1 << 74) - 1) < new_id(later, chance=0)


def test_a_time_before_1970_counts_as_1970():
    assert new_id(datetime(1900, 1, 1, tzinfo=UTC)).startswith("00000000-0000-7")


def test_two_ids_of_different_moments_share_no_chance():
    first, second = new_id(NOW), new_id(NOW + timedelta(seconds=1))
    assert first[19:] != second[19:]
