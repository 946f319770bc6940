"""From the tables of a practice file to the practice: lists filled in, ids given, gate first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ally_journal.domain.answers import option_id
from ally_journal.domain.practice import (
    Count,
    FollowUpRule,
    Hint,
    ItemRule,
    Kind,
    Offer,
    Option,
    Part,
    Practice,
    PromiseRule,
    SettleRule,
    Step,
    SupportRule,
)
from ally_journal.domain.share_fields import OF_STEPS
from ally_journal.errors import PracticeFileError
from ally_journal.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ally_journal.domain.practice import Condition
    from ally_journal.domain.practice_schema import (
        RawCondition,
        RawField,
        RawFollowUp,
        RawHint,
        RawLists,
        RawOffer,
        RawOption,
        RawPractice,
        RawSettle,
        RawStep,
        RawSupport,
    )

GATE = "gate"

_PLAIN = (
    "id", "version", "title", "minutes", "closing", "opening", "tagline", "situation", "line",
    "group", "icon", "on_today", "place", "gate", "listed", "schedulable", "lens", "export",
    "private", "share",
)  # fmt: skip


class Maker:
    """Makes one practice; keeps the file's name and the lists that its options may name."""

    def __init__(self, raw: RawPractice, file: str, source: str, lists: RawLists) -> None:
        self._raw, self._file, self._source = raw, file, source
        self._lists: Mapping[str, list[str | RawOption]] = {**lists, **raw.lists}

    def practice(self) -> Practice:
        """The practice as its file has it, without the steps of the gate.

        Raises:
            PracticeFileError: an unknown kind or list, a wrong part or option.
        """
        raw = self._raw
        self._known_field(raw.share, "share")
        plain = {name: getattr(raw, name) for name in _PLAIN}
        return Practice(
            **plain,
            steps=tuple(map(self._step, raw.steps)),
            offers=tuple(map(_offer, raw.offers)),
            follow_ups=tuple(map(_follow_up, raw.follow_ups)),
            promises=tuple(
                PromiseRule(one.kind, one.text, one.due, _rule(one.when)) for one in raw.promises
            ),
            items=tuple(ItemRule(one.list, one.text, _rule(one.when)) for one in raw.items),
            settles=tuple(map(_settle, raw.settles)),
            support=tuple(map(self._support, raw.support)),
            closings=_hints(raw.closings),
            counts=tuple(Count(one.name, _rule(one.when)) for one in raw.counts),
            short_when=tuple(map(_rule, raw.short_when)),
            lens_off=tuple(map(_rule, raw.lens_off)),
            source=self._source,
        )

    def _step(self, raw: RawStep) -> Step:
        place = f"steps.{raw.key}"
        parts = tuple(
            Part(label=part.label, **self._field(part, f"{place}.parts.{part.key}"))
            for part in raw.parts
        )
        fields = self._field(raw, place, parts[0].kind if parts else None)
        return Step(
            question=raw.question,
            help=raw.help,
            short=raw.short,
            optional=raw.optional,
            lens=raw.lens,
            export=raw.export,
            stays=raw.stays,
            shows=raw.shows,
            parts=parts,
            hints=_hints(raw.hints),
            when=_rule(raw.when),
            unless=_rule(raw.unless),
            **fields,
        )

    def _field(self, raw: RawField, place: str, kind_of_parts: Kind | None = None) -> _Field:
        if kind_of_parts is not None and raw.kind:
            raise PracticeFileError(self._file, f"{place}.kind", _("a step with parts has none"))
        return {
            "key": raw.key,
            "kind": kind_of_parts or self._kind(raw.kind, place),
            "options": self._options(raw.options, place),
            "points": tuple(raw.points),
            "low": raw.low,
            "high": raw.high,
            "most": raw.most,
            "default": raw.default,
            "share": self._known_field(raw.share, f"{place}.share"),
        }

    def _known_field(self, name: str, place: str) -> str:
        if name and name not in OF_STEPS:
            raise PracticeFileError(self._file, place, _("there is no such field to share"))
        return name

    def _kind(self, name: str, place: str) -> Kind:
        try:
            return Kind(name)
        except ValueError as error:
            raise PracticeFileError(self._file, f"{place}.kind", _("no such kind")) from error

    def _options(self, raw: str | list[str | RawOption], place: str) -> tuple[Option, ...]:
        if isinstance(raw, str):
            if raw and raw not in self._lists:
                raise PracticeFileError(self._file, f"{place}.options", _("no such list"))
            raw = self._lists[raw] if raw else []
        return tuple(map(_option, raw))

    def _support(self, raw: RawSupport) -> SupportRule:
        when = _rule(raw.when)
        return SupportRule(when, raw.line, raw.after or self._last_named(when), raw.quiet)

    def _last_named(self, when: Condition) -> str:
        """The last step that a condition names; the last of all for one that names none."""
        keys = [step.key for step in self._raw.steps]
        named = {name.partition(".")[0] for name in when} | set(when)
        if "level.change" in when:
            named.add("level_after")
        return next((key for key in reversed(keys) if key in named), keys[-1] if keys else "")


if TYPE_CHECKING:
    from typing import TypedDict

    class _Field(TypedDict):
        key: str
        kind: Kind
        options: tuple[Option, ...]
        points: tuple[str, ...]
        low: str
        high: str
        most: int | None
        default: str
        share: str


def behind_gate(practice: Practice, gate: Practice) -> Practice:
    """The practice with the steps of the gate before its own, and the gate's rules."""
    return replace(
        practice,
        steps=tuple(_gated(step) for step in gate.steps) + practice.steps,
        support=tuple(
            replace(rule, when=_prefixed(rule.when), after=f"{GATE}.{rule.after}")
            for rule in gate.support
        )
        + practice.support,
        short_when=tuple(map(_prefixed, gate.short_when)) + practice.short_when,
        lens_off=tuple(map(_prefixed, gate.lens_off)) + practice.lens_off,
    )


def _gated(step: Step) -> Step:
    hints = tuple(replace(hint, when=_prefixed(hint.when)) for hint in step.hints)
    return replace(
        step,
        key=f"{GATE}.{step.key}",
        hints=hints,
        when=_prefixed(step.when),
        unless=_prefixed(step.unless),
    )


def _prefixed(condition: Condition) -> Condition:
    return {
        name if "." in name or name == "hour" else f"{GATE}.{name}": values
        for name, values in condition.items()
    }


def _rule(raw: RawCondition) -> Condition:
    return {
        name: (values,) if isinstance(values, str) else tuple(values)
        for name, values in raw.items()
    }


def _hints(raw: list[RawHint]) -> tuple[Hint, ...]:
    return tuple(Hint(one.text, _rule(one.when)) for one in raw)


def _offer(raw: RawOffer) -> Offer:
    return Offer(raw.practice, raw.label, _rule(raw.when), _rule(raw.unless), raw.carry)


def _follow_up(raw: RawFollowUp) -> FollowUpRule:
    when = _rule(raw.when)
    return FollowUpRule(
        raw.days, raw.practice, when, raw.asked, raw.label, raw.on, raw.later, raw.carry
    )


def _settle(raw: RawSettle) -> SettleRule:
    return SettleRule(raw.state, _rule(raw.when), raw.text, raw.due, raw.why)


def _option(raw: str | RawOption) -> Option:
    if isinstance(raw, str):
        return Option(option_id(raw), raw)
    return Option(raw.id or option_id(raw.label), raw.label, _rule(raw.when))
