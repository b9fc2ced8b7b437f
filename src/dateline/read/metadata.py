"""What a page says of its report: outlet, title, address, publication date, language.

Sources: JSON-LD and microdata of schema.org, the Open Graph protocol, HTML meta names in common use. A date of change
is never taken for the date of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.read.build import Facts
from dateline.read.dates import find_date, parse_stamp
from dateline.read.language import language_code
from dateline.read.walk import clean

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Blog|Review)$|^(?:Report|LiveBlogPosting)")
_PUBLISHED_META = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "date.published",
    "publish-date", "publish_date",
    "publishdate", "pubdate", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued",
    "dcterms.created",
    "dc.date.created", "article.published", "published-date", "publication_date", "publication-date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "date", "dc.date", "dcterms.date", "originalpublicationdate",
)  # fmt: skip
_OUTLET_META = (
    "og:site_name",
    "article:publisher_name",
    "publisher",
    "dc.publisher",
    "application-name",
    "twitter:app:name:iphone",
)
_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+|\s*\|\s*")
_CHANGED = re.compile(r"updated|modified|actualis|aktualis|actualiz|обновл|güncel", re.IGNORECASE)
_DATED_CLASS = re.compile(
    r"publish|pubdate|posted|byline|entry-date|post-date|article-date|dateline|story-date|post-meta|entry-meta|(?:^|"
    r"[\s_-])(?:meta|date|timestamp)",
    re.I,
)
_NOT_ARTICLE = re.compile(
    r"comment|related|sidebar|recommend|most-?read|trending|teaser|card|footer|disqus|repl(?:y|ies)", re.I
)
_MAX_LD_CHARS = 2_000_000


class PageFacts:
    """Reads the facts of one page."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.meta = _meta(root)
        self.nodes = list(_json_ld(root))
        self.article = next((n for n in self.nodes if _ARTICLE_TYPES.search(_type(n)) and _is_own(n)), {})
        self.headline = _first_heading(root)

    def facts(self) -> Facts:
        """Return all facts; None for what the page does not state."""
        outlet = self.outlet()
        return Facts(
            title=self.title(outlet),
            outlet=outlet,
            url=self.url(),
            published=self.published(),
            page_language=self.language(),
        )

    def outlet(self) -> str | None:
        """Return the outlet: site name, publisher, the ending of the page's title, the host's name."""
        named = next(filter(None, map(self._meta_name, _OUTLET_META[:1])), None) or _name(self.article.get("publisher"))
        if named:
            return named
        site = next((n for n in self.nodes if _type(n) in {"WebSite", "NewsMediaOrganization"}), {})
        other = _name(site.get("name")) or next(filter(None, map(self._meta_name, _OUTLET_META[1:])), None)
        return other or self._title_ending() or _host(self.url())

    def _meta_name(self, key: str) -> str | None:
        value = self.meta.get(key)
        return value if value and len(value) < 120 and not value.startswith(("http:", "https:")) else None

    def _title_ending(self) -> str | None:
        """Return what follows the headline in the page's title ("Headline | Outlet")."""
        whole = self._page_title()
        if whole is None:
            return None
        for heading in filter(None, (self.meta.get("og:title"), self.headline)):
            if whole.startswith(heading) and len(whole) > len(heading):
                rest = whole[len(heading) :].strip(" |–—·•»:-")
                return rest if 1 < len(rest) < 60 else None
        parts = _SEPARATOR.split(whole)
        return parts[-1] if len(parts) > 1 and 1 < len(parts[-1]) < 40 and len(parts[-1].split()) <= 5 else None

    def title(self, outlet: str | None) -> str | None:
        """Return the headline: as JSON-LD or Open Graph give it, the page's h1, or its title without the outlet."""
        named = _name(self.article.get("headline")) or self.meta.get("og:title") or self.headline or self._page_title()
        if named is None or outlet is None:
            return named
        for separator in ("::", "|", "–", "—", "-", "·", "•", "»", ":"):
            ending = f" {separator} {outlet}"
            if named.endswith(ending) and len(named) > len(ending):
                return named[: -len(ending)].strip()
        return named

    def _page_title(self) -> str | None:
        element = self.root.find(".//title")
        return (clean("".join(element.itertext())) or None) if element is not None else None

    def url(self) -> str | None:
        """Return the page's own address."""
        link = next(
            (e.get("href") for e in self.root.iter("link") if (e.get("rel") or "").lower() == "canonical"), None
        )
        entity = self.article.get("mainEntityOfPage")
        entity = entity.get("@id") or entity.get("url") if isinstance(entity, dict) else entity
        for value in (link, self.meta.get("og:url"), entity, self.article.get("url")):
            if isinstance(value, str) and value.strip().startswith(("http://", "https://")):
                return value.strip()
        return None

    def published(self) -> date | None:
        """Return the calendar date of publication in the local time that the page states."""
        stamps = [self.article.get("datePublished"), *(self.meta.get(key) for key in _PUBLISHED_META)]
        stamps.extend(n.get("datePublished") for n in self.nodes if _type(n) in {"WebPage", "ItemPage"})
        for value in stamps:
            found = parse_stamp(value) if isinstance(value, str) else None
            if found is not None:
                return found
        return self._visible_date()

    def _visible_date(self) -> date | None:
        """Return the date that the article's head shows: microdata, then the byline; never a date of change."""
        language = self.language()
        for element in self.root.iter():
            if isinstance(element.tag, str) and "datePublished" in (element.get("itemprop") or "").split():
                value = element.get("datetime") or element.get("content") or "".join(element.itertext())
                found = parse_stamp(value) or find_date(value, language)
                if found is not None:
                    return found
        for element in self.root.iter("time", "p", "div", "span", "address"):
            if _is_masthead(element):
                found = _shown(element, language)
                if found is not None:
                    return found
        return None

    def language(self) -> str | None:
        """Return the code of the language that the page declares."""
        declared = self.article.get("inLanguage")
        declared = declared.get("alternateName") if isinstance(declared, dict) else declared
        html = (
            self.root.get("lang")
            or self.root.get("{http://www.w3.org/XML/1998/namespace}lang")
            or self.root.get("xml:lang")
        )
        for value in (declared, html, self.meta.get("content-language"), self.meta.get("og:locale")):
            code = language_code(value) if isinstance(value, str) else None
            if code is not None:
                return code
        return None

    def body_text(self) -> str | None:
        """Return the article text of JSON-LD, for pages that draw their article by script."""
        text = self.article.get("articleBody")
        return text if isinstance(text, str) and len(text) > 100 else None


def page_facts(root: _Element) -> Facts:
    """Read what a page says of its report; None for what it does not state."""
    return PageFacts(root).facts()


def _meta(root: _Element) -> dict[str, str]:
    """Return the page's meta values by lower-case name, the first of each."""
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        value = clean(element.get("content") or "")
        if key and value and not _in_comment(element):
            out.setdefault(key.strip().lower(), value)
    return out


def _in_comment(element: _Element) -> bool:
    """Tell whether a meta element of the body belongs to a comment or another story."""
    return any(
        _NOT_ARTICLE.search(f"{up.get('class') or ''} {up.get('id') or ''}")
        for up in element.iterancestors("div", "li", "section", "aside")
    )


def _json_ld(root: _Element) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD, those of graphs and lists too; broken scripts are passed over."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(text) > _MAX_LD_CHARS:
            continue
        try:
            data = json.loads(
                text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("<![CDATA[").removesuffix("]]>"),
                strict=False,
            )
        except (ValueError, RecursionError):
            continue
        queue = data if isinstance(data, list) else [data]
        for node in queue[:200]:
            if isinstance(node, dict):
                yield node
                graph = node.get("@graph")
                yield from (n for n in graph[:200] if isinstance(n, dict)) if isinstance(graph, list) else ()


def _type(node: dict[str, Any]) -> str:
    """Return an object's type, the first of several."""
    kind = node.get("@type")
    kind = kind[0] if isinstance(kind, list) and kind else kind
    return kind if isinstance(kind, str) else ""


def _is_own(node: dict[str, Any]) -> bool:
    """Tell whether an article object describes a report, not a stub."""
    return any(key in node for key in ("headline", "datePublished", "articleBody", "publisher"))


def _name(value: Any) -> str | None:
    """Return the name of a JSON-LD thing, which may be a string, an object or a list of them."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return (_unescaped(value) or None) if isinstance(value, str) else None


def _unescaped(value: str) -> str:
    from html import unescape

    return clean(unescape(value))


def _first_heading(root: _Element) -> str | None:
    """Return the text of the headline: the h1 of the article, else the only h1 of the page."""
    headings = list(root.iter("h1"))
    inside = [
        h
        for h in headings
        if h.get("itemprop") == "headline" or any(a.tag in {"article", "main"} for a in h.iterancestors())
    ]
    chosen = inside or (headings if len(headings) == 1 else headings[-1:])
    return (clean("".join(chosen[0].itertext())) or None) if chosen else None


def _host(url: str | None) -> str | None:
    """Return the host of an address as the outlet's last resort."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _is_masthead(element: _Element) -> bool:
    """Tell whether an element can hold the visible date: classed so, or a time element, outside comments."""
    label = f"{element.get('class') or ''} {element.get('id') or ''}"
    if element.tag != "time" and not _DATED_CLASS.search(label):
        return False
    ups = [element, *element.iterancestors()][:40]
    if any(up.tag in {"blockquote", "aside", "footer", "nav", "li", "figure"} for up in ups):
        return False
    return not any(
        _NOT_ARTICLE.search(f"{up.get('class') or ''} {up.get('id') or ''}") for up in ups if up.tag != "body"
    ) and (
        any(up.tag in {"article", "main", "header"} for up in ups) or element.tag != "time" or _after_headline(element)
    )


def _after_headline(element: _Element) -> bool:
    """Tell whether a headline stands right beside an element."""
    parent = element.getparent()
    return parent is not None and (
        parent.find(".//h1") is not None or any(s.tag == "h1" for s in parent.itersiblings(preceding=True))
    )


def _shown(element: _Element, language: str | None) -> date | None:
    """Read the date that a short element shows, leaving out what it calls a date of change."""
    text = clean("".join(element.itertext()))
    if len(text) > 200 or re.search(
        r"datemodified|updated|modified", f"{element.get('itemprop') or ''} {element.get('class') or ''}", re.I
    ):
        return None
    before = _CHANGED.split(text, maxsplit=1)[0]
    if element.tag == "time" and element.get("datetime") and not _CHANGED.search(text):
        label = element.getprevious().tail if element.getprevious() is not None else (element.getparent().text or "")
        return None if _CHANGED.search(label or "") else parse_stamp(element.get("datetime") or "")
    return find_date(before, language)


def masthead_date(lines: list[str], language: str | None) -> date | None:
    """Return the date that a line between headline and text shows; None when it is a date of change."""
    for line in lines:
        found = find_date(_CHANGED.split(line, maxsplit=1)[0], language)
        if found is not None:
            return found
    return None
