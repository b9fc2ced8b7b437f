"""Embedded posts in a page's markup: who, where, when, and the words, each platform by its own embed code.

Sources: the embed codes that X, Telegram, Instagram, Facebook, Threads, TikTok, Mastodon, Bluesky, Reddit and VK hand
out, and the widgets as their scripts render them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from dateline.read.dates import find_date
from dateline.read.post_times import day_of_id, linked_day, stated_day
from dateline.read.signatures import Signature, as_signature, leading_author, split_inline
from dateline.read.walk import Draft, clean, is_mute, walk

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Post:
    """An embedded post. words: its own text; signature: the visible line that says who posted it and when."""

    platform: str
    words: str
    signature: str
    speaker: str | None
    handle: str | None
    posted: date | None
    url: str | None


@dataclass(frozen=True, slots=True)
class _Widget:
    """Classes by which a rendered post and its parts are known."""

    platform: str
    root: frozenset[str]
    words: frozenset[str]
    name: frozenset[str]
    handle: frozenset[str] = frozenset()


_QUOTES = {
    "twitter-tweet": "x", "twitter-video": "x", "instagram-media": "instagram", "telegram-post": "telegram",
    "mastodon-embed": "mastodon", "bluesky-embed": "bluesky", "tiktok-embed": "tiktok", "text-post-media": "threads",
    "reddit-embed-bq": "reddit", "reddit-card": "reddit", "fb-post": "facebook", "fb-xfbml-parse-ignore": "facebook",
    "vk_post": "vk", "vk-post": "vk", "youtube-post": "youtube", "youtube-community-post": "youtube",
}  # fmt: skip
_WIDGETS = tuple(
    _Widget(platform, *(frozenset(part.split()) for part in parts))
    for platform, parts in (
        ("telegram", ("tgme_widget_message", "tgme_widget_message_text", "tgme_widget_message_owner_name "
        "tgme_widget_message_author")),
        ("mastodon", ("status detailed-status", "status__content e-content", "display-name__html p-name",
        "display-name__account")),
        ("youtube", ("ytd-backstage-post-renderer backstage-post", "content-text post-text", "author-text "
        "post-author")),
        ("vk", ("wall_item wall_post_cont vk-embed", "wall_post_text pi_text", "author pi_author wall_post_author")),
        ("x", ("tweet tweet-embed EmbeddedTweet", "tweet-text Tweet-text tweetText", "fullname TweetAuthor-name",
        "username TweetAuthor-screenName")),
    )
)  # fmt: skip
_HOSTS = {
    "twitter.com": "x", "x.com": "x", "t.me": "telegram", "telegram.me": "telegram", "instagram.com": "instagram",
    "facebook.com": "facebook", "fb.com": "facebook", "threads.net": "threads", "threads.com": "threads",
    "tiktok.com": "tiktok", "youtube.com": "youtube", "bsky.app": "bluesky", "reddit.com": "reddit", "vk.com": "vk",
    "weibo.com": "weibo", "truthsocial.com": "truthsocial", "linkedin.com": "linkedin",
}  # fmt: skip
_LOOSE = frozenset(
    {"tweet", "toot", "skeet", "embed", "embedded", "social", "post", "telegram", "twitter", "quote", "embeds"}
)
_LOOSE_ELEMENTS = 120  # a hand-made embed is small; the bound also keeps the search linear
_LOOSE_CHARS = 4000
_CHROME = re.compile(
    r"(?:view (?:this post )?on \w+|view (?:full|more|profile|post)\b.{0,40}|play video|watch on \w+|"
    r"\[image or embed\]|(?:please )?open telegram to view this post|♬ .*|[\d.,]+ ?[KMk]? (?:views|likes|comments|"
    r"replies|reposts|boosts).*)$",
    re.IGNORECASE,
)
_QUERY_MATTERS = frozenset({"facebook", "youtube", "vk"})


def find_posts(root: _Element, language: str | None = None) -> dict[_Element, Post | None]:
    """Return the embedded posts below an element in page order, outermost only; None for an embed without words.

    language: of the page, for dates with month names.
    """
    found: dict[_Element, Post | None] = {}
    events = etree.iterwalk(root, events=("start",))
    for _, element in events:
        if not isinstance(element.tag, str) or element is root:
            continue
        if is_mute(element):
            events.skip_subtree()
            continue
        embed = _recognise(element, language)
        if embed is not None:
            found[element] = embed.post
            events.skip_subtree()
    return found


@dataclass(frozen=True, slots=True)
class _Embed:
    """An element known as an embed; post is None when it shows no words."""

    post: Post | None


def _recognise(element: _Element, language: str | None) -> _Embed | None:
    """Read an element as an embedded post; None for what is none."""
    classes = frozenset((element.get("class") or "").split())
    if element.tag == "blockquote" or classes & {"fb-post", "vk_post", "vk-post"}:
        platform = next((_QUOTES[name] for name in sorted(classes) if name in _QUOTES), None)
        if platform is not None:
            return _Embed(_quoted(element, platform, language))
    for widget in _WIDGETS:
        if classes & widget.root or element.tag in widget.root or _is_rendered_tweet(element, widget):
            made = _rendered(element, widget, language)
            if made is not None:
                return _Embed(made)
    loose = None
    if element.tag == "blockquote" or (classes and _tokens(classes) & _LOOSE):
        loose = _loose(element, language)
    return _Embed(loose) if loose is not None else None


def _is_rendered_tweet(element: _Element, widget: _Widget) -> bool:
    return widget.platform == "x" and element.get("data-testid") == "tweet"


def _tokens(classes: frozenset[str]) -> set[str]:
    """Return the words of class names: "social-embed" gives social, embed."""
    return {token for name in classes for token in re.split(r"[-_]+", name.lower())}


def _quoted(element: _Element, platform: str, language: str | None) -> Post | None:
    """Read an embed code: the words, then a signature with name, handle and date."""
    lines = _lines(element)
    while len(lines) > 1 and _CHROME.match(lines[-1].text):
        lines.pop()  # "View on Threads" below the signature is no name
    if platform == "reddit":
        words, signature = _reddit(element)
    else:
        words, signature = _split(lines, element)
    words = [line for line in words if not _CHROME.match(line)]
    if platform == "tiktok" and words and re.match(r"@[\w.]+ ", words[0] + " "):
        handle, _, rest = words[0].partition(" ")
        words[0], signature = rest, signature or f"— {handle}"
        words = [line for line in words if line]
    if not words or (len(words) == 1 and as_signature(words[0]) and not signature):
        return None
    return _post(element, platform, " ".join(words), signature, language)


def _lines(element: _Element) -> list[Draft]:
    """Return the visible lines of an embed."""
    return list(walk(element, is_mute, lambda _: False))


def _split(lines: list[Draft], element: _Element) -> tuple[list[str], str]:
    """Part the words from the signature: the last line when it names a handle or stands outside the inner ones."""
    texts = [line.text for line in lines]
    if not texts:
        return [], ""
    last = texts[-1]
    if as_signature(last) is not None and len(texts) > 1:
        return texts[:-1], last
    inline = split_inline(last)
    if inline is not None:
        return [*texts[:-1], inline[0]], inline[1]
    outside = lines[-1].element is element or lines[-1].element.tag == "blockquote"
    if len(texts) > 1 and outside and (last[:1] in "—–-―" or lines[-1].linked):
        return texts[:-1], last
    return texts, ""


def _reddit(element: _Element) -> tuple[list[str], str]:
    """Part a Reddit card: the first link is the post's words, the rest says who and where."""
    text = clean(" ".join(element.itertext()))
    link = next(element.iter("a"), None)
    title = clean("".join(link.itertext())) if link is not None else ""
    if not title or not text.startswith(title):
        return [text] if text else [], ""
    return [title], text[len(title) :].strip()


def _reddit_user(signature: str) -> str | None:
    """Return the account that a Reddit card names ("by u/name in news")."""
    match = re.search(r"\bu/([\w-]+)", signature)
    return match.group(1) if match else None


def _rendered(element: _Element, widget: _Widget, language: str | None) -> Post | None:
    """Read a post as its platform's script draws it; None when it shows no words."""
    words = _part(element, widget.words)
    if not words:
        return None
    name, handle = _part(element, widget.name), _part(element, widget.handle)
    if name and handle and handle in name:
        name = name.replace(handle, "").strip()
    url = _address(element, widget.platform)
    account = handle or _handle_of(element.get("data-post") or url or "", widget.platform)
    posted = _posted(element, None, language, widget.platform, url)
    return Post(widget.platform, words, _compose(name, account, posted), name or None, _at(account), posted, url)


def _part(element: _Element, names: frozenset[str]) -> str:
    """Return the visible text of the first inner element with one of the classes, ids or test ids."""
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner is not element:
            labels = {*(inner.get("class") or "").split(), inner.get("id"), inner.get("data-testid")}
            if labels & names:
                return " ".join(line.text for line in _lines(inner))
    return ""


def _compose(name: str, handle: str | None, posted: date | None) -> str:
    """Write the signature of a rendered post, whose parts stand scattered around its words."""
    who = f"{name} ({_at(handle)})" if name and handle else name or _at(handle) or ""
    day = f"{posted:%B} {posted.day}, {posted.year}" if posted else ""
    return f"— {who} {day}".strip() if who or day else ""


def _loose(element: _Element, language: str | None) -> Post | None:
    """Read a quotation or hand-made embed as a post when its first or last line is an author with a handle."""
    if len(list(islice(element.iter(), _LOOSE_ELEMENTS))) == _LOOSE_ELEMENTS:
        return None
    lines = [line.text for line in _lines(element) if not _CHROME.match(line.text)]
    if not lines or sum(map(len, lines)) > _LOOSE_CHARS:
        return None
    if len(lines) > 1 and as_signature(lines[-1]) is not None:
        words, signature = lines[:-1], lines[-1]
    elif len(lines) > 1 and leading_author(lines[0]) is not None:
        words, signature = lines[1:], lines[0]
        if len(words) > 1 and find_date(words[-1], language) is not None and len(words[-1]) < 60:
            signature = f"{signature} {words.pop()}"
    else:
        inline = split_inline(lines[-1])
        if inline is None:
            return None
        words, signature = [*lines[:-1], inline[0]], inline[1]
    return _post(element, _platform(element, signature), " ".join(words), signature, language)


def _post(element: _Element, platform: str, words: str, signature: str, language: str | None) -> Post:
    """Make a post from its words and signature line."""
    who = as_signature(signature) or leading_author(signature) or Signature(None, None, signature)
    url = _address(element, platform)
    posted = _posted(element, who.rest, language, platform, url)
    handle = who.handle or _handle_of(url or "", platform)
    if platform == "reddit":
        handle = handle or _reddit_user(signature)
        return Post(platform, words, signature, handle, _at(handle), posted, url)
    speaker = who.name or _linked_name(element, signature)
    return Post(platform, words, signature, speaker, _at(handle), posted, url)


def _at(handle: str | None) -> str | None:
    return f"@{handle.strip().lstrip('@')}" if handle and handle.strip("@ ") else None


def _linked_name(element: _Element, signature: str) -> str | None:
    """Return the name that the signature links, where no handle tells names from other words (Facebook, Telegram)."""
    for link in element.iter("a"):
        text = clean("".join(link.itertext()))
        if (
            text
            and len(text) < 80
            and text in signature
            and find_date(text) is None
            and not text.startswith(("#", "http", "@"))
        ):
            return text
    return None


def _posted(element: _Element, rest: str | None, language: str | None, platform: str, url: str | None) -> date | None:
    """Return the date that the markup states, else the signature, else a link's text, else the post's id."""
    return (
        stated_day(element)
        or (find_date(rest, language) if rest else None)
        or linked_day(element, language)
        or day_of_id(url, platform)
    )


def _address(element: _Element, platform: str) -> str | None:
    """Return the post's own address as the embed code states it; http and https only."""
    for name in ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-href"):
        found = _web(element.get(name), platform)
        if found:
            return found
    if platform == "telegram" and re.fullmatch(r"[\w/]+", element.get("data-post") or ""):
        return f"https://t.me/{element.get('data-post')}"
    links = [url for link in element.iter("a") if (url := _web(link.get("href"), platform)) and _is_post(url)]
    return links[-1] if links else None


def _web(url: str | None, platform: str) -> str | None:
    """Return a web address without tracking parts; None for other schemes."""
    url = (url or "").strip()
    if not url.startswith(("http://", "https://")) or any(c.isspace() for c in url):
        return None
    return url if platform in _QUERY_MATTERS else re.split(r"[?#]", url, maxsplit=1)[0]


def _is_post(url: str) -> bool:
    """Tell whether an address is one post's, not a profile's, a tag's or a story's."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if re.search(r"/(?:hashtag|tags?|search|explore)/", parts.path) or parts.netloc in {"t.co", "pic.twitter.com"}:
        return False
    return bool(
        re.search(
            r"/(?:status(?:es)?|p|reel|posts?|videos?|comments|permalink)\b|/@[^/]+/\w+|^/\w+/\d+/?$|wall-?\d",
            parts.path,
        )
    )


def _host_platform(url: str) -> str | None:
    """Return the platform that an address belongs to."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    return next((name for end, name in _HOSTS.items() if host == end or host.endswith("." + end)), None)


def _platform(element: _Element, signature: str) -> str:
    """Name the platform of a hand-made embed from its links, its handle or its words; "unknown" where nothing tells."""
    for link in element.iter("a"):
        platform = _host_platform(link.get("href") or "")
        if platform is not None:
            return platform
    words = f"{signature} {element.get('class') or ''} {''.join(element.itertext())}".lower()
    if re.search(r"@[\w.]+@[\w.]+\.\w", signature):
        return "mastodon"
    if ".bsky.social" in signature:
        return "bluesky"
    if "pic.twitter.com" in words or "//t.co/" in words or "twitter" in words:
        return "x"
    named = (
        name for name in ("telegram", "instagram", "facebook", "mastodon", "bluesky", "threads", "tiktok", "reddit")
    )
    return next((name for name in named if name in words), "unknown")


def _handle_of(url: str, platform: str) -> str | None:
    """Return the handle that a post's address holds; None where the address names no account."""
    path = url if "://" not in url else urlsplit(url).path
    first = next((part for part in path.split("/") if part), "")
    if platform in {"telegram", "x"} and "/" in path.strip("/") and re.fullmatch(r"\w{2,40}", first):
        return None if first in {"c", "i", "s", "statuses"} else first
    if platform in {"tiktok", "threads", "mastodon"} and first.startswith("@"):
        return first
    return None
