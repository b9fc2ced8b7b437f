from datetime import date

import pytest

from dateline.read.html import parse_page
from dateline.read.metadata import page_facts


def facts(head: str, body: str = "<p>x</p>", html: str = "<html>") -> object:
    root = parse_page(f"{html}<head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return page_facts(root)


def field(name: str, head: str = "", body: str = "<p>x</p>", html: str = "<html>") -> object:
    return getattr(facts(head, body, html), name)


LD = '<script type="application/ld+json">%s</script>'


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            LD
            % '{"@type":"NewsArticle","headline":"x","datePublished":"2021-05-02T23:30-05:00","dateModified":"2021"}',
            "",
        ),
        (LD % '{"@graph":[{"@type":"WebSite"},{"@type":["Article"],"headline":"x","datePublished":"2021-05-02"}]}', ""),
        ('<meta property="article:published_time" content="2021-05-02T01:00:00+09:00">', ""),
        ('<meta name="date" content="2021-05-02">', ""),
        ("", '<article><time itemprop="datePublished" datetime="2021-05-02">x</time></article>'),
        ("", '<article><h1>x</h1><p class="byline">Jo Kane | May 2, 2021</p></article>'),
        ("", '<article><h1>x</h1><p class="meta">Published 2 May 2021, updated 9 May 2021</p></article>'),
        ("", '<main><h1>x</h1><time datetime="2021-05-02T10:00Z">yesterday</time></main>'),
    ],
)
def test_publication_date(head: str, body: str) -> None:
    assert field("published", head, body) == date(2021, 5, 2)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (LD % '{"@type":"NewsArticle","headline":"x","dateModified":"2021-05-09"}', ""),
        ('<meta property="article:modified_time" content="2021-05-09">', ""),
        ("", '<article><p class="meta">Updated 9 May 2021</p></article>'),
        ("", '<article><p>Updated <time datetime="2021-05-09">9 May</time></p></article>'),
        ("", '<div class="comments"><article><time datetime="2021-05-09">9 May</time></article></div>'),
        ("", '<article><blockquote><time datetime="2021-05-09">9 May</time></blockquote></article>'),
        (LD % "{broken", "<footer>May 9, 2021</footer>"),
    ],
)
def test_other_dates_are_not_taken(head: str, body: str) -> None:
    assert field("published", head, body) is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="The  Echo"><title>A - B</title>', "The Echo"),
        (LD % '{"@type":"NewsArticle","headline":"x","publisher":[{"name":"The Echo &amp; Co"}]}', "The Echo & Co"),
        ("<title>Bridge shut in Lund | The Echo</title>", "The Echo"),
        ('<link rel="canonical" href="https://www.echo.example/a">', "echo.example"),
        ("<title>Bridge shut in Lund</title>", None),
    ],
)
def test_outlet(head: str, outlet: str | None) -> None:
    assert field("outlet", head) == outlet


def test_title_is_without_the_outlet() -> None:
    head = '<meta property="og:site_name" content="The Echo"><title>Bridge shut - The Echo</title>'
    assert field("title", head) == "Bridge shut"
    assert field("title", head, "<h1>Bridge shut in Lund</h1>") == "Bridge shut in Lund"


def test_address_and_language() -> None:
    head = '<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://echo.example/a?b=1">'
    assert field("url", head) == "https://echo.example/a?b=1"
    assert field("page_language", html='<html lang="en-GB">') == "en"
    assert (
        field("page_language", LD % '{"@type":"Article","headline":"x","inLanguage":"fr"}', html='<html lang="en">')
        == "fr"
    )
    assert field("page_language") is None
