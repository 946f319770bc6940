"""Only the owner can read what is made, however careless the system's umask is."""

from __future__ import annotations

import stat


def test_everything_that_a_session_makes_is_its_owners_alone(sandbox, session):
    done = sandbox.run(session)
    assert done.code == 0, done.err.decode()
    made = [sandbox.journal, *sandbox.journal.rglob("*"), *sandbox.home.rglob("window.toml*")]
    made += list(sandbox.exports.glob("out.*"))
    assert len(made) > 5
    wrong = {
        path: mode for path in made if (mode := _mode(path)) != (0o700 if path.is_dir() else 0o600)
    }
    assert wrong == {}


def _mode(path):
    return stat.S_IMODE(path.stat().st_mode)
