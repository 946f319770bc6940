"""The style of the page needs nothing from outside and is all that may be used."""

import base64
import hashlib

from ally_journal.formats.html_style import POLICY, STYLE


def test_the_policy_allows_this_style_only():
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_the_style_loads_nothing():
    assert not {"url", "@import", "@font-face", "<"} & {*STYLE.replace("(", " ").split()}


def test_it_follows_light_and_dark_and_paper():
    assert "prefers-color-scheme: dark" in STYLE
    assert "@media print" in STYLE
