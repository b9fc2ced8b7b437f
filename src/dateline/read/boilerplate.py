"""What on a page is not the report, by markup and by wording: navigation, links, banners, bylines, comments.

Rules look at class and id words, roles, link share and the set phrases of page furniture, never at one site's names.
"""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import islice
from typing import TYPE_CHECKING

from dateline.read.dates import find_date
from dateline.read.walk import HEADINGS, Draft, is_mute

if TYPE_CHECKING:
    from lxml.etree import _Element

_HARD_TAGS = frozenset({"nav", "footer"})
_HARD_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "alertdialog", "dialog"}
)
# Words of class names and ids. Hard ones mark furniture whatever stands inside; soft ones may also wrap a post.
_HARD = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs comment comments disqus replies respond sidebar cookie "
    "cookies consent "
    "gdpr ccpa outbrain taboola recirculation recirc recommended recommendations recommendation recommends trending "
    "mostread "
    "mostpopular pagination pager footer masthead topbar newsticker ticker skip paywall subscribe subscription login "
    "signin "
    "related relatedlinks readnext sharedaddy jp-relatedposts toc tableofcontents onward".split()
)
_SOFT = frozenset(
    "share sharing shares socials sharebar addthis addtoany ad ads advert adverts advertisement advertising adslot "
    "adsbygoogle "
    "dfp sponsor sponsored sponsors promo promos promotion promoted newsletter signup donate donation donations "
    "support "
    "supporter membership banner banners popup modal overlay lightbox tags taglist tagcloud topics keywords byline "
    "bylines "
    "author authors bio biography meta metadata timestamp pubdate dateline caption captions credit credits copyright "
    "rating "
    "ratings toolbar tools player audioplayer teaser teasers pullquote crosshead-links print noprint offscreen sronly "
    "notification notifications alert callout cta appbanner widget widgets poll quiz".split()
)
_HARD_PHRASES = re.compile(
    r"(?:^|[\s_-])(?:most[-_](?:read|popular|viewed|shared)|read[-_](?:more|next|also)|also[-_]read|see[-_]also|"
    r"more[-_](?:stories|news|from|on)|"
    r"you[-_]may|up[-_]next|latest[-_](?:news|stories)|site[-_]header|page[-_]header|skip[-_]link|"
    r"disqus[-_]thread)(?:$|[\s_-])"
)
_SOFT_PHRASES = re.compile(
    r"(?:^|[\s_-])(?:tag[-_](?:list|links?|cloud)|post[-_]tags|social[-_](?:share|links?|icons?|bar|buttons?)|"
    r"follow[-_]us|"
    r"entry[-_](?:meta|footer)|post[-_](?:meta|footer)|article[-_](?:meta|footer|info)|author[-_]box|"
    r"screen[-_]reader|sr[-_]only|"
    r"visually[-_]hidden|sign[-_]up|pull[-_]quote|key[-_]?words|image[-_](?:caption|credit)|photo[-_]credit)(?:$|"
    r"[\s_-])"
)
_KEPT_TAGS = frozenset({"html", "body", "main"})
_CARD_TAGS = frozenset({"article", "li", "section", "div"})
_TEASER_CHARS = 400

_END_OF_REPORT = re.compile(
    r"(?:\d+ )?(?:comments?|responses|replies|reader comments|join the (?:conversation|discussion)|leave a "
    r"(?:comment|reply)|post a comment|"
    r"add a comment|what do you think)\b(?:\s*[(\[]?\d*[)\]]?)?\W*$",
    re.IGNORECASE,
)
_ASIDE_HEADING = re.compile(
    r"(?:related(?: (?:stor(?:y|ies)|articles?|posts?|news|content|topics|coverage|links|reading))?|read (?:next|"
    r"more|also|this next)|also read|"
    r"most (?:read|popular|viewed|shared)|more (?:from|on|in|about|stories|news|like this)\b.{0,50}|you (?:may|"
    r"might) (?:also )?(?:like|be interested in)\b.{0,20}|"
    r"recommended(?: for you| stories| reading)?|editors?['’]s? (?:picks?|choice)|trending(?: now)?|popular(?: now| "
    r"stories)?|latest(?: news| stories| headlines)?|"
    r"top stories|in other news|also (?:on|in)\b.{0,40}|see also|further reading|up next|don['’]t miss|about the "
    r"authors?|tags?|topics|share(?: this)?(?: article| story)?|"
    r"follow us|newsletters?|sign up\b.{0,60}|subscribe\b.{0,60}|advertisement|sponsored(?: content)?|our picks|what "
    r"to read next)\s*[:.]?\s*$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:advertisement|advertorial|sponsored(?: content)?|promoted)\b.{0,120}$|"
    r"(?:related|read (?:more|also|next)|also read|see also|more on this|recommended|watch|listen|must read|don['’]t "
    r"miss|in pictures)\s*[:|>»→].{0,200}$|"
    r"(?:sign up|subscribe|register|click here|tap here|log in|sign in|download (?:our|the)|follow us|like us|join "
    r"(?:us|our)|support (?:us|our)|donate|become a (?:member|supporter))\b.{0,160}$|"
    r"(?:share|tweet|print|email|e-mail|save|copy link|whatsapp|facebook|twitter|listen|comments?)(?:[\s|"
    r"/·•,]+(?:this|article|story|on|via|share|tweet|print|email|e-mail|save|copy|link|whatsapp|facebook|twitter|x|"
    r"telegram|linkedin|reddit|pinterest|listen|\(\d+ min\)))*\W*$|"
    r"(?:this (?:site|website|page)|we(?: and our \d+ partners)?) uses? cookies\b.*$|"
    r"(?:©|\(c\)|copyright\b).{0,160}$|all rights reserved\.?$|"
    r"(?:tags?|filed under|topics|keywords|categories|posted in)\s*:.{0,200}$|"
    r"(?:photo(?:graph)?s?|image|picture|video|illustration|file photo|credit)\s*(?:by\b|credits?\b|courtesy\b|:|/|"
    r"©).{0,120}$|"
    r"\d+ ?(?:min(?:ute)?s?)[- ](?:read|listen)\W*$|\d+ (?:minutes?|hours?|days?|weeks?) ago\W*$|"
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written) by [^.]{2,160}\)?\.?$|"
    r"(?:back to top|skip to (?:main )?content|continue reading|read more|show more|load more|view comments|more to "
    r"follow)\W*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:(?:words|text|story|reported|report|analysis|opinion|exclusive)\s+)?(?i:by):?\s+[^\W\d_a-z].{1,110}$"
)
_STAMP = re.compile(
    r"(?:first |last )?(?:published|updated|modified|posted|date)(?: (?:on|at))?\s*:?\s*(?=.*\d).{0,80}$",
    re.IGNORECASE,
)

# A time of day alone: the hour of publication, or, where there are several, those of a live page's entries.
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\W*$", re.IGNORECASE)


def is_surely_furniture(element: _Element) -> bool:
    """Tell whether an element is furniture whatever its class names say, for pages whose class names mislead."""
    if is_mute(element) or element.tag in _HARD_TAGS or element.get("role") in _HARD_ROLES:
        return True
    return element.tag in _CARD_TAGS and _is_teaser(element)


def is_furniture(element: _Element, precious: Set[_Element], wrapping: Set[_Element]) -> bool:
    """Tell whether an element is page furniture, with all that is in it.

    precious: elements that hold the headline or the marked article body, never furniture.
    wrapping: elements that hold an embedded post, spared by the soft rules.
    """
    tag = element.tag
    if is_mute(element):
        return True
    if tag in _KEPT_TAGS or element in precious:
        return False
    if tag in _HARD_TAGS or element.get("role") in _HARD_ROLES:
        return True
    if (tag == "aside" or element.get("role") in {"complementary", "note"}) and element not in wrapping:
        return True
    labels = f"{element.get('class') or ''} {element.get('id') or ''}".strip().lower()
    if labels and _labelled(labels, element in wrapping):
        return True
    return tag in _CARD_TAGS and element not in wrapping and _is_teaser(element)


def _labelled(labels: str, wraps_post: bool) -> bool:
    """Tell whether class names and ids are those of furniture."""
    tokens = set(re.split(r"[^a-z0-9]+", labels)) | set(labels.split())
    if tokens & _HARD or _HARD_PHRASES.search(labels):
        return True
    return not wraps_post and bool(tokens & _SOFT or _SOFT_PHRASES.search(labels))


def _is_teaser(element: _Element) -> bool:
    """Tell whether an element is a card for another story: a linked heading and at most a few words."""
    if element.tag != "article" and not re.search(r"card|story|item|post|entry", (element.get("class") or "").lower()):
        return False
    heading = next((e for e in islice(element.iter(), 40) if e.tag in HEADINGS), None)
    if heading is None or heading.tag == "h1":
        return False
    in_link = heading.find(".//a") is not None or any(up.tag == "a" for up in islice(heading.iterancestors(), 3))
    texts = list(islice(element.itertext(), 80))
    return in_link and len(texts) < 80 and sum(len(t.strip()) for t in texts) < _TEASER_CHARS


def is_prose(draft: Draft) -> bool:
    """Tell whether a block is running text: a few words at least, most of them outside links."""
    return draft.kind != "heading" and len(draft.text) >= 40 and draft.linked * 2 < len(draft.text)


def trim(drafts: list[Draft], title: str | None, language: str | None = None) -> list[Draft]:
    """Return the blocks of the article without headline, byline, set phrases, link lists and what follows the report.

    drafts: of the article's element, in page order. title: to recognise the headline where no h1 marks it.
    """
    out: list[Draft] = []
    clocks = sum(_CLOCK.match(draft.text) is not None for draft in drafts)
    aside = False
    began = False
    for draft in drafts:
        if draft.kind == "post":
            out.append(draft)
            aside, began = False, True
            continue
        if _is_short_heading(draft) and _END_OF_REPORT.match(draft.text) and began:
            break
        if _is_short_heading(draft):
            aside = _ASIDE_HEADING.match(draft.text) is not None
        elif is_prose(draft) and draft.kind != "item":
            aside = False
        if aside or _is_headline(draft, title, began) or _is_noise(draft, began, language):
            continue
        if clocks < 2 and _CLOCK.match(draft.text):
            continue
        out.append(draft)
        began = began or is_prose(draft)
    while out and out[-1].kind == "heading":
        out.pop()
    return out


def _is_short_heading(draft: Draft) -> bool:
    """Tell whether a block heads what follows: marked so, or a short line in bold."""
    return (
        draft.kind == "heading"
        or (len(draft.text) < 60 and draft.bold * 10 >= len(draft.text) * 9)
        or len(draft.text) < 30
    )


def _is_headline(draft: Draft, title: str | None, began: bool) -> bool:
    """Tell whether a block is the report's title."""
    if draft.element.tag == "h1" or any(up.tag == "h1" for up in islice(draft.element.iterancestors(), 2)):
        return not began
    if began or title is None:
        return False
    words, whole = _letters(draft.text), _letters(title)
    return words == whole or (len(words) > 15 and whole.startswith(words))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_noise(draft: Draft, began: bool, language: str | None) -> bool:
    """Tell whether a block is furniture by its own words or links."""
    text = draft.text
    if not any(map(str.isalnum, text)):
        return True
    if len(text) < 250 and (_FURNITURE.match(text) or draft.linked * 10 >= len(text) * 7):
        return True
    if len(text) < 250 and draft.kind == "item" and draft.linked * 2 >= len(text):
        return True
    if began or len(text) > 130:
        return False
    dated = not text.endswith((".", "!", "?")) and find_date(text, language) is not None
    return dated or bool(_BYLINE.match(text) and not text.endswith((".", "!", "?"))) or bool(_STAMP.match(text))
