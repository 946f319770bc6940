"""What strace saw: sockets, and files that were opened to be written, made, moved or removed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHANGING = (
    "creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,"
    "unlink,unlinkat,rmdir,truncate,chmod,fchmodat,chown,fchownat,lchown"
)
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FAILED = re.compile(r"= -1 [A-Z]+")
_NETWORK = re.compile(r"AF_INET6?\b|AF_PACKET|AF_NETLINK")


def watching(trace: Path, calls: str) -> tuple[str, ...]:
    """The command that watches these calls of a program and of all that it starts."""
    return (
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-s",
        "4096",
        "-e",
        f"trace={calls}",
        "-o",
        str(trace),
    )


def network_calls(trace: Path) -> list[str]:
    """Calls that have to do with a network of any kind."""
    return [line for line in trace.read_text().splitlines() if _NETWORK.search(line)]


def changed_paths(trace: Path) -> set[str]:
    """Every path that was opened for writing, made, moved or removed."""
    return {path for line in trace.read_text().splitlines() for path in _changed(line)}


def _changed(line: str) -> Iterator[str]:
    opens = "open(" in line or "openat(" in line or "openat2(" in line
    if (opens and not _WRITING.search(line)) or "(" not in line or _FAILED.search(line):
        return
    yield from _QUOTED.findall(line)[: 1 if opens else None]
