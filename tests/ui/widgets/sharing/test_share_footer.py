"""The footer: the tick above the buttons where it is narrow."""

from ui.widgets.sharing.share_footer import ShareFooter


def test_below_880_the_tick_stands_above_the_buttons(theme, shown):
    footer = shown(ShareFooter(theme), width=820, height=120)
    footer.show_acts("Back", "Seal and save…", "lock", asks=True)
    footer.layout().activate()
    assert footer.read.geometry().bottom() < footer.next.geometry().top()


def test_without_the_tick_they_stand_in_one_line(theme, shown):
    footer = shown(ShareFooter(theme), width=820, height=80)
    footer.show_acts("", "Done", None, asks=False)
    assert footer.read.isHidden()
    assert footer.back.isHidden()


def test_it_tells_what_was_asked(theme, shown, qtbot):
    footer = shown(ShareFooter(theme), width=1064, height=80)
    with qtbot.waitSignal(footer.next_asked):
        footer.next.click()
    with qtbot.waitSignal(footer.back_asked):
        footer.back.click()
