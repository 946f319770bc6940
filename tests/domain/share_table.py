"""Which field every answer of every practice needs, to be read by a person: `share_table.txt`.

A line is the step, its field, and its question; "never" never goes. A practice in whose line a
field stands needs that one besides, for all that is in it.
"""

from pathlib import Path

from ally_journal.domain.share_fields import field_of, of_practice

TABLE = Path(__file__).with_name("share_table.txt")
NEVER = "never"


def read_table():
    """{practice: (its own field or "", {step: field})}, as the file has it."""
    found = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            name, _blank, own = line.partition(" needs ")
            steps = found.setdefault(name, (own, {}))[1]
        elif line.strip() and not line.startswith("#"):
            key, field, *_question = line.split()
            steps[key] = field
    return found


def written(library):
    """The table as the practices have it."""
    lines = []
    for practice in sorted(library.all(), key=lambda one: one.id):
        own = "".join(of_practice(practice))
        lines += ["", practice.id + (f" needs {own}" if own else "")]
        for step in practice.steps:
            field = field_of(practice, step) or NEVER
            lines.append(f"  {step.key:<14}{field:<10}{step.question}")
    return lines
