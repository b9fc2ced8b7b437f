from dateline.read.article import article_element, prose_weights, trafilatura_blocks
from dateline.read.html import parse_page
from dateline.read.walk import is_mute, walk

P = "<p>Forty people marched to the bridge in Lund on Monday, and the police counted them twice, said Jo Kane.</p>"


def chosen(markup: str) -> str | None:
    root = parse_page(f"<html><body>{markup}</body></html>")
    assert root is not None
    body = root.find("body")
    assert body is not None
    found: str | None = article_element(body, list(walk(body, is_mute, lambda _: False))).get("id")
    return found


def test_marked_article_is_taken() -> None:
    assert chosen(f"<div>{P}</div><article id=a><h1>x</h1>{P * 3}</article>") == "a"


def test_marked_body_inside_the_article_is_taken() -> None:
    assert chosen(f"<article><h1>x</h1><div itemprop=articleBody id=b>{P * 3}</div></article>") == "b"


def test_headline_tells_the_story_from_the_next() -> None:
    assert chosen(f"<article id=a><h1>x</h1>{P}</article><article id=b>{P * 9}</article>") == "a"


def test_unmarked_text_is_found() -> None:
    links = "<ul>" + "<li><a href=x>Some other story of the day</a></li>" * 9 + "</ul>"
    assert chosen(f"<div id=n>{links}</div><div id=c><div id=t>{P * 4}</div></div>") == "t"


def test_trafilatura_blocks_carry_their_numbers() -> None:
    root = parse_page(f"<html><body><div>{P * 4}</div><footer><p>Imprint and more</p></footer></body></html>")
    assert root is not None
    body = root.find("body")
    assert body is not None
    drafts = list(walk(body, is_mute, lambda _: False))
    assert trafilatura_blocks(body, drafts) == [0, 1, 2, 3]
    assert all(ord(c) < 0x2800 for c in "".join(body.itertext()))


def test_weights_sum_upwards_and_leave_links_out() -> None:
    root = parse_page(f"<html><body><div>{P}{P}</div><p><a href=x>{'link words ' * 20}</a></p></body></html>")
    assert root is not None
    weights = prose_weights(root, list(walk(root, is_mute, lambda _: False)))
    assert weights[root] == weights[root.find("body/div")] == 2 * (len(P) - 7)
