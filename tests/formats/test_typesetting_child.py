"""The script that sets a page: it reads a job, writes a PDF, and says nothing else."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from ally_journal.formats import age_process, typesetting, typesetting_child

_TITLE = '#set document(title: "x")\n'
CHAINS = {"serif": ["Nowhere Serif", "Libertinus Serif"], "sans": [], "mono": []}


def carried_out(template, data="{}"):
    job = {"template": template, "data": data, "chains": CHAINS, "folders": []}
    return subprocess.run(
        [sys.executable, "-I", typesetting._CHILD],
        input=json.dumps(job).encode(),
        capture_output=True,
        check=False,
    )


def told(done):
    return json.loads(done.stdout.partition(b"\n")[0])


def test_a_page_comes_after_one_line_that_tells_of_it():
    done = carried_out(f"{_TITLE}#json(bytes(sys.inputs.data)).moss", '{"moss": "Ivy"}')
    assert told(done) == {"missing": [], "accessible": True}
    assert done.stdout.partition(b"\n")[2].startswith(b"%PDF")
    assert not done.stderr


def test_what_no_font_has_is_named_each_once():
    text = "\U000103ff and \U000103ff, \U0001fbcf"
    done = carried_out(
        f"{_TITLE}#set text(font: json(bytes(sys.inputs.fonts)).serif, fallback: false)\n"
        "#json(bytes(sys.inputs.data))",
        json.dumps(text),
    )
    assert "\U000103ff" in told(done)["missing"]
    assert len(told(done)["missing"]) == len(set(told(done)["missing"]))
    assert told(done)["accessible"] is False


def test_a_template_that_is_wrong_is_no_page():
    done = carried_out("#nowhere")
    assert done.returncode != 0
    assert not done.stdout


@pytest.mark.parametrize(
    ("told", "text"), [("moss", "moss"), (r"\u{103ff}", "\U000103ff"), (r"\"", '"'), (r"\n", "\n")]
)
def test_a_character_is_told_as_it_is(told, text):
    assert typesetting_child._unescaped(told) == text


def test_only_fonts_that_are_there_are_asked_for():
    known = typesetting_child._known({"a": ["X", "Y"]}, ["Y", "Z"])
    assert known == {"a": ["Y"]}
    assert typesetting_child._with_the_rest(known)["a"][0] == "Y"


_PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-I", sys.argv[1]], stdin=int(sys.argv[2]))
print(child.pid, flush=True)
time.sleep(60)
"""


def core_limit(pid):
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
        return next(line for line in lines if line.startswith("Max core")).split()[4:6]
    return []


def within(seconds, is_so):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not is_so():
        time.sleep(0.02)
    return is_so()


def state(pid):
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return "Z"


def waits_for_its_job(pid):
    """It sleeps in each of many looks: so it does not begin any more, but reads its input."""
    for _look in range(15):
        if state(pid) != "S":
            return False
        time.sleep(0.02)
    return True


@pytest.mark.parametrize("script", [typesetting._CHILD, age_process._CHILD])
def test_a_child_leaves_no_dump_and_ends_with_its_parent(script):
    its_stdin, ours = os.pipe()  # stays open, so that no end of the job ends it
    command = [sys.executable, "-c", _PARENT, str(script), str(its_stdin)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, pass_fds=[its_stdin]) as parent:
        pid = int(parent.stdout.readline())
        assert within(20, lambda: waits_for_its_job(pid))
        assert core_limit(pid) == ["0", "0"]
        parent.kill()
        assert within(20, lambda: state(pid) == "Z")
    os.close(its_stdin)
    os.close(ours)
