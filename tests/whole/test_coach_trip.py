"""The whole trip, as two people make it: each with a folder of their own, by the command line."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ally_journal.formats.age_file import new_key

ROOT = Path(__file__).resolve().parents[2]
STORY = "A day.\n\nI talked over Juniper in the meeting.\n\nJuniper’s face went still."


@dataclass
class Person:
    """Somebody with a home of their own, who calls the program."""

    home: Path

    def __post_init__(self):
        self.home.mkdir(mode=0o700)
        self.journal = str(self.home / "Mine.ally")
        self.secret = self.file("secret", "amber fern under slate\n")
        self.words = self.file("words", "moss fern ivy oak elm ash\n")

    def file(self, name, text):
        (self.home / name).write_text(text)
        return str(self.home / name)

    def call(self, *arguments, fails=False):
        names = ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        env = {**os.environ, **dict.fromkeys(names, str(self.home))}
        program = [sys.executable, str(ROOT / "main.py"), *arguments]
        done = subprocess.run(program, cwd=self.home, env=env, capture_output=True, check=False)
        assert (done.returncode != 0) == fails, done.stderr.decode()
        return done.stderr.decode() if fails else done.stdout.decode()

    def ask(self, command, *arguments, **more):
        """Call a command on their journal."""
        secret = ("--passphrase-file", self.secret)
        return self.call(command, self.journal, *arguments, *secret, **more)


@pytest.fixture
def client(tmp_path):
    person = Person(tmp_path / "client")
    person.ask("new")
    answers = {"role": "did", "facts": STORY, "who": ["Juniper"]}
    given = person.file("answers.json", json.dumps(answers))
    person.entry = person.ask("write", "debrief", "--answers", given).strip()
    return person


@pytest.fixture
def coach(tmp_path):
    return Person(tmp_path / "coach")


def test_there_and_home_again(client, coach, tmp_path):
    packet, reply = str(tmp_path / "packet.age"), str(tmp_path / "reply.age")
    words = ("--packet-passphrase-file", client.words)
    wanted = ("--fields", "all", "--question", "How do I tell Juniper?", "--from", "Fern")
    shown = client.ask("share", "--preview", *wanted)
    assert "⟦Person A⟧’s face went still." in shown
    client.ask("share", "--to", packet, *wanted, *words, "--label", "Ivy")

    seen = json.loads(coach.call("packet", packet, *words, "--json"))
    assert "Juniper" not in json.dumps(seen)
    place = anchor(seen, "I talked over Person A in the meeting.")
    said = {
        "comments": [{"at": place, "text": "And Person A?"}],
        "questions": ["What now?"],
        "practices": ["plan"],
        "from": "Ivy",
    }
    coach.call("reply", packet, "--comments", coach.file("said.json", json.dumps(said)),
               "--to", reply, *words)  # fmt: skip
    assert [path.name for path in coach.home.rglob("*") if b"Person A" in read(path)] == [
        "said.json"
    ]

    before = client.ask("show", client.entry, "--json")
    home = client.ask("receive", reply)
    assert "And Juniper?" in home
    assert client.ask("show", client.entry, "--json") == before
    (kept,) = json.loads(client.ask("comments", client.entry, "--json"))["comments"]
    assert (kept["at"], kept["text"], kept["changed"]) == (place, "And Juniper?", False)
    client.ask("receive", reply)
    (row,) = json.loads(client.ask("sent", "--json"))["sent"]
    assert (row["replies"], row["label"], row["entries"][0]["id"]) == (1, "Ivy", client.entry)
    coach.ask("new")
    assert "does not belong" in coach.ask("receive", reply, fails=True)


def anchor(packet, text):
    """Where a paragraph stands, all counted from 1."""
    return next(
        f"{entry_at}.{part_at}.{at}"
        for entry_at, entry in enumerate(packet["entries"], 1)
        for part_at, part in enumerate(entry["parts"], 1)
        for at, one in enumerate(part["paragraphs"], 1)
        if one == text
    )


def read(path):
    return path.read_bytes() if path.is_file() else b""


@pytest.mark.skipif(shutil.which("age") is None, reason="the age program is not on this computer")
def test_age_itself_opens_what_we_made(client, tmp_path):
    key, packet = new_key(), tmp_path / "packet.age"
    client.ask("share", "--to", str(packet), "--recipient", key.recipient, "--fields", "all")
    identity = client.file("identity", key.identity + "\n")
    done = subprocess.run(
        ["age", "-d", "-i", identity, str(packet)], capture_output=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["format"] == "ally-journal-packet"
    assert "I talked over Person A in the meeting." in told["page"]
    assert "Private reflection. Not a work record." in told["page"]
