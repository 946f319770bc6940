import json
from pathlib import Path

import pytest
from pypdf import PdfReader  # noqa: TID253 a test has time


@pytest.fixture
def fern(ally):
    """A journal with two entries."""
    for text in ("moss at the wall", "ivy at the door"):
        assert ally("write", "catch", "--answers", ally.answers(what=text)).code == 0
    return ally


def target(ally, name):
    return ally.folder / name


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_an_export_holds_what_was_written(fern, form):
    path = target(fern, "out")
    said = fern("export", "--format", form, "--to", str(path), "--yes")
    assert (said.code, said.out) == (0, f"{path}\n")
    assert "moss at the wall" in path.read_text()
    assert "2 entries" in said.err


def test_an_export_of_a_search_holds_what_fits(fern):
    path = target(fern, "out.md")
    fern("export", "--format", "markdown", "--to", str(path), "ivy", "--yes")
    assert "ivy" in path.read_text()
    assert "moss" not in path.read_text()


def test_without_a_yes_nothing_goes_out(fern):
    said = fern("export", "--format", "json", "--to", str(target(fern, "out")))
    assert said.code == 1
    assert str(fern.folder) in said.err
    assert not target(fern, "out").exists()


def test_what_stands_there_is_never_overwritten(fern):
    path = fern.file("mine", "mine")
    said = fern("export", "--format", "json", "--to", path, "--yes")
    assert said.code == 1
    assert Path(path).read_text() == "mine"


@pytest.mark.parametrize("name", ["x" * 300, "missing/out"])
def test_a_place_that_cannot_be_is_one_sentence(fern, name):
    said = fern("export", "--format", "json", "--to", str(target(fern, name)), "--yes")
    assert said.code == 1
    assert "cannot be written there" in said.err


@pytest.mark.parametrize("form", ["docx", "PDF", "", "JSON"])
def test_an_unknown_format_names_those_there_are(fern, form):
    said = fern("export", "--format", form, "--to", str(target(fern, "out")), "--yes")
    assert said.code == 1
    assert "markdown, html, pdf, json and csv" in said.err


def test_what_went_out_comes_back_into_an_empty_journal(fern, made, monkeypatch):
    path = target(fern, "out.json")
    fern("export", "--format", "json", "--to", str(path), "--yes")
    fern.journal = str(fern.folder / "Other.ally")
    assert fern("new").code == 0
    assert fern("import", "--format", "json", str(path)).code == 0
    assert len(fern("list", "--json").json["entries"]) == 2


def test_a_look_ahead_changes_nothing(fern):
    path = target(fern, "out.json")
    fern("export", "--format", "json", "--to", str(path), "--yes")
    fern.journal = str(fern.folder / "Other.ally")
    fern("new")
    said = fern("import", "--format", "json", str(path), "--dry-run")
    assert "entries: 2 new" in said.out
    assert fern("list", "--json").json == {"entries": []}


def test_a_file_of_another_kind_is_refused(fern):
    path = fern.file("odd.json", json.dumps({"colour": "teal"}))
    said = fern("import", "--format", "json", path)
    assert (said.code, said.out) == (1, "")
    assert "Nothing was brought in" in said.err


def test_other_formats_cannot_be_brought_in(fern):
    said = fern("import", "--format", "jrnl", fern.file("x", ""))
    assert said.code == 1
    assert "There is json" in said.err


DAYLIO = "full_date,date,weekday,time,mood,activities,note_title,note\n"


@pytest.mark.parametrize("form", ["daylio", "csv"])
def test_habits_of_another_program_come_in_and_are_told(ally, form):
    path = ally.file("d.csv", DAYLIO + '2026-03-01,,,21:13,good,"walk | tea",Fern,A leaf\n')
    said = ally("import", "--format", form, path)
    assert "2 new habits, 2 days marked (1 March 2026), 1 note" in said.out
    assert "walk: new" in said.out
    assert {one["name"] for one in ally("habits", "--json").json["habits"]} == {"tea", "walk"}
    again = ally("import", "--format", form, path)
    assert "Everything in it is here already" in again.out
    assert "walk" not in again.out


def test_a_look_ahead_at_another_program_changes_nothing(ally):
    path = ally.file("Checkmarks.csv", "Date,Fern,Moss\n2026-03-01,2,3\n")
    said = ally("import", "--format", "loop", path, "--dry-run")
    assert "Fern: new" in said.out
    assert "Nothing was changed" in said.err
    assert ally("habits", "--json").json == {"habits": []}


def test_a_table_with_other_columns_is_named_by_its_place(ally):
    path = ally.file("Checkmarks.csv", "Date,Fern\n2026-03-01,2\n2026-02-28,green\n")
    said = ally("import", "--format", "loop", path)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("“Checkmarks.csv”, line 3, column 2: ")
    assert ally("habits", "--json").json == {"habits": []}


def test_a_look_ahead_makes_no_backup(fern):
    path = fern.file("Checkmarks.csv", "Date,Fern,Moss\n2026-03-01,2,3\n")
    backups = Path(fern.journal) / "backups"
    assert fern("import", "--format", "loop", path, "--dry-run").code == 0
    before = list(backups.iterdir()) if backups.exists() else []
    assert fern("import", "--format", "loop", path).code == 0
    assert (before, len(list(backups.iterdir()))) == ([], 1)


@pytest.fixture
def named(fern):
    """With somebody in a third entry."""
    answers = fern.answers(
        role="I saw it",
        facts="Juniper Stone said it, and Juniper’s team heard",
        who=["Juniper Stone"],
    )
    assert fern("write", "debrief", "--answers", answers).code == 0
    return fern


@pytest.mark.parametrize("form", ["markdown", "html", "csv", "json"])
def test_redact_takes_people_out(named, form):
    path = target(named, "out")
    said = named("export", "--format", form, "--to", str(path), "--redact", "--yes")
    assert said.code == 0, said.err
    assert "Juniper" not in path.read_text()
    assert "Person A said it" in path.read_text()


def test_a_pdf_is_written(named):
    path = target(named, "out.pdf")
    assert named("export", "--format", "pdf", "--to", str(path), "--redact", "--yes").code == 0
    text = "".join(page.extract_text() for page in PdfReader(path).pages)
    assert "Person A said it" in text
    assert "moss at the wall" in text


def test_a_name_that_is_left_stops_it_with_its_place_until_it_is_let_through(named):
    answers = named.answers(what="Junipar was there")
    named("write", "catch", "--answers", answers)
    path = target(named, "out")
    order = ("export", "--format", "csv", "--to", str(path), "--redact", "--yes")
    said = named(*order)
    assert said.code == 1
    assert "entry 4" in said.err
    assert "Junipar" not in said.err
    assert not path.exists()
    assert named(*order, "--allow", "Junipar").code == 0


def test_a_folder_that_is_copied_elsewhere_is_named_before_the_question(fern):
    folder = target(fern, "Dropbox")
    folder.mkdir()
    said = fern("export", "--format", "json", "--to", str(folder / "out"))
    assert said.code == 1
    assert "Dropbox copies to other computers" in said.err
