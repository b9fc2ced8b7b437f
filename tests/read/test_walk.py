from dateline.read.html import parse_page
from dateline.read.walk import Paths, clean, is_mute, walk


def texts(markup: str) -> list[tuple[str, str]]:
    root = parse_page(f"<html><body>{markup}</body></html>")
    assert root is not None
    return [(draft.kind, draft.text) for draft in walk(root, is_mute, lambda _: False)]


def test_blocks_follow_the_markup() -> None:
    assert texts("<h2>A <i>b</i></h2>c<p>d</p>e<ul><li>f<li><p>g</p></ul>") == [
        ("heading", "A b"),
        ("paragraph", "c"),
        ("paragraph", "d"),
        ("paragraph", "e"),
        ("item", "f"),
        ("item", "g"),
    ]


def test_double_line_breaks_part_paragraphs() -> None:
    assert texts("<div>a<br>b<br> <br>c</div>") == [("paragraph", "a b"), ("paragraph", "c")]


def test_words_behind_what_is_left_out_stay() -> None:
    assert texts("<p>a<script>x</script>b<span hidden>x</span> c<!-- x -->d</p>") == [("paragraph", "ab cd")]


def test_links_are_counted() -> None:
    root = parse_page("<html><body><p>ab <a href=x>cd</a></p></body></html>")
    assert root is not None
    (draft,) = walk(root, is_mute, lambda _: False)
    assert draft.linked == 2


def test_clean() -> None:
    assert clean(" a\u00a0\u2009b\u200b\x07\n c ") == "a b c"


def test_paths_name_the_element() -> None:
    root = parse_page("<html><body><p>a</p><div><p>b</p><p>c</p></div></body></html>")
    assert root is not None
    paths = Paths()
    for element in root.iter():
        assert root.getroottree().xpath(paths.of(element)) == [element]
