from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.read.build import Facts, Limits
from dateline.read.html import read_page
from dateline.records import Report

PAGES = Path(__file__).parent / "pages"
PROSE = "<p>Police in Lund said on Monday that forty people had marched to the bridge, and nobody was hurt.</p>"


def read(page: str) -> Report:
    return read_page(page, "page.html", Limits(), Facts())


def read_file(name: str) -> Report:
    return read((PAGES / f"{name}.html").read_text(encoding="utf-8"))


# name, title, outlet, published, first words, last words, blocks
LAYOUTS = [
    ("div-soup", "Ferry crews walk out in Harwich", "Estuary Gazette", "2021-05-04", "Some 120", "unlawful.", 3),
    ("wordpress", "March in Mombasa ends in tear gas", "Coast Voice", "2020-02-11", "About 400", "questions.", 7),
    ("live-blog", "Live: storm hits Galway", "Western Echo", "2019-11-02", "09:10", "ministry says.", 9),
    ("amp", "Strike shuts Oslo trams", "Fjord Post", "2022-03-01", "Tram drivers", "by seven.", 3),
    ("teasers", "Dam gate jammed near Kariba", "Zambezi Courier", "None", "Villages below", "Banda, said.", 4),
    ("odd-posts", "Tents on the bridge", "Baltic Lens", "2018-09-04", "Campers held", "thousand pupils.", 9),
    ("endless", "Quake damages Zadar school", "Adriatic Sun", "2017-06-07", "An earthquake", "next week.", 2),
    ("scripted", "Well poisoned", None, "2016-05-05", "Three goats", "the village.", 2),
    ("misleading-classes", "Truce signed in Goma", None, "None", "Two militias", "he added.", 2),
    ("layout-table", None, None, "None", "Miners freed", "ministry said.", 3),
]


@pytest.mark.parametrize(("name", "title", "outlet", "published", "first", "last", "blocks"), LAYOUTS)
def test_layouts_give_the_article_and_nothing_else(
    name: str, title: str, outlet: str, published: str, first: str, last: str, blocks: int
) -> None:
    report = read_file(name)
    assert (report.title, report.outlet, str(report.published)) == (title, outlet, published)
    assert report.text.startswith(first)
    assert report.text.endswith(last)
    assert len(report.blocks) == blocks
    assert report.text == "\n\n".join(block.span.of(report.text) for block in report.blocks)
    assert report.unresolved.keys() == {
        f for f in ("title", "outlet", "url", "published", "language") if getattr(report, f) is None
    }


def test_posts_stand_where_they_stood() -> None:
    report = read_file("odd-posts")
    posts = [b.post for b in report.blocks if b.post]
    assert [(p.platform, p.speaker, p.handle, p.posted and p.posted.day) for p in posts] == [
        ("unknown", "Ilze Krasta", "@ilzekrasta", 3),
        ("unknown", "Riga City Police", "@rigacops", 3),
        ("mastodon", "Janis P.", "@jp@mastodon.example", 3),
        ("facebook", "Riga Helps", None, 3),
        ("tiktok", None, "@liga.v", None),
        ("reddit", "kuldigan", "@kuldigan", None),
    ]
    assert [p.body.of(report.text) for p in posts if p.body][1:3] == [
        "Nobody was moved by force tonight, and nobody will be.",
        "Third night, colder than the second.",
    ]
    assert "best night of my life" in report.blocks[4].span.of(report.text)
    assert report.blocks[4].post is None


def test_block_names_its_element() -> None:
    from dateline.read.html import parse_page

    page = (PAGES / "wordpress.html").read_text(encoding="utf-8")
    root = parse_page(page)
    assert root is not None
    report = read(page)
    for block in report.blocks:
        (element,) = root.getroottree().xpath(block.where)
        start = block.span.of(report.text).split(maxsplit=1)[0]
        assert start in "".join(element.itertext())
    assert [b.kind for b in report.blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "post",
        "item",
        "item",
        "paragraph",
    ]


def test_text_is_clean() -> None:
    report = read(
        "<article><p>Forty&nbsp;people \n\t marched<!-- x --> to&#8203; the <b>bridge</b>,<br>police said.</p>" + PROSE
    )
    assert report.text.startswith("Forty people marched to the bridge, police said.\n\nPolice in Lund")


def test_script_and_hidden_words_never_leak() -> None:
    page = (
        f"<article>{PROSE}<script>var leak1</script><style>.leak2{{}}</style><p "
        f"hidden>leak3</p><noscript>leak4</noscript>"
    )
    assert "leak" not in read(page + '<p style="display: none">leak5</p><template><p>leak6</p></template>').text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<",
        "<p>Short.</p>",
        "<nav>" + PROSE + "</nav>",
        "<script>" + PROSE + "</script>",
        (PAGES / "front-page.html").read_text(encoding="utf-8"),
    ],
)
def test_page_without_article_is_refused(page: str) -> None:
    with pytest.raises(InputError) as caught:
        read(page)
    assert caught.value.kind == "no-article"
    assert "page.html" in caught.value.message


@pytest.mark.parametrize(
    "middle",
    [
        "<blockquote>" * 500 + "<p>x</p>" + "</blockquote>" * 500,
        "<p>" * 5000,
        "</div>" * 5000,
        "<h1>a</h1>" * 2000,
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
        "\x00\x01&#0;&#xFFFE;&#xD800;",
        "<a href='http://[x'>y</a>",
        "<blockquote class='twitter-tweet'>" * 3 + "</blockquote>",
        "<![CDATA[ x ]]><?php x ?>",
    ],
)
def test_hostile_markup_does_no_harm(middle: str) -> None:
    report = read(f"<article><h1>t</h1>{PROSE}{middle}{PROSE}</article>")
    assert report.text.count("forty people had marched") == 2


def test_large_page_is_read_whole() -> None:
    report = read_page("<article>" + PROSE * 5000, "p", Limits(), Facts())
    assert len(report.blocks) == 5000
    assert report.blocks[-1].where == "/html[1]/body[1]/article[1]/p[5000]"


def test_given_facts_outweigh_the_page() -> None:
    page = (PAGES / "amp.html").read_text(encoding="utf-8")
    report = read_page(page, "p", Limits(outlet="Fallback"), Facts(title="Mine", published=date(2000, 1, 2)))
    assert (report.title, report.published, report.outlet) == ("Mine", date(2000, 1, 2), "Fjord Post")


def test_limit_counts_the_article() -> None:
    with pytest.raises(InputError) as caught:
        read_page("<article>" + PROSE * 20, "p", Limits(max_chars=500), Facts())
    assert caught.value.kind == "too-long"


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='embed'>",
                "</div>",
                "<blockquote>",
                "</blockquote>",
                "<br>",
                "a @b (@c) ",
                "— N (@h) May 1, 2020",
                "<a href='x'>",
                "</a>",
                "<li>",
                "<table>",
                "<article>",
                PROSE,
                "é\u00a0",
            ]
        ),
        max_size=30,
    )
)
def test_any_markup_gives_spans_inside_the_text(pieces: list[str]) -> None:
    try:
        report = read("".join(pieces))
    except InputError:
        return
    end = 0
    for block in report.blocks:
        assert end <= block.span.start < block.span.end <= len(report.text)
        assert block.post is None or block.post.body is None or block.span.covers(block.post.body)
        end = block.span.end
