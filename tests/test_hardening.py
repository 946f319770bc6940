import resource
import subprocess
import sys

import pytest

from ally_journal import hardening
from ally_journal.hardening import _libc, harden_process, trim_memory

HARDENED = """
import ctypes, resource
from ally_journal.hardening import harden_process
harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def test_a_hardened_process_leaves_no_core_and_cannot_be_read():
    ended = subprocess.run([sys.executable, "-c", HARDENED], capture_output=True, check=True)
    assert ended.stdout == b"(0, 0) 0\n"


def test_linux_is_asked_to_keep_our_memory_from_others(monkeypatch):
    asked = []
    monkeypatch.setattr(hardening, "_libc", lambda *call: asked.append(call))
    harden_process()
    assert asked == [("prctl", 4, 0, 0, 0, 0), ("mallopt", -6, 0x5A)]
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


FREED = """
import ctypes
from ally_journal.hardening import harden_process
harden_process()
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
block, beside = libc.malloc(8192), libc.malloc(8192)
ctypes.memset(block, 0x41, 8192)
libc.free(ctypes.c_void_p(block))
# The C library keeps four addresses of its own at the start of a free block.
print(ctypes.string_at(block + 32, 8192 - 32).count(b"A"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="glibc")
def test_what_was_freed_is_overwritten():
    ended = subprocess.run([sys.executable, "-c", FREED], capture_output=True, check=True)
    assert ended.stdout == b"0\n"


def test_memory_can_be_trimmed_at_any_time():
    trim_memory()


def test_a_system_without_the_function_is_left_alone():
    _libc("no_such_function")
