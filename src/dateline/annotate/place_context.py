"""What is known of a report beside its text and says where it plays: its title, its outlet's name and address.

No list of outlets: "Manila Bulletin" speaks of Manila because the name does, "example.ie" of Ireland because the address does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import numpy as np

from dateline.annotate.name_spans import NEVER_ALONE, NameSpan
from dateline.annotate.place_choice import Group
from dateline.records import Parse, Report, Span
from dateline.reference.annotating import annotating_words
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.supplement import venues

_TITLE, _OUTLET, _COUNTRY = 0.3, 1.0, 1.0  # as so many mentions in the text
_IN_DATELINE, _AS_ORIGIN = 2.0, 0.3
_DATELINE_WITHIN = 300
_DATELINE = re.compile(r"^[^\n]{0,60}?(?:\s[-–—]{1,2}\s|\)\s*\.?\s*[-–—:]|,\s*[A-Z]{3,}[-–—]+\s|—)")
_WORDS = annotating_words().names
_KNOWN_PEOPLE = 100_000  # a smaller town's name is as often a word: "Prairie Courier"
_LONGEST = 4
_SPOTS = venues().ahead | venues().behind  # "Lake" and "Port" alone are no counties
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+([a-z]{2})(?=[/:?#]|$)", re.IGNORECASE)
# Country codes that are sold to all the world, and the one that is not ISO's.
_SOLD = frozenset("ai cc cd co eu fm gg io is la ly me my nu re sh st to tv vc ws".split())
_OTHER_CODES = {"UK": "GB"}


def context_groups(gazetteer: Gazetteer, report: Report, named: Collection[str]) -> list[Group]:
    """Return names of the title and the outlet as groups that keep the text's names company.

    named: keys that the text has itself; they are left out.
    """
    out = [_group(gazetteer, key, _TITLE) for key in _names(gazetteer, report.title or "") if key not in named]
    if report.outlet and not _DOMAIN.fullmatch(report.outlet):
        out += [_group(gazetteer, key, _OUTLET) for key in _names(gazetteer, report.outlet) if key not in named]
    country = _country(gazetteer, report)
    if country is not None:
        rows = np.array([country], np.int32)
        out.append(Group(f"={country}", rows, np.zeros(1, np.uint8), mentions=_COUNTRY))
    return out


def heads_the_text(text: str, name: Span) -> bool:
    """Tell whether a name is the place of the dateline: it opens a line at the head of the text, and the dash follows."""
    line = text.rfind("\n", 0, name.start) + 1
    opens = name.start < _DATELINE_WITHIN and not text[line : name.start].strip()
    return opens and _DATELINE.match(text[name.end : name.end + 80]) is not None


def standing_in_text(parse: Parse, text: str, name: NameSpan) -> float:
    """Return what a mention counts for in telling where the report plays: more in the dateline, little as somebody's origin."""
    if heads_the_text(text, name.span):
        return _IN_DATELINE
    head = parse.head_of(name.span)
    for above in parse.ancestors(head.i) if head is not None else ():
        if above.pos in ("VERB", "AUX"):
            return _AS_ORIGIN if above.lemma in _WORDS.origins else 1.0
        if above.lemma in ("native", "resident", "hometown") or (
            above.lower == "from" and parse.tokens[above.head].pos != "VERB"
        ):
            return _AS_ORIGIN
    return 1.0


def _group(gazetteer: Gazetteer, key: str, mentions: float) -> Group:
    if key.startswith("="):
        return Group(key, np.array([int(key[1:])], np.int32), np.zeros(1, np.uint8), mentions=mentions)
    rows, qualities = gazetteer.rows(key)
    return Group(key, rows, qualities, mentions=mentions)


def _names(gazetteer: Gazetteer, words_of: str) -> Iterator[str]:
    """Yield the keys of the longest well-known names, a demonym's country as "=row"."""
    words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(words_of)]
    i = 0
    while i < len(words):
        for n in range(min(_LONGEST, len(words) - i), 0, -1):
            surface = words_of[words[i][0] : words[i + n - 1][1]]
            if (key := _known(gazetteer, surface)) is not None:
                yield key
                i += n - 1
                break
        i += 1


def _known(gazetteer: Gazetteer, surface: str) -> str | None:
    if not surface[0].isupper():
        return None
    if (row := gazetteer.demonyms.get(surface)) is not None:
        return f"={row}"
    key = names.key(surface.removesuffix("'s").removesuffix("’s"))
    people, area, alternate = gazetteer.standing(key)
    if key in NEVER_ALONE or key in _SPOTS or alternate or not (area or people >= _KNOWN_PEOPLE):
        return None
    return key


def _country(gazetteer: Gazetteer, report: Report) -> int | None:
    """Return the row of the country whose address the report or its outlet has."""
    for address in (report.url, report.outlet):
        found = _DOMAIN.match(address or "")
        if found and (code := found[1].lower()) not in _SOLD:
            return gazetteer.row_of(_OTHER_CODES.get(code.upper(), code.upper()))
    return None
