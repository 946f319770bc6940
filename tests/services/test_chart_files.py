import stat

import pytest

from ally_journal.domain.insights import Table
from ally_journal.errors import TargetExists
from ally_journal.services.chart_files import ChartFileService

TABLE = Table(("Day", "Entries"), (("12 March", "2"), ("=SUM(A1)", "1")))


def test_a_table_goes_out_as_csv_that_nothing_runs(tmp_path):
    made = ChartFileService().save_table(TABLE, tmp_path / "days.csv")
    text = made.read_bytes().decode("utf-8-sig")
    assert text.splitlines()[0] == "Day,Entries"
    assert "'=SUM(A1)" in text


def test_only_the_owner_can_read_it(tmp_path):
    made = ChartFileService().save_picture(b"picture", tmp_path / "days.png")
    assert made.read_bytes() == b"picture"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_what_stands_there_is_never_touched(tmp_path):
    target = tmp_path / "days.png"
    target.write_bytes(b"mine")
    with pytest.raises(TargetExists):
        ChartFileService().save_picture(b"picture", target)
    assert target.read_bytes() == b"mine"
    assert [one.name for one in tmp_path.iterdir()] == ["days.png"]
