"""What a person wrote, as HTML that can do nothing: for the reading pane and for exports.

Markdown with tables, lists and line breaks as typed. Raw HTML is text like any other, an image is
its link, a link leads to http, https or mailto or nowhere. What is too long or too deeply nested
to be shown in good time stands as plain text. A last gate lets through only the tags named here.
"""

from __future__ import annotations

import re
import threading
from functools import partial
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown import Markdown  # type: ignore[import-untyped]  # it has no stubs of its own

MOST_CHARACTERS = 100_000
MOST_BRACKETS = 400
MOST_HEADINGS = 300
MOST_COLUMNS = 20
MOST_CONTAINERS = 20
MOST_DEPTH = 40

TAGS = frozenset({
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
})  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {"a": {"href"}, "ol": {"start"}, "*": set()}
_SCHEMES = {"http", "https", "mailto"}
_VOID = frozenset({"br", "hr"})

_MARKUP = re.compile(
    r"[*_`\[\]<>#&\\|]|^[ ]*[-+=]|^[ ]*\d+[.)]|^(?: {4}|\t)|[\x00-\x08\x0b-\x1f]", re.MULTILINE
)
_HEADING = re.compile(r"^(?:[ >]*#|[ >]*[=-]+[ \t]*$)", re.MULTILINE)
_WIDE = re.compile(rf"^(?:[^|\n]*\|){{{MOST_COLUMNS + 1}}}", re.MULTILINE)
_NESTED = re.compile(
    rf"^(?:[ \t]*(?:>|(?:[-*+]|\d+[.)])[ \t])){{{MOST_CONTAINERS + 1}}}", re.MULTILINE
)
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_OPEN_HEADING = re.compile(r"<(/?)h([1-6])>")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

_here = threading.local()


def rendered(text: str, below: int = 0) -> str:
    """Safe HTML of a text in Markdown.

    Args:
        text: as it was written, of any length.
        below: level of the heading it stands under; its own headings start one lower.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not _MARKUP.search(text) or not _is_moderate(text):
        return plain(text)
    html = _cleaned(_converted(text))
    if _depth(html) > MOST_DEPTH:
        return plain(text)
    return _OPEN_HEADING.sub(partial(_lower, below), html) if below else html


def plain(text: str) -> str:
    """Safe HTML that shows a text as it is: paragraphs at blank lines, and line breaks."""
    parts = _BLANK_LINES.split(text.strip())
    return "\n".join(f"<p>{_lines(part)}</p>" for part in parts if part)


def _lines(part: str) -> str:
    return escape(part.replace("\0", "\ufffd"), quote=False).replace("\n", "<br>\n")


def _is_moderate(text: str) -> bool:
    """Whether the Markdown of this text is read in good time (each limit was measured)."""
    return (
        len(text) <= MOST_CHARACTERS
        and text.count("[") <= MOST_BRACKETS
        and not _WIDE.search(text)
        and not _NESTED.search(text)
        and sum(1 for _ in _HEADING.finditer(text)) <= MOST_HEADINGS
    )


def _converted(text: str) -> str:
    try:
        html: str = _markdown().reset().convert(text)
    except RecursionError:
        del _here.markdown
        return plain(text)
    return html


def _markdown() -> Markdown:
    """This thread's reader of Markdown; making one takes longer than reading an entry."""
    if not hasattr(_here, "markdown"):
        _here.markdown = _new_markdown()
    made: Markdown = _here.markdown
    return made


def _new_markdown() -> Markdown:
    from markdown import Markdown
    from markdown.inlinepatterns import (  # type: ignore[import-untyped]  # no stubs either
        IMAGE_LINK_RE,
        LinkInlineProcessor,
    )

    made = Markdown(extensions=["sane_lists", "nl2br", "tables"])
    made.preprocessors.deregister("html_block")
    for name in ("html", "image_link", "image_reference", "short_image_ref"):
        made.inlinePatterns.deregister(name)
    made.inlinePatterns.register(LinkInlineProcessor(IMAGE_LINK_RE, made), "picture", 165)
    return made


def _cleaned(html: str) -> str:
    import nh3

    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
    )


def _depth(html: str) -> int:
    deepest = now = 0
    for found in _TAG.finditer(html):
        if found[2] not in _VOID:
            now += -1 if found[1] else 1
            deepest = max(deepest, now)
    return deepest


def _lower(below: int, found: re.Match[str]) -> str:
    return f"<{found[1]}h{min(6, int(found[2]) + below)}>"
