import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.errors import SourceError
from tawatur.intake import receive
from tawatur.intake.markup import MAX_DEPTH, MAX_PAGE, MAX_TAGS
from tawatur.intake.page import read_page
from tawatur.model import Document, Language

FIRST = "The mayor said on Monday that the pier was closed because of the storm, and that it would stay so all week."
SECOND = "Fishermen said that two of their boats had been lost and that they were waiting for help from the harbour."
ARTICLE = f"<article><h1>The pier is closed</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
TEXT = f"The pier is closed\n\n{FIRST}\n\n{SECOND}"


def _page(body: str = ARTICLE, head: str = "") -> Document:
    return receive(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def test_the_text_of_a_page_is_headline_blank_line_body() -> None:
    document = _page()
    assert document.text == TEXT
    assert document.title is not None
    assert document.title.cut(document.text) == "The pier is closed"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>let secret = 1</script>",
        "<script>secret",
        "<style>.secret { color: red }</style>",
        "<!-- secret -->",
        "<!-- secret <p>secret</p> --!> secret -->",
        "<p hidden>secret</p>",
        '<div style="color: red; display: none"><p>secret</p></div>',
        '<div style="visibility:hidden">secret</div>',
        '<ul aria-hidden="true"><li>secret<ul><li>secret</li></ul>secret</li></ul>',
        "<noscript>secret</noscript>",
        "<template><p>secret</p></template>",
        "<svg><title>secret</title><text>secret</text></svg>",
        "<textarea>secret</textarea>",
        '<img alt="secret" src="x">',
        '<a href="secret"></a>',
        "<nav>secret</nav>",
        "<footer>secret</footer>",
        "<form><button>secret</button><input value=secret></form>",
        "<iframe srcdoc='<p>secret</p>'>secret</iframe>",
        "<object>secret</object>",
        "<?secret secret?>",
        "<!DOCTYPE secret>",
    ],
)
@pytest.mark.parametrize("article", [ARTICLE, f"<div><p>{FIRST[:60]} all day.</p></div>"], ids=["long", "short"])
def test_what_a_reader_does_not_see_is_no_text(hidden: str, article: str) -> None:
    half = article.replace("</p>", f"</p>{hidden}", 1)
    for body in (article + hidden, half):
        assert "secret" not in _page(body).text.casefold()


def test_the_text_after_a_hidden_part_is_kept() -> None:
    body = ARTICLE.replace("<p>", "<div hidden><div>secret</div></div><script></script><svg/><p>")
    assert _page(body).text == TEXT


def test_entities_are_read_and_never_twice() -> None:
    assert "5 &lt; 6" in _page(ARTICLE.replace("two of", "5 &amp;lt; 6 &#1633; of")).text


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<meta property="article:published_time" content="2020-03-06T10:00:00Z">', "meta tag article:published_time"),
        ('<meta itemprop=datePublished content="2020-03-06">', "meta tag datepublished"),
        ("<meta name='date' content='6 March 2020'>", "meta tag date"),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-03-06"}]}</script>',
            "JSON-LD datePublished",
        ),
        ('<time datetime="2020-03-06 10:00">a while ago</time>', "time tag"),
    ],
)
def test_the_date_is_taken_from_what_the_page_states(head: str, found: str) -> None:
    document = _page(head=head)
    assert (document.date, document.date_found) == (dt.date(2020, 3, 6), found)


def test_tags_go_before_a_date_line_and_a_date_line_before_nothing() -> None:
    dated = ARTICLE.replace("</h1>", "</h1><p>5 March 2020</p>")
    stated = _page(dated, '<meta property="article:published_time" content="2020-03-06">')
    assert stated.date == dt.date(2020, 3, 6)
    assert _page(dated).date == dt.date(2020, 3, 5)


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '"x"', "null", '{"datePublished": 5, "publisher": [7]}', "{}" * 9]
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    document = _page(head=f'<script type="application/ld+json">{script}</script>')
    assert (document.date, document.outlet) == (None, None)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Sample Gazette">',
        "<meta name=publisher content='Sample Gazette'>",
        '<script type="application/ld+json">{"publisher": {"name": "Sample Gazette"}}</script>',
        '<script type="application/ld+json">[{"a": {"publisher": [{"name": "Sample &amp;Gazette"}]}}]</script>',
    ],
)
def test_the_outlet_is_the_site_s_name_for_itself(head: str) -> None:
    assert _page(head=head).outlet in ("Sample Gazette", "Sample &Gazette")


def test_the_site_s_name_is_taken_off_the_headline() -> None:
    head = (
        '<meta property="og:site_name" content="Sample Gazette">'
        '<meta property="og:title" content="The pier - all of it - is closed | Sample Gazette">'
    )
    document = _page(head=head)
    assert document.title is not None
    assert document.title.cut(document.text) == "The pier - all of it - is closed"


def test_the_masthead_above_the_headline_is_no_text() -> None:
    assert _page(f"<div><p>The Sample Gazette, daily since 1900</p></div>{ARTICLE}").text == TEXT


def test_a_page_s_language_counts_where_its_words_do_not_tell() -> None:
    page = '<html lang="fr"><body><p>Port fermé, navires bloqués, Tripoli inquiète</p>'
    assert receive(page.encode(), "x").language is Language.FR
    with pytest.raises(SourceError, match="language"):
        receive(page.replace('"fr"', '"ar"').encode(), "x")


def test_a_file_that_is_called_text_but_holds_a_page_is_read_as_a_page() -> None:
    assert receive(f"<html>{ARTICLE}".encode(), "x", name="x.txt").text == TEXT


def test_a_text_that_speaks_of_tags_is_text() -> None:
    text = "The <b> tag\n\nThe mayor said that the tag <b> was the one that was used on all of the pages."
    assert receive(text.encode(), "x", name="x.txt").text == text


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * (MAX_DEPTH + 1), "nested"),
        ("<p><b><i>" * MAX_DEPTH, "nested"),
        ("<br>" * (MAX_TAGS + 1), "tags"),
        ("a" * (MAX_PAGE + 1), "characters"),
        ("<pre>a" + "\n b" * 100_001, "lines"),
        ("", "no text"),
        ("<script>x</script>", "no text"),
    ],
)
def test_a_page_that_no_person_reads_is_refused(page: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_page(page)


@given(st.text(alphabet=st.sampled_from("<>/!-=\"' abpti&;#x1\nم"), max_size=200))
def test_any_page_is_read_or_refused(page: str) -> None:
    with suppress(SourceError):
        found = read_page(page)
        assert found.title or found.body
