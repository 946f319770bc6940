"""Packets and replies made up for tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from ally_journal.domain.packet import Packet, PacketEntry, PacketPart, Remark, RemarkKind, Reply
from ally_journal.formats.age_file import KeyPair

# Always the same, as the names of tests are.
KEY = KeyPair(
    "AGE-SECRET-KEY-1JLV3TYPHHEYL4DU72YPJGHVYFYM8ULLHWY4Z7YPV8SKTPAZLDGGSRFHGPU",
    "age12eh8tk9ly93drekhqxcdm8c5yx3wglzlsq94xcteregmrt02tefsm0jepe",
)
OTHER = KeyPair(
    "AGE-SECRET-KEY-1ZF6E5ZLN9J7LVPDPEN28Q7ZU8E34T4H6RUNXGYS00SP3F93UQ8PQT3P84T",
    "age1jfuz5med5l255wgrgjunxmeussk7p7sye5denfuevctm2jla7adqz70jxu",
)
MISTYPED = KEY.recipient[:-1] + "q"
ID = "01890000-0000-7000-8000-000000000001"
DAY = date(2026, 3, 2)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)
parts = st.builds(
    PacketPart,
    st.sampled_from(["learned", "plans", "story"]),
    texts,
    st.lists(texts, max_size=3).map(tuple),
)
entries = st.builds(
    PacketEntry,
    texts,
    st.sampled_from(["", "debrief"]),
    texts,
    texts,
    st.lists(parts, max_size=3).map(tuple),
)
ids = st.uuids().map(str)
packets = st.builds(
    Packet, ids, st.dates(), texts, texts, st.lists(texts, max_size=3).map(tuple),
    st.lists(entries, max_size=3).map(tuple), st.just(KEY.recipient),
)  # fmt: skip
anchors = st.sampled_from(["", "1", "12", "2.1.3", "999.1.40"])
remarks = st.builds(Remark, anchors, texts.filter(str.strip), st.sampled_from(RemarkKind))
replies = st.builds(
    Reply, ids, st.binary(min_size=32, max_size=32).map(bytes.hex), st.dates(), texts,
    st.lists(remarks, max_size=3).map(tuple),
    st.lists(st.sampled_from(["debrief", "plan"]), max_size=2).map(tuple),
)  # fmt: skip


def entry(number: int = 1) -> PacketEntry:
    """An entry with two parts."""
    learned = PacketPart(
        "learned", "What I learned", (f"moss {number}", "Person A <was> slow & é 🌿")
    )
    plans = PacketPart("plans", "Next time", ("I ask first.",))
    return PacketEntry(
        "A slow talk", "debrief", "Debrief", "in the week of 2 March", (learned, plans)
    )


def packet(*made: PacketEntry, question: str = "How do I ask?", sender: str = "Fern") -> Packet:
    """A packet of these entries, of one where none is given."""
    return Packet(ID, DAY, sender, question, ("Person A",), made or (entry(),), KEY.recipient)


def reply(digest: str = "0" * 64) -> Reply:
    """A reply with two remarks and a practice."""
    made = (Remark("1.1.2", "What was slow?", RemarkKind.QUESTION), Remark("", "Thank you."))
    return Reply(ID, digest, DAY, "Heron", made, ("debrief",))
