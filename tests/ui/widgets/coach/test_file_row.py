"""A file that is to be chosen, and what is wrong with the one that was."""

from pathlib import Path

from ui.widgets.coach.file_row import FileRow


def test_the_chosen_file_is_named_and_what_is_wrong_with_it_goes_with_the_next(theme, qtbot):
    row = FileRow(theme, "The packet", "Choose…")
    qtbot.addWidget(row)
    row.show_file(Path("/somewhere/Packet.age"))
    assert row.name.text() == "Packet.age"
    assert row.button.accessibleDescription() == "Packet.age"
    row.set_error("This is not a packet.")
    assert row.button.accessibleDescription() == "This is not a packet."
    row.show_file(None)
    assert row.error.isHidden()
    assert row.name.text() == ""
