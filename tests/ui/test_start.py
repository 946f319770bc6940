"""The start: what is imported when the unlock page stands, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("matplotlib", "numpy", "zxcvbn", "markdown", "nh3", "argon2", "cryptography", "babel"),
    *("sqlcipher3", "msgspec", "click", "ally_journal.journal", "ui.pages.today"),
    *("ui.widgets.sheet", "PySide6.QtPrintSupport", "PySide6.QtDBus", "PySide6.QtNetwork"),
    *("dataclasses", "importlib.resources", "platformdirs", "tomllib", "typing_extensions"),
    *("zoneinfo",),
    *("ui.locking", "ui.auto_lock", "ui.deep_lock", "ui.first_window", "ui.session_events"),
    *("ui.reminding", "ui.tray", "ui.login_start", "ally_journal.domain.reminder", "icalendar"),
    *("pypdf", "pyrage", "typst"),
)
START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ally_journal.system_clock import SystemClock
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.theme import STYLE, STYLED, Theme
app = QApplication(["journal", *STYLE]); app.setProperty(STYLED, "yes")
theme = Theme("system"); theme.apply(app)
desk = Desk(theme, SystemClock(), Path(sys.argv[1]))
window = MainWindow(desk); window.show(); app.processEvents()
none = sys.getrefcount(None)
for number in range(1000): window.setWindowTitle("Journal")
print(sys.getrefcount(None) - none)
print(window.pages.page().__class__.__name__)
print(" ".join(sys.modules))
import enum, gc
built = {made.__qualname__ for made in gc.get_objects() if isinstance(made, enum.EnumMeta)}
print(" ".join(sorted(built)))
sys.stdout.flush()
import os; os._exit(0)
"""


def start(tmp_path, *arguments, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in environment}
    given = {name: value for name, value in environment.items() if value}
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *arguments],
        env=kept | home | given,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def lines(tmp_path, journal_folder):
    ran = start(tmp_path, "-c", START, str(journal_folder), QT_QPA_PLATFORM="offscreen")
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()


def test_nothing_heavy_is_imported_when_the_unlock_page_stands(lines):
    assert lines[1] == "UnlockPage"
    assert [name for name in HEAVY if name in lines[2].split()] == []


def test_the_largest_enumerations_are_not_built_for_the_unlock_page(lines):
    costly = {"QIcon.ThemeIcon", "QStyle.PixelMetric"}
    assert not costly & set(lines[3].split())


WARM = """
import sys
from ui.opening import warm_up
from ally_journal.domain.practice_files import load_built_in
warm_up()
print(load_built_in.cache_info().currsize, " ".join(sys.modules))
"""


def test_while_somebody_types_all_that_unlocking_needs_is_made_ready(tmp_path):
    ran = start(tmp_path, "-c", WARM, QT_QPA_PLATFORM="offscreen")
    read, *modules = ran.stdout.split()
    assert read == "1"
    assert {"ui.pages.today", "ui.sidebar", "ally_journal.journal", "argon2"} <= set(modules)
    assert "matplotlib" not in modules


SOURCES = """
import inspect, linecache, sys
from PySide6.QtWidgets import QApplication
from ui import opening
def kept():
    return sum(len(entry[2]) for entry in linecache.cache.values() if len(entry) > 1)
opening.warm_up()
print(kept() > 10_000)
names = set(linecache.cache)
opening.forget_sources()
print(kept(), names <= set(linecache.cache), "def warm_up" in inspect.getsource(opening))
large = [
    f"{name}.{key}" for name, module in list(sys.modules.items()) for key, value in
    list(vars(module).items()) if isinstance(value, (str, bytes)) and len(value) > 200_000
]
print(large)
"""


def test_no_source_of_a_module_and_no_large_text_stays_in_memory(tmp_path):
    ran = start(tmp_path, "-c", SOURCES, QT_QPA_PLATFORM="offscreen")
    assert ran.stdout.splitlines() == ["True", "0 True True", "[]"], ran.stderr


def test_calls_that_return_nothing_take_no_reference_from_none(lines):
    assert abs(int(lines[0])) < 100


def test_without_a_screen_one_sentence_names_the_way(tmp_path):
    ran = start(tmp_path, "main.py", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ran.returncode == 1
    assert "make demo" in ran.stderr
    assert ran.stderr.count("\n") == 1
