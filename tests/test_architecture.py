"""The plan of docs/architecture.md, held: imports run one way, and every module has its test."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"matplotlib", "numpy", "zxcvbn", "markdown", "nh3", "babel", "PIL"} | {
    "pypdf",
    "pyrage",
    "typst",
}


def sources(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


MODULES = [path for path in sources("ally_journal", "ui") if path.name != "__init__.py"]
TEXTS = {path: path.read_text() for path in MODULES}
TESTS = "\n".join(path.read_text() for path in sources("tests"))


def loaded_by(program: str) -> set[str]:
    """The top-level packages that are loaded when a program has run."""
    program += "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def does_something(path: Path) -> bool:
    """Whether a module has functions; declarations alone are tested by those who use them."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text())))


def mirrored(path: Path) -> Path:
    parts = path.relative_to(ROOT).parts
    inside = parts[1:-1] if parts[0] == "ally_journal" else parts[:-1]
    return ROOT.joinpath("tests", *inside, f"test_{path.name}")


def is_tested(path: Path) -> bool:
    name, module = path.stem, dotted(path)
    package = module.rpartition(".")[0]
    named = (f"from {module} import", f"import {module}", f"from {package} import {name}")
    return mirrored(path).exists() or any(words in TESTS for words in named)


def is_part_of_a_tested_one(path: Path) -> bool:
    """Whether a module with a test of its own uses it: the small parts of a page or a service."""
    module, name = dotted(path), path.stem
    package = module.rpartition(".")[0]
    uses = re.compile(
        rf"from {re.escape(module)} import|from {re.escape(package)} import [^\n]*\b{name}\b"
    )
    return any(uses.search(TEXTS[user]) for user in MODULES if is_tested(user))


def test_the_import_contracts_are_kept():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [one for one in MODULES if does_something(one)], ids=dotted)
def test_every_module_has_its_test(path):
    assert is_tested(path) or is_part_of_a_tested_one(path)


@pytest.mark.parametrize("path", sources("ally_journal", "ui", "resources"), ids=dotted)
def test_a_package_holds_a_docstring_and_nothing_else(path):
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree)
    assert path.name != "__init__.py" or len(tree.body) == 1


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_no_file_and_no_function_is_long(path):
    text = path.read_text()
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    assert text.count("\n") <= 350
    assert all((one.end_lineno or 0) - one.lineno < 40 for one in functions)


def test_no_drawer_is_named_for_nothing():
    drawers = {"utils", "helpers", "common", "misc", "manager", "base"}
    assert not drawers & {path.stem for path in MODULES}


def test_the_command_line_starts_without_the_window():
    loaded = loaded_by("import ally_journal.commands.program")
    assert not loaded & ({"PySide6", "ui"} | HEAVY)


def test_the_start_of_the_program_loads_neither_window_nor_command_line():
    assert not loaded_by("import main") & ({"PySide6", "ui", "click", "sqlcipher3"} | HEAVY)


def test_the_window_starts_without_the_command_line_and_what_is_heavy():
    loaded = loaded_by("import main, ui.application")
    assert not loaded & ({"click", "cryptography"} | HEAVY)


def test_the_locks_name_no_address():
    for lock in ROOT.glob("requirements*.lock"):
        assert "://" not in lock.read_text()
