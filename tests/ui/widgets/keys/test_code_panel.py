"""A code shown once: three groups are typed back, and taken as they are meant."""

import pytest

from ui.widgets.keys.code_panel import CodePanel

CODE = "7KQ4-M2XN-9TRA-0FHC-W6PD-3JVE-8BZS-1YGK-5NRM"


@pytest.fixture
def panel(locked_desk, shown):
    panel = shown(CodePanel(locked_desk), width=500)
    panel.show_code(CODE)
    return panel


def type_back(qtbot, panel, *groups):
    for field, group in zip(panel.fields, groups, strict=True):
        qtbot.keyClicks(field.edit, group)


@pytest.mark.parametrize("groups", [("9TRA", "W6PD", "5NRM"), ("9 tra", "w6pd", "5nrm")])
def test_the_right_groups_are_told_at_once(qtbot, panel, groups):
    heard = []
    panel.told.connect(heard.append)
    type_back(qtbot, panel, *groups)
    assert heard[-1] is True
    assert all(field._tick.accessibleName() == "Right" for field in panel.fields)


def test_return_goes_to_the_first_group_that_is_not_right(qtbot, panel):
    type_back(qtbot, panel, "9TRA", "W6PP", "5NRM")
    panel.go_on()
    assert panel.window().focusWidget() is panel.fields[1].edit


def test_a_forgotten_code_leaves_nothing(qtbot, panel):
    type_back(qtbot, panel, "9TRA", "W6PD", "5NRM")
    panel.show_code("")
    assert not panel.is_kept
    assert [field.edit.text() for field in panel.fields] == ["", "", ""]


def test_the_sheet_can_be_saved_as_a_file_of_ones_own(qtbot, panel, tmp_path, told):
    panel._write(tmp_path / "code.pdf")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_cannot_be_written_is_said(qtbot, panel, tmp_path, told):
    panel._write(tmp_path / "none" / "code.pdf")
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert not (tmp_path / "none").exists()


def test_groups_that_were_typed_back_do_not_come_back_by_undo(qtbot, panel):
    type_back(qtbot, panel, "9TRA", "W6PD", "5NRM")
    panel.show_code("")
    for field in panel.fields:
        field.edit.undo()
    assert [field.edit.text() for field in panel.fields] == [""] * 3
