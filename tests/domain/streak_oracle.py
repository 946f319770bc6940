"""The rules of streaks once more: slow, plain, and written from the words of the rules alone."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, sqrt

NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def days_from(first, last):
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def unit_of(schedule, first_day, day, week_start):
    """The days of the unit that holds a day; None where the day is in no unit."""
    if schedule == "daily":
        return [day]
    if schedule.endswith("/week"):
        begin = day
        while begin.weekday() != week_start:
            begin -= timedelta(days=1)
        return days_from(begin, begin + timedelta(days=6))
    if schedule.endswith("/month"):
        return days_from(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    if schedule.startswith("every-"):
        length = int(schedule.split("-")[1])
        begin = first_day
        while begin + timedelta(days=length) <= day:
            begin += timedelta(days=length)
        return days_from(begin, begin + timedelta(days=length - 1))
    return [day] if NAMES[day.weekday()] in schedule.split(",") else None


def rule_of(schedule):
    """Quota, passes, and the days in which there are so many of them."""
    if schedule.endswith("/week"):
        return int(schedule[0]), 1, 28
    if schedule.endswith("/month"):
        return int(schedule.split("/")[0]), 1, 183
    if schedule.startswith("every-"):
        return 1, 1, 4 * int(schedule.split("-")[1])
    return 1, 2, 28


def units_of(schedule, first_day, today, week_start):
    units = []
    for day in days_from(first_day, today):
        unit = unit_of(schedule, first_day, day, week_start)
        if unit is not None and unit not in units[-1:]:
            units.append(unit)
    return units


def states(schedule, first_day, today, marked, rests, paused, week_start):
    units = units_of(schedule, first_day, today, week_start)
    quota, allowance, span = rule_of(schedule)
    passes, told = [], []
    for unit in units:
        not_paused = [day for day in unit if day not in paused]
        needed = max(1, ceil(quota * Fraction(len(not_paused), len(unit))))
        before = [unit[0] - timedelta(days=back) for back in range(1, span + 1)]
        if not not_paused:
            told.append("paused")
        elif len([day for day in unit if day in marked]) >= needed:
            told.append("kept")
        elif any(day in rests for day in unit):
            told.append("rest")
        elif today in unit:
            told.append("running")
        elif len([begin for begin in passes if begin in before]) < allowance:
            passes.append(unit[0])
            told.append("rest")
        else:
            told.append("open")
    return units, told


def chapters_of(units, told):
    """Chapters as lists of their kept units, and whether the last one goes on."""
    chapters, goes_on, opens = [], False, 0
    for unit, state in zip(units, told, strict=True):
        if state == "kept":
            if not goes_on:
                chapters.append([])
            chapters[-1].append(unit)
            goes_on, opens = True, 0
        elif state == "open":
            opens += 1
            goes_on = goes_on and opens < 2
    return [(c[0][0], c[-1][-1], len(c)) for c in chapters], goes_on


def is_reached(goal, target, amount):
    return amount <= target if goal == "at-most" else amount >= target


def worth(goal, target, amount):
    """What a day with this amount counts for the strength."""
    if is_reached(goal, target, amount):
        return 1
    if goal == "at-least":
        return amount / target
    return 0 if target == 0 else max(0, 1 - (amount - target) / target)


def strength(schedule, today, worths, rests, paused):
    marked = set(worths)
    if not marked:
        return 0.0
    if schedule.endswith("/week"):
        num, den = int(schedule[0]), 7
    elif schedule.endswith("/month"):
        num, den = int(schedule.split("/")[0]), 30
    elif schedule.startswith("every-"):
        num, den = 1, int(schedule.split("-")[1])
    elif schedule == "daily":
        num, den = 1, 1
    else:
        num, den = len(schedule.split(",")), 7
    m = 0.5 ** (sqrt(num / den) / 13)
    wanted, window = (1, 1) if num == den else (2 * num, 2 * den)
    s, counted = 0.0, []
    for day in days_from(min(marked), today):
        if day not in marked and (day in rests or day in paused):
            continue
        counted.append(day)
        hits = sum(worths.get(one, 0) for one in counted[-window:])
        s = s * m + min(1, hits / wanted) * (1 - m)
    return s


def reckon(schedule, made, today, marked, rests, paused, week_start=0, measured=None):
    """Units as (first, last, state), streak, longest, chapters and strength.

    `measured` is goal, target and the amount of each day that has one.
    """
    marked = {day for day in marked if day <= today}
    worths = dict.fromkeys(marked, 1)
    first_day: date = min({made} | marked)
    if measured is not None:
        goal, target, amounts = measured
        amounts = {day: amount for day, amount in amounts.items() if day <= today}
        worths |= {day: worth(goal, target, amount) for day, amount in amounts.items()}
        first_day = min({made} | marked | set(amounts))
        marked -= {day for day in amounts if not is_reached(goal, target, amounts[day])}
    units, told = states(schedule, first_day, today, marked, rests, paused, week_start)
    chapters, goes_on = chapters_of(units, told)
    return (
        [(unit[0], unit[-1], state) for unit, state in zip(units, told, strict=True)],
        chapters[-1][2] if goes_on else 0,
        max([length for _first, _last, length in chapters], default=0),
        chapters,
        strength(schedule, today, worths, rests, paused),
    )
