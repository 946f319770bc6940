"""The frame of every HTML file that leaves the journal."""

from ally_journal.formats.html_page import html_page


def test_it_names_its_language_and_its_words_are_words():
    page = "".join(html_page("<b>2026", "So & far", ["<article></article>"], 'en"'))
    assert '<html lang="en&quot;">' in page
    assert page.count("&lt;b&gt;2026") == 2
    assert "<p>So &amp; far</p>" in page
    assert page.endswith("<main>\n<article></article></main>\n</body>\n</html>\n")


def test_without_a_subtitle_no_empty_line_stands_there():
    assert "<p></p>" not in "".join(html_page("Journal", "", [], "en"))


def test_one_article_at_a_time_is_in_memory():
    asked = []
    page = html_page("Journal", "", (asked.append(one) or "" for one in "ab"), "en")
    next(page)
    assert asked == []
    next(page)
    assert asked == ["a"]
