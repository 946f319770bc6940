from ally_journal.domain.chart_words import nothing_yet, times


def test_how_often():
    assert [times(n) for n in (1, 2, 3, 12, 13)] == [
        "once", "twice", "three times", "twelve times", "13 times",
    ]  # fmt: skip


def test_nothing_is_told_kindly():
    assert nothing_yet() == "Nothing noted here yet."
