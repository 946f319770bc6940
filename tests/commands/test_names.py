import pytest

from ally_journal.commands.names import NAMES, is_command
from ally_journal.commands.program import program


def test_the_names_are_those_of_the_program():
    assert set(program.commands) == NAMES


@pytest.mark.parametrize("arguments", [[], ["Fern.ally"], ["/home/moss/Fern.ally"], ["lists"]])
def test_nothing_or_a_journal_opens_the_window(arguments):
    assert not is_command(arguments)


@pytest.mark.parametrize(
    "arguments", [["list", "Fern.ally"], ["--help"], ["verify"], ["gather", "Fern.ally"]]
)
def test_the_rest_is_for_the_command_line(arguments):
    assert is_command(arguments)
