import pytest
from lxml import html

from dateline.read.boilerplate import is_furniture, trim
from dateline.read.walk import Draft

LONG = "Forty people marched to the bridge in Lund on Monday, and the police counted them twice."


@pytest.mark.parametrize(
    "markup",
    [
        "<nav>x</nav>",
        "<div class='related-stories'>x</div>",
        "<div id='comments'>x</div>",
        "<aside>x</aside>",
        "<div class='ad'>x</div>",
        "<section class='most-read'>x</section>",
        "<p class='byline'>x</p>",
        "<div role='navigation'>x</div>",
        "<figcaption>x</figcaption>",
        "<div class='newsletter-signup'>x</div>",
        "<article><h3><a href=x>Other story</a></h3><p>Few words.</p></article>",
    ],
)
def test_furniture_is_known_by_its_markup(markup: str) -> None:
    assert is_furniture(html.fragment_fromstring(markup), set(), set())


@pytest.mark.parametrize(
    "markup",
    [
        "<p>x</p>",
        "<div class='story-body'>x</div>",
        "<div class='loading shadow'>x</div>",
        "<article class='tag-news'><p>x</p></article>",
    ],
)
def test_text_is_no_furniture(markup: str) -> None:
    assert not is_furniture(html.fragment_fromstring(markup), set(), set())


def test_what_holds_the_headline_or_a_post_is_spared() -> None:
    element = html.fragment_fromstring("<div class='share'>x</div>")
    assert not is_furniture(element, {element}, set())
    assert not is_furniture(element, set(), {element})


def draft(text: str, kind: str = "paragraph", linked: int = 0) -> Draft:
    return Draft(html.Element("h2" if kind == "heading" else "p"), text, kind, linked)


def kept(*drafts: Draft, title: str | None = None) -> list[str]:
    return [d.text for d in trim(list(drafts), title)]


@pytest.mark.parametrize(
    "text",
    [
        "By Ana Ruiz",
        "May 2, 2021",
        "Last updated 2 May 2021 10:00",
        "3 min read",
        "Advertisement",
        "ADVERTISEMENT: Win a trip",
        "Related: Man held in Lund",
        "Sign up for our newsletter",
        "© 2021 The Echo",
        "Share this article",
        "* * *",
        "Photo: Jo Kane",
    ],
)
def test_set_phrases_go(text: str) -> None:
    assert kept(draft(text), draft(LONG)) == [LONG]


@pytest.mark.parametrize(
    "text", ["Nobody was hurt.", "LUND, 2 May 2021.", "Who did it?", "Share prices fell by half in Lund on Monday."]
)
def test_short_sentences_stay(text: str) -> None:
    assert kept(draft(text), draft(LONG)) == [text, LONG]


def test_link_lists_and_what_follows_the_report_go() -> None:
    drafts = [
        draft("The headline"),
        draft(LONG),
        draft("Read next", "heading"),
        draft("Man held in Malmo", "item", 17),
        draft(LONG),
        draft("A subheading", "heading"),
        draft(LONG),
        draft("Comments (3)", "heading"),
        draft(LONG),
    ]
    assert kept(*drafts, title="The Headline!") == [LONG, LONG, "A subheading", LONG]
