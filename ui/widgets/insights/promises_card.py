"""PromisesCard: the board of promises as it stands among the other cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ally_journal.language import _
from ui.widgets.promise_board import PromiseBoard

if TYPE_CHECKING:
    from ally_journal.domain.insights import Insight


class PromisesCard(PromiseBoard):
    """Here it is named after what it shows."""

    is_wide = True

    @override
    def show_insight(self, insight: Insight, *, name: str = "") -> None:
        """Show what the board says."""
        super().show_insight(insight, name=name or _("Promises"))
