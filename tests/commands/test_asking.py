import click
import pytest

from ally_journal.commands import asking


class TerminalThatAnswers:
    """Stands in for click's prompts."""

    def __init__(self, monkeypatch, answer) -> None:
        self.asked = []
        self.answer = answer
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr(click, "prompt", self.prompt)
        monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt: answer)

    def prompt(self, label, **options):
        self.asked.append((label, options["hide_input"], options["confirmation_prompt"]))
        return self.answer


def test_only_the_first_line_counts(empty):
    file = empty.file("lines", "amber fern\nnot this\n")
    assert asking.passphrase(file)() == "amber fern"


def test_blanks_belong_to_a_passphrase(empty):
    assert asking.passphrase(empty.file("blanks", " amber \r\n"))() == " amber "


def test_a_byte_order_mark_does_not(empty):
    assert asking.passphrase(empty.file("bom", b"\xef\xbb\xbfamber"))() == "amber"


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a" * 5000])
def test_a_file_that_is_no_line_of_text_is_refused(empty, content):
    with pytest.raises(asking.Refused, match="--new-passphrase-file"):
        asking.new_passphrase(empty.file("odd", content))


def test_a_file_that_is_not_there_is_refused(empty):
    with pytest.raises(asking.Refused, match="--recovery-code-file"):
        asking.recovery_code(str(empty.folder / "missing"))


def test_without_a_terminal_the_option_is_named(empty):
    said = empty.bare("new", empty.journal)
    assert (said.code, said.out) == (1, "")
    assert "--passphrase-file" in said.err


def test_a_new_passphrase_is_typed_twice_and_never_shown(monkeypatch):
    terminal = TerminalThatAnswers(monkeypatch, "amber")
    assert asking.first_passphrase(None) == "amber"
    assert terminal.asked == [("Passphrase", True, True)]


def test_a_known_one_is_typed_once(monkeypatch):
    terminal = TerminalThatAnswers(monkeypatch, "amber")
    assert asking.passphrase(None)() == "amber"
    assert terminal.asked == [("Passphrase", True, False)]


def test_no_on_the_terminal_stops(monkeypatch):
    TerminalThatAnswers(monkeypatch, "n")
    with pytest.raises(click.Abort):
        asking.agreed("Write it?", yes=False)


def test_yes_on_the_terminal_goes_on(monkeypatch):
    TerminalThatAnswers(monkeypatch, "y")
    asking.agreed("Write it?", yes=False)


def test_the_process_is_closed_to_others_before_a_secret_is_read(monkeypatch, tmp_path):
    done = []
    monkeypatch.setattr(asking, "harden_process", lambda: done.append("closed"))
    monkeypatch.setattr(asking, "_first_line", lambda *_: done.append("read") or "")
    asking.recovery_code(str(tmp_path / "code"))
    assert done == ["closed", "read"]
