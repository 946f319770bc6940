"""Setting a page in a child that can be ended."""

import threading
import time

import pytest

from ally_journal.errors import Stopped
from ally_journal.formats import typesetting
from ally_journal.formats.pdf import sheet
from ally_journal.paper_errors import PaperFailed
from ally_journal.stopping import Stop


def test_a_template_that_lacks_its_data_is_one_error():
    with pytest.raises(PaperFailed):
        typesetting.typeset("entries", {})


def test_a_stop_ends_it_soon():
    stop = Stop()
    entries = [{"heading": [str(n)], "when": [], "rows": [], "parts": []} for n in range(20_000)]
    threading.Timer(0.3, stop.ask).start()
    began = time.monotonic()
    with pytest.raises(Stopped), stop.here():
        typesetting.typeset("entries", {**sheet("en", "a4"), "entries": entries})
    assert time.monotonic() - began < 2


def test_one_that_is_not_wanted_any_more_ends_its_child():
    steps = typesetting.typesetting("entries", {**sheet("en", "a4"), "entries": []})
    assert next(steps)
    steps.close()
    assert threading.active_count() < 20


def test_without_the_fonts_of_the_charts_it_goes_on(monkeypatch):
    monkeypatch.setattr(typesetting, "find_spec", lambda _name: None)
    made = typesetting.typeset("entries", {**sheet("en", "a4"), "entries": []})
    assert made.data.startswith(b"%PDF")
