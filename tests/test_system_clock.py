import subprocess
import sys
from datetime import timedelta

from ally_journal.clock import zone_of
from ally_journal.system_clock import SystemClock


def test_the_system_clock_is_aware_and_names_a_zone_that_is_known(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    assert SystemClock().now().utcoffset() == timedelta()
    assert SystemClock().zone() == "Europe/Lisbon"


def test_a_zone_that_the_system_cannot_name_is_told_by_its_offset(monkeypatch):
    monkeypatch.setenv("TZ", "Not/There")
    assert zone_of(SystemClock().zone()) is not None


def test_it_is_there_before_anything_about_time_is():
    words = "import sys, ally_journal.system_clock; sys.exit('datetime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", words], check=False).returncode == 0
