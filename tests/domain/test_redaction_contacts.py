import pytest
from hypothesis import given
from hypothesis import strategies as st

from ally_journal.domain.redaction_contacts import contacts


def found(text):
    return [(one.kind.value, text[one.start : one.end]) for one in contacts(text)]


@pytest.mark.parametrize(
    "written",
    ["wren@moss.example", "wren.alder+notes@moss.co.uk", "mailto:a@b.org",
     "wren (at) moss (dot) org",
     "wren [at] moss.org", "ива@клён.рф", "a@localhost"],
)  # fmt: skip
def test_an_address_is_found(written):
    assert found(f"(see {written}, please)") == [("email", written)]


@pytest.mark.parametrize(
    "written",
    ["https://moss.org/a?b=1#c", "http://localhost:80", "www.moss.example", "moss.org/people",
     "moss.com", "C:\\Users\\Wren Alder\\My notes\\a.txt", "\\\\server\\share\\a.txt",
     "/home/wren/a.txt", "~/notes/a", "../a/b.txt", "notes/moss.txt", "notes\\moss.txt",
     "file:///etc/x", "ftp://moss/x", "d:/moss/a"],
)  # fmt: skip
def test_a_link_or_path_is_found(written):
    assert found(f"see {written}, please") == [("link", written)]


@pytest.mark.parametrize(
    "written",
    ["+44 20 7946 0958", "(555) 010-9999", "555-0199", "555-010-9999", "020 7946 0958",
     "01632960123",
     "555.010.9999", "+1-555-010-9999 ext. 12", "+49 (0)30 901820", "612 345 678",
     "00441632960960",
     "٠٢٠٧٩٤٦٠٩٥٨", "０２０７９４６０９５８"],
)  # fmt: skip
def test_a_telephone_number_is_found(written):
    assert found(f"then {written}, please") == [("phone", written)]


def test_a_short_number_is_one_where_somebody_is_called():
    assert found("call 55 501 or room 55 501") == [("phone", "55 501")]


@pytest.mark.parametrize(
    "text",
    ["on 2026-11-22 at 10:30", "22.11.2026", "20261122", "2026-11-22 – 2026-11-29",
     "1 200 000 trees",
     "€1234567", "12345678 euros", "2019-2020 2021", "3.14159265", "1.2.3.4", "10.0.0.12",
     "3 4 5 2 1 4 5", "24/7", "and/or, he/she", "e.g. i.e. a.m.", "the end.Then it", "1/2",
     "n/a",
     "a @ b", "50 % of 12 000", "ratio 3:4", "10.30-11.15", "no. 7"],
)  # fmt: skip
def test_what_is_none_stays(text):
    assert found(text) == []


@given(st.text(max_size=300))
def test_what_is_found_stands_in_order_and_apart(text):
    ends = [0]
    for one in contacts(text):
        assert ends[-1] <= one.start < one.end <= len(text)
        ends.append(one.end)
