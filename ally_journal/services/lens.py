"""The lens of a journal: its own words, the groups that ask, and what is not asked again.

Only the person's own words go out with an export of the whole journal; nothing of what was found is
ever kept.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.changes import Change
from ally_journal.domain.lens_choice import MOST_OWN, QUESTION, LensChoice, own_rule, question_of
from ally_journal.domain.lens_rules import OwnRule
from ally_journal.errors import BadItem
from ally_journal.storage import lists, settings_table
from ally_journal.storage.settings_table import LENS_GROUPS, LENS_MUTED

if TYPE_CHECKING:
    from ally_journal.domain.list_item import ListItem
    from ally_journal.services.context import Context

LIST = "lens"
_CHANGE = Change(settings=True)


class LensService:
    """Reads and changes what the lens asks about."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def choice(self) -> LensChoice:
        """What the person chose, all of it."""
        vault = self._context.vault
        kept = settings_table.read(vault)
        own = tuple(
            OwnRule(item.text, question_of(item)) for item in lists.of(vault, LIST)[:MOST_OWN]
        )
        return LensChoice(own, _names(kept.get(LENS_MUTED)), _flags(kept.get(LENS_GROUPS)))

    def own(self) -> tuple[ListItem, ...]:
        """The person's own words; the question of each is in `question_of`."""
        return lists.of(self._context.vault, LIST)

    def add(self, words: str, question: str = "") -> tuple[ListItem, Change]:
        """Ask about these words too.

        Raises:
            BadItem: no word, too many, too long; or there are 200 already.
            BadText: what cannot be kept.
        """
        rule, stamp = own_rule(words, question), self._context.stamp()
        with self._context.vault.atomic() as tx:
            if len(lists.of(tx, LIST)) >= MOST_OWN:
                raise BadItem
            item = lists.append(tx, LIST, rule.words, {QUESTION: rule.question}, stamp)
        return item, _CHANGE

    def change(self, item_id: str, words: str, question: str) -> Change:
        """Give one of the own rules other words, or another question.

        Raises:
            UnknownListItem, BadItem, BadText.
        """
        rule = own_rule(words, question)
        with self._context.vault.atomic() as tx:
            item = replace(
                lists.known(tx, item_id, LIST), text=rule.words, detail={QUESTION: rule.question}
            )
            lists.save(tx, item, self._context.stamp())
        return _CHANGE

    def remove(self, item_id: str) -> tuple[ListItem, Change]:
        """Take one of the own rules away; `put_back` brings it back.

        Raises:
            UnknownListItem: there is none with this id.
        """
        with self._context.vault.atomic() as tx:
            item = lists.known(tx, item_id, LIST)
            lists.remove(tx, item_id, self._context.stamp())
        return item, _CHANGE

    def put_back(self, item: ListItem) -> Change:
        """Put a rule that was just removed where it stood."""
        with self._context.vault.atomic() as tx:
            lists.save(tx, item, self._context.stamp())
        return _CHANGE

    def mute(self, rule: str) -> Change:
        """Do not ask about this again."""
        return self._put(LENS_MUTED, sorted(self.choice().muted | {rule[:200]}))

    def unmute(self, rule: str) -> Change:
        """Ask about it again."""
        return self._put(LENS_MUTED, sorted(self.choice().muted - {rule}))

    def set_group(self, key: str, *, on: bool) -> Change:
        """Let a group ask, or not."""
        return self._put(LENS_GROUPS, {**self.choice().groups, key[:8]: on})

    def _put(self, name: str, value: object) -> Change:
        with self._context.vault.atomic() as tx:
            settings_table.put(tx, name, value, self._context.stamp())
        return _CHANGE


def _names(value: object) -> frozenset[str]:
    """Ids out of the table, whatever stands there."""
    known = value if isinstance(value, list) else ()
    return frozenset(one for one in known if isinstance(one, str))


def _flags(value: object) -> dict[str, bool]:
    known = value.items() if isinstance(value, dict) else ()
    return {key: on for key, on in known if isinstance(on, bool)}
