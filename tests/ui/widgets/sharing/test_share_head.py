"""The head of the page."""

from ui.widgets.sharing.share_head import ShareHead


def test_it_leads_to_what_went_out(theme, shown, qtbot):
    head = shown(ShareHead(theme), width=800, height=140)
    with qtbot.waitSignal(head.sent_asked):
        head.sent.click()


def test_where_it_is_narrow_that_way_stands_below_the_steps(theme, shown):
    head = shown(ShareHead(theme), width=420, height=180)
    head.show_step(3)
    assert head.sent.geometry().top() > head.steps.geometry().top()
