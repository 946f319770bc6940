"""The practices that a coach can suggest: all that the application has, the likely ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ally_journal.domain.practice_files import load_built_in

if TYPE_CHECKING:
    from ally_journal.domain.packet import Packet


def suggestions(packet: Packet) -> tuple[tuple[str, str], ...]:
    """Pairs of id and title; what the practices of the entries themselves lead to comes first."""
    library = load_built_in()
    listed = {one.id: one.title for one in library.listed()}
    walked = [one for entry in packet.entries if (one := library.find(entry.practice)) is not None]
    near = [offer.practice for one in walked for offer in one.offers]
    order = dict.fromkeys([*near, *listed])
    return tuple((key, listed[key]) for key in order if key in listed)
