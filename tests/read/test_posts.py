from datetime import date

import pytest

from dateline.read.html import parse_page
from dateline.read.posts import Post, find_posts


def posts(markup: str, language: str | None = None) -> list[Post | None]:
    root = parse_page(f"<html><body>{markup}</body></html>")
    assert root is not None
    return list(find_posts(root, language).values())


def test_x() -> None:
    (post,) = posts(
        '<blockquote class="twitter-tweet"><p>One<br>two <a '
        'href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Ana (@ana_r) '
        '<a href="https://twitter.com/ana_r/status/7?ref_src=twsrc">2 mai 2021</a></blockquote>'
    )
    assert post == Post(
        "x",
        "One two pic.twitter.com/x",
        "— Ana (@ana_r) 2 mai 2021",
        "Ana",
        "@ana_r",
        date(2021, 5, 2),
        "https://twitter.com/ana_r/status/7",
    )


def test_telegram_widget() -> None:
    (post,) = posts(
        '<div class="tgme_widget_message" data-post="bridgewatch/5"><a '
        'class="tgme_widget_message_owner_name">Bridge Watch</a>'
        '<div class="tgme_widget_message_text">Still <b>here</b>.<br>All of us.</div>'
        '<time datetime="2021-05-02T23:59:00+03:00">23:59</time></div>'
    )
    assert post == Post(
        "telegram",
        "Still here. All of us.",
        "— Bridge Watch (@bridgewatch) May 2, 2021",
        "Bridge Watch",
        "@bridgewatch",
        date(2021, 5, 2),
        "https://t.me/bridgewatch/5",
    )


def test_mastodon_status() -> None:
    (post,) = posts(
        '<div class="status"><strong class="display-name__html">Jo</strong><span '
        'class="display-name__account">@jo@toot.example'
        '</span><div class="status__content"><p>Rain.</p><p>More rain.</p></div><time '
        'datetime="2021-05-02"></time></div>'
    )
    assert post is not None
    assert (post.words, post.speaker, post.handle, post.posted) == (
        "Rain. More rain.",
        "Jo",
        "@jo@toot.example",
        date(2021, 5, 2),
    )


def test_bluesky_with_linked_handle() -> None:
    (post,) = posts(
        '<blockquote class="bluesky-embed"><p>Rain.</p>&mdash; Jo (<a '
        'href="https://bsky.app/profile/x">@jo.example.social</a>) '
        '<a href="https://bsky.app/profile/x/post/3k">May 2, 2021 at 4:05 PM</a></blockquote>'
    )
    assert post is not None
    assert (post.handle, post.posted, post.url) == (
        "@jo.example.social",
        date(2021, 5, 2),
        "https://bsky.app/profile/x/post/3k",
    )


def test_plain_quotation_signed_with_a_handle() -> None:
    (post,) = posts("<blockquote><p>We stay.</p><p>— Ana (@ana) May 2, 2021 pic.twitter.com/q</p></blockquote>")
    assert post is not None
    assert (post.platform, post.words, post.handle) == ("x", "We stay.", "@ana")


@pytest.mark.parametrize(
    "markup",
    [
        (
            '<blockquote class="instagram-media"><div>View this post on Instagram</div><p>A post shared by Jo '
            "(@jo)</p></blockquote>"
        ),
        (
            '<blockquote class="text-post-media"><a href="https://www.threads.net/@a/post/1">View on '
            "Threads</a></blockquote>"
        ),
        (
            '<blockquote class="mastodon-embed"><a href="x"><div>Post by @jo@toot.example</div><div>View on '
            "Mastodon</div></a></blockquote>"
        ),
        '<blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/1"></a></blockquote>',
    ],
)
def test_embed_without_words_is_no_post(markup: str) -> None:
    assert posts(markup) == [None]


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote>He said that he would stay.</blockquote>",
        "<p>We thank (@ana) for this.</p>",
        '<iframe src="https://t.me/a/1"></iframe>',
    ],
)
def test_what_is_no_post(markup: str) -> None:
    assert posts(markup) == []


def test_date_is_never_invented_and_other_schemes_are_dropped() -> None:
    (post,) = posts(
        '<blockquote class="twitter-tweet" cite="javascript:x"><p>Hi there.</p>&mdash; Ana (@ana) '
        "<a>2h</a></blockquote>"
    )
    assert post is not None
    assert (post.posted, post.url) == (None, None)


def test_post_in_a_post_is_part_of_it() -> None:
    inner = '<blockquote class="twitter-tweet"><p>Inner.</p>&mdash; B (@b)</blockquote>'
    assert (
        len(posts(f'<blockquote class="twitter-tweet"><p>Outer.</p>{inner}&mdash; A (@a) May 2, 2021</blockquote>'))
        == 1
    )
