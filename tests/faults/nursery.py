"""A process that has loaded the journal once and forks a child for each piece of work.

    python -m tests.faults.nursery HANDLE

It never opens a journal itself, so that no connection crosses a fork. On the socket HANDLE it is
given the name and the arguments of a function of `works` with a pipe for what the child says, and
answers with the child's process id, later with how the child ended.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from typing import Any

_KEYS = ("resource", "argon2.low_level", "cryptography.hazmat.primitives.ciphers.aead")
MODULES = {
    "works": _KEYS,
    "stopped_works": _KEYS,
    "typing_window": ("argon2.low_level", "matplotlib.backends.backend_agg", "zxcvbn"),
}
"""Where work is found, and what it imports late."""
MOST = 1 << 16


def main(handle: int, module: str) -> None:
    """Fork a child for each request until the asker goes."""
    work = import_module(f"tests.faults.{module}")
    for name in MODULES.get(module, ()):
        import_module(name)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=handle) as asker:
        while True:
            request, pipes, _flags, _address = socket.recv_fds(asker, MOST, 1)
            if not request:
                return
            _serve(asker, json.loads(request), pipes[0], work)


def _serve(asker: socket.socket, request: dict[str, Any], pipe: int, work: object) -> None:
    child = os.fork()
    if not child:
        asker.close()
        os.dup2(pipe, 1)
        os.close(pipe)
        _work(getattr(work, request["name"]), request["arguments"])
    os.close(pipe)
    asker.send(f"{child}\n".encode())
    # Its number is its own until it is waited for: the asker takes hold of it first.
    asker.recv(1)
    _child, status = os.waitpid(child, 0)
    with suppress(OSError):
        asker.send(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def _work(call: Any, arguments: dict[str, Any]) -> None:
    code = 0
    try:
        call(**arguments)
    except BaseException:  # noqa: BLE001 whatever it is, it is told, and the child ends
        traceback.print_exc()
        os.write(1, b"crash " + traceback.format_exc().splitlines()[-1].encode()[:200] + b"\n")
        code = 70
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
