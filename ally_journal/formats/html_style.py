"""The look of an HTML export: calm, readable, in the light or dark of the reader's system."""

from __future__ import annotations

import base64
import hashlib

STYLE = """
:root { color-scheme: light dark; --bg: #F8F4ED; --surface: #FFFDFA; --line: #E4DBCB;
  --ink: #2B2722; --ink2: #574F45; --ink3: #6A6154; --accent: #2A5D6C; }
@media (prefers-color-scheme: dark) {
  :root { --bg: #1C1A18; --surface: #252320; --line: #38342F;
    --ink: #ECE6DB; --ink2: #C4BBAD; --ink3: #A89F92; --accent: #8FC2CD; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--bg);
  color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
header p, .when, dl, h3 { font-family: system-ui, "Noto Sans", sans-serif; }
h1, h2 { line-height: 1.25; font-weight: 600; }
h2 { margin: 0; font-size: 1.4rem; }
h3 { margin: 1.75rem 0 .25rem; font-size: .95rem; font-weight: 600; color: var(--ink2); }
h4, h5, h6 { margin: 1rem 0 .25rem; font-size: 1rem; }
header p, .when, dl { color: var(--ink3); font-size: .9rem; }
.when { margin: .25rem 0 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: .5rem 0 0; }
dd { margin: 0; }
article { margin: 1.5rem 0; padding: 1.5rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: 12px; }
section > div > :first-child { margin-top: 0; }
section > div > :last-child { margin-bottom: 0; }
blockquote { margin: 1rem 0; padding-inline-start: 1rem;
  border-inline-start: 3px solid var(--line); }
pre { overflow-x: auto; white-space: pre-wrap; }
table { border-collapse: collapse; }
td, th { padding: .25rem .6rem; border: 1px solid var(--line); text-align: start; }
a { color: var(--accent); }
.at { margin-inline-end: .3rem; color: var(--ink3); font: .75rem system-ui, sans-serif; }
.told { white-space: pre-wrap; }
.room { display: none; }
@media print {
  :root { --bg: #FFFFFF; --surface: #FFFFFF; --ink: #000000; --ink2: #333333; --ink3: #333333; }
  body { max-width: none; padding: 0; font-size: 11pt; }
  article { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; }
  h2, h3 { break-after: avoid; }
  .told { orphans: 2; widows: 2; }
  .room { display: block; min-height: 9rem; margin-top: 1rem; padding: .3rem .6rem;
    border: 1px dashed var(--line); break-inside: avoid; }
}
"""

_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

POLICY = f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
"""What the page may load: nothing but this style sheet inside it."""
