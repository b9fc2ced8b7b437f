"""When a post was posted, by its markup and by its id."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read.html import parse_page
from dateline.read.post_times import day_of_id
from dateline.read.posts import find_posts


def days(markup: str) -> list[date | None]:
    root = parse_page(f"<html><body>{markup}</body></html>")
    assert root is not None
    return [post.posted if post else None for post in find_posts(root, None).values()]


@pytest.mark.parametrize(
    ("platform", "url", "day"),
    [
        ("x", "https://x.com/ana/status/1807674536214897063", date(2024, 7, 1)),
        ("x", "https://twitter.com/ana/status/20000000000", None),  # before ids held a time
        ("instagram", "https://www.instagram.com/p/BnSBALPBGaF/", date(2018, 9, 3)),
        ("instagram", "https://www.instagram.com/reel/BnSBALPBGaFprivatetail/", date(2018, 9, 3)),
        ("tiktok", "https://www.tiktok.com/@ana/video/7078499218352131371", date(2022, 3, 24)),
        ("bluesky", "https://bsky.app/profile/did:plc:abc/post/3l23zp5prxl2e", date(2024, 8, 19)),
        ("mastodon", "https://toot.example/@ana/112990799122059429", date(2024, 8, 19)),
        ("reddit", "https://www.reddit.com/r/osh/comments/abc12/flood/", None),
        ("vk", "https://vk.com/wall-88120431_5093", None),
        ("youtube", "https://www.youtube.com/post/UgkxAbcdefghijklm", None),
        ("x", None, None),
    ],
)
def test_ids_hold_the_day_where_the_platform_puts_it_there(platform: str, url: str | None, day: date | None) -> None:
    assert day_of_id(url, platform) == day


def test_an_id_is_the_last_resort() -> None:
    code = '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ana/video/7078499218352131371"><section>'
    assert days(f"{code}<p>Flood</p></section></blockquote>") == [date(2022, 3, 24)]
    stated = '<p>Flood</p><time datetime="2022-03-25T01:12:09+02:00"></time></section></blockquote>'
    assert days(code + stated) == [date(2022, 3, 25)]


def test_instagram_with_and_without_a_stated_time() -> None:
    head = '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/BnSBALPBGaF/">'
    line = "<p>Flood</p><p>A post shared by Ana (@ana)"
    assert days(f"{head}{line}</p></blockquote>") == [date(2018, 9, 3)]
    assert days(f"{head}{line} on Jan 2, 2019 at 3:04pm PST</p></blockquote>") == [date(2019, 1, 2)]
    stamp = '<time datetime="2019-01-02T23:04:00+00:00">Jan 2, 2019 at 3:04pm PST</time>'
    assert days(f"{head}{line} on {stamp}</p></blockquote>") == [date(2019, 1, 2)]


def test_unix_seconds_in_widgets() -> None:
    wall = '<div class="wall_item"><a class="author">Osh</a><div class="wall_post_text">Flood</div>'
    dated = '<span class="rel_date" time="1541835300">two hours ago</span></div>'
    assert days(wall + dated) == [date(2018, 11, 10)]
    post = '<div class="fb-post" data-href="https://www.facebook.com/osh/posts/77"><p>Flood</p><p>Osh News</p>'
    assert days(f'{post}<abbr data-utime="1400440877">May</abbr></div>') == [date(2014, 5, 18)]


def test_the_moment_of_embedding_is_no_date_of_a_post() -> None:
    card = '<blockquote class="reddit-card" data-card-created="1541835300"><a href="https://www.reddit.com/r/osh/'
    assert days(f'{card}comments/abc12/flood/">Flood</a> by u/ana</blockquote>') == [None]
