"""What can go wrong with what goes out on paper, as data: a branch of the tree in `errors.py`.

Of `InputError`: ToldInConfidence, an entry that never goes out was asked for by its id. Of
`ExportError`: PaperFailed, the PDF could not be set.
"""

from __future__ import annotations

from ally_journal.errors import ExportError, InputError


class ToldInConfidence(InputError):
    """The entry is marked so that it never goes out; nothing was written."""


class PaperFailed(ExportError):
    """The typesetter gave up, as a rule for want of memory; nothing was written."""
