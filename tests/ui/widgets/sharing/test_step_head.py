"""The three steps in words."""

from ui.widgets.sharing.step_head import StepHead


def test_it_says_where_one_stands(theme, shown):
    head = shown(StepHead(theme), width=600, height=40)
    head.show_step(2)
    assert head.accessibleName() == "Step 2 of 3: Read it through"
