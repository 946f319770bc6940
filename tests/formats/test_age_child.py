"""The child limits itself before it reads, and tells nothing but its answer."""

import json
import resource
import subprocess
import sys
from pathlib import Path

from ally_journal.formats import age_child
from tests.formats.age_maker import scrypt_age

SCRIPT = age_child.__file__
HEAD = {
    "task": "identity",
    "memory": 600 << 20,
    "seconds": 4,
    "passphrase": "moss",
    "identities": [],
}


def run(head, content=b"", program=(SCRIPT,), cwd="/"):
    return subprocess.run(
        [sys.executable, "-I", *program], input=json.dumps(head).encode() + b"\n" + content,
        cwd=cwd, env={}, capture_output=True, check=False,
    )  # fmt: skip


def test_it_answers_from_anywhere():
    done = run(HEAD, scrypt_age(b"fern", "moss"))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{}\nfern", b"")


def test_a_job_that_is_none_ends_it_without_a_word():
    done = run(HEAD | {"task": "moss"}, b"kingfisher")
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_the_limits_are_kept():
    program = (
        f"import sys; sys.path.insert(0, {str(Path(SCRIPT).parents[2])!r})\n"
        "from ally_journal.formats.age_child import limit\n"
        "import resource\n"
        "limit(600 << 20, 4)\n"
        "names = ('RLIMIT_CORE', 'RLIMIT_FSIZE', 'RLIMIT_CPU', 'RLIMIT_AS')\n"
        "print(*(resource.getrlimit(getattr(resource, name))[1] for name in names))\n"
    )
    done = run({}, program=("-c", program))
    assert done.stdout.split() == [b"0", b"0", b"4", str(600 << 20).encode()]


def test_one_that_asks_for_too_much_memory_gets_none():
    # The factor asks for 256 MiB, the limit allows for less.
    sealed = scrypt_age(b"fern", "moss").replace(b" 2\n", b" 18\n", 1)
    done = run(HEAD | {"memory": 200 << 20}, sealed)
    assert done.returncode != 0
    assert done.stdout == b""


def test_what_limits_the_child_does_not_limit_us():
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] != 0
