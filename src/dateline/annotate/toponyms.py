"""Place names of a report, found and settled: the toponym layer.

Takes readings with voices and parse, adds toponyms. Finding is in `name_spans`, telling places from people, bodies and common
words in `name_evidence`, choosing among places of one name in `place_choice`; this module joins them and writes the records.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace as replace_fields

import numpy as np
from msgspec.structs import replace

from dateline.annotate.name_evidence import Evidence
from dateline.annotate.name_spans import NameSpan, SpanFinder, is_plain
from dateline.annotate.place_choice import Group, settle, within
from dateline.annotate.place_context import context_groups, standing_in_text
from dateline.annotate.place_distance import measured_point
from dateline.annotate.spellings import other_spellings
from dateline.annotate.surroundings import Named, Surroundings
from dateline.annotate.town_evidence import LOCATIVES
from dateline.records import Candidate, Parse, Reading, Span, Toponym
from dateline.records.unresolved import Unresolved
from dateline.reference.annotating import annotating_words
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.index import FEATURE_NUMBER, Rows
from dateline.reference.gazetteer.supplement import ranker, venues

_KEPT_CANDIDATES = 3
_HOLDING = frozenset(("in", "of", "in the city of", "in the", "in central", ", in"))
_BEHIND = frozenset((",", "(", ", in", "in", "in the", "in central"))  # "Katowice, in Poland": the area holds the town
_OWNING = frozenset(("'s", "’s", "'", "’"))  # "Lima's Belmora district"
# "the Belmora quarter of Lima", "Belmora, the fishermen's quarter of Lima"
_PART_OF = re.compile(
    rf"""
      (?: {"|".join(sorted(venues().quarters))}
        | ,\ (?:an?|the)\ (?:[\w'’-]+\ ){{0,3}} (?:{"|".join(sorted(venues().quarters | venues().called))}) )
      \ (?:in|of) (?:\ the\ (?:city|town)\ of)?
    """,
    re.VERBOSE,
)
_QUARTER_BEHIND = re.compile(rf"\s(?:{'|'.join(sorted(venues().quarters))})s?\b")
_AREAS = frozenset(FEATURE_NUMBER[n] for n in ("PCLI", "ADM1", "ADM2", "RGN", "CONT"))
_TOWNS = [FEATURE_NUMBER[n] for n in ("P", "PPLC")]
_NOUNS = venues().behind | venues().ahead | venues().of | venues().public
_WORDS = annotating_words().names
# Spots that bear their town's name: "Cusco airport", unlike "Trafalgar Square".
_TOWNS_OWN = (venues().institutions - {"park"}) | _WORDS.town_spots
# A place inside a spot's name counts from this many inhabitants, unless the report names it elsewhere.
_KNOWN_TOWN = 30_000
_TOWN_SHARE = 0.3  # of the people of the largest place of its name: below, the name means the area ("Punjab")
_MISTAKEN = ("PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC")  # what a small model takes towns for
_Key = tuple[str, int | None]


class FindToponyms:
    """Finds place names and says which place each means."""

    needs = ("voices", "parse")
    adds = ("toponyms",)

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.finder = SpanFinder(gazetteer)
        self._ranker = ranker()

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with toponyms in text order."""
        return self._settled(reading, self._found(reading.grammar(), reading.report.text))

    def given(self, reading: Reading, spans: Iterable[Span]) -> Reading:
        """Return the reading with exactly the names at the spans as toponyms: finding is taken as done."""
        parse, text = reading.grammar(), reading.report.text
        evidence = Evidence(self.gazetteer, parse, text)
        names_given = [n for span in sorted(spans) if (n := self.finder.at(parse, text, span)) is not None]
        return self._settled(reading, [Named(name, evidence.kind(name)) for name in names_given])

    def _settled(self, reading: Reading, found: list[Named]) -> Reading:
        parse, text = reading.grammar(), reading.report.text
        self._containers(found, parse, text)
        groups = self._groups(found, parse, text)
        around = context_groups(self.gazetteer, reading.report, {group.key for group in groups})
        titled = {group.key for group in context_groups(self.gazetteer, reading.report, ())}
        settle(self.gazetteer, [*groups, *around])
        other_spellings(self.gazetteer, groups)
        near = Surroundings(self.gazetteer, parse, text, found, around, titled)
        toponyms = tuple(self._record(i, found, parse, text, near) for i in range(len(found)))
        towns = {t.span for t in toponyms if t.kind == "literal" and t.geonameid is not None}
        taken = [e.span for e in parse.entities if e.label in _MISTAKEN and e.span in towns]
        return replace(reading, toponyms=toponyms, parse=parse.labelled(taken, "GPE") if taken else parse)

    def _found(self, parse: Parse, text: str) -> list[Named]:
        evidence = Evidence(self.gazetteer, parse, text)
        options = self.finder.options(parse, text)
        first_look = self.finder.find(options, evidence.wanted)
        known = frozenset(span.key for span in first_look if span.source == "name")
        evidence = Evidence(self.gazetteer, parse, text, known)
        spans = self.finder.find(options, evidence.wanted)
        taken = {i for span in spans for i in range(span.first, span.last)}
        spans += [
            NameSpan(e.first, e.last, e.span, names.key(e.span.of(text)), "unknown")
            for e in parse.entities
            if e.label in ("GPE", "LOC") and taken.isdisjoint(range(e.first, e.last)) and evidence.unlisted_town(e)
        ]
        taken |= {i for span in spans for i in range(span.first, span.last)}
        for i in range(len(parse.tokens)):
            if i not in taken and (span := evidence.taken_town(i)) is not None:
                inside = parse.inside(span)
                if taken.isdisjoint(token.i for token in inside):
                    taken.update(token.i for token in inside)
                    spans.append(NameSpan(i, inside[-1].i + 1, span, names.key(span.of(text)), "unknown"))
        spans = [span for span in spans if not (evidence.calls_a_body(span) or evidence.is_a_bodys(span))]
        spans += self._told_again(spans, taken, evidence)
        spans.sort(key=lambda s: s.first)
        return [Named(span, evidence.kind(span)) for span in spans]

    def _told_again(self, spans: list[NameSpan], taken: set[int], evidence: Evidence) -> list[NameSpan]:
        """Return where else the unlisted names stand as places: what the text has told to be one needs little more."""
        known = {span.key: span.last - span.first for span in spans if span.source == "unknown"}
        tokens, out = evidence.parse.tokens, []
        for words in set(known.values()):
            for i in range(len(tokens) - words + 1):
                span = Span(tokens[i].start, tokens[i + words - 1].end)
                key = names.key(span.of(evidence.text))
                free = taken.isdisjoint(range(i, i + words))
                if known.get(key) == words and free and evidence.named_again(i, i + words):
                    out.append(NameSpan(i, i + words, span, key, "unknown"))
        return out

    def _containers(self, found: list[Named], parse: Parse, text: str) -> None:
        """Link "Marvdasht" to "Fars province" behind its comma, a spot to "Y" in "X in Y", a quarter to its town."""
        for i in range(len(found) - 1):
            here, behind = found[i].name, found[i + 1].name
            between = text[here.span.end : behind.span.start]
            if here.source in ("demonym", "short") or behind.source == "demonym" or "\n" in between:
                continue
            word = between.strip().lower()
            if _PART_OF.fullmatch(word):
                self._part(found, i, i + 1)
            elif word in _OWNING and _QUARTER_BEHIND.match(text, behind.span.end):
                self._part(found, i + 1, i)
            elif (word in _BEHIND and self._may_contain(here, behind)) or (here.source != "name" and word in _HOLDING):
                found[i].container = i + 1
            elif word in _OWNING and behind.source in ("spot", "unknown"):
                found[i + 1].container = i

    def _part(self, found: list[Named], part: int, whole: int) -> None:
        """Link a quarter to the town that the text says it is of; a town of its name elsewhere is not meant, here and later."""
        name, towns = found[part].name, self._towns(found[whole].name)
        if name.source == "name" and (name.row is not None or not len(towns) or self._lies_by(self._rows(name), towns)):
            return
        for named in found:
            if named.name.key == name.key and named.name.row is None and named.container is None:
                named.name, named.container = replace_fields(named.name, source="unknown"), whole

    def _lies_by(self, rows: Rows, towns: Rows) -> bool:
        """Tell whether one of the places is near one of the towns or in its subdivision."""
        admin1 = self.gazetteer.admin1[towns]
        shared = np.isin(self.gazetteer.admin1[rows], admin1[admin1 >= 0])
        return bool(shared.any()) or any(within(self.gazetteer, rows, int(town)).any() for town in towns)

    def _towns(self, name: NameSpan) -> Rows:
        """Return the towns that a name may mean; none where it rather means a land ("Punjab")."""
        rows = self._rows(name)
        people = self.gazetteer.population[rows]
        towns = np.isin(self.gazetteer.feature[rows], _TOWNS)
        large = towns & (people >= _TOWN_SHARE * people.max(initial=0))
        return rows[towns] if bool(large.any()) else rows[:0]

    def _may_contain(self, inner: NameSpan, outer: NameSpan) -> bool:
        """Tell whether some place of the outer name is an area that holds some place of the inner one."""
        outers = self._rows(outer)
        if inner.source in ("spot", "unknown"):
            return bool(len(outers))
        inners = self._rows(inner)
        areas = [row for row in outers if outer.row is not None or int(self.gazetteer.feature[row]) in _AREAS]
        return any(bool((within(self.gazetteer, inners, int(row)) & (inners != row)).any()) for row in areas)

    def _rows(self, name: NameSpan) -> Rows:
        if name.row is not None:
            return np.array([name.row], np.int32)
        return self.gazetteer.rows(name.key)[0] if name.source == "name" else np.empty(0, np.int32)

    def _groups(self, found: list[Named], parse: Parse, text: str) -> list[Group]:
        """Join mentions of one name: one sense a report, unless the text states different containers."""
        stated: dict[str, int] = {}
        groups: dict[_Key, Group] = {}
        for named in found:
            outer = None
            if named.container is not None:
                outer = self._container_row(found[named.container].name, named.name)
                if outer is not None:
                    stated[named.name.key] = outer
            named.group = self._group(groups, named.name, stated.get(named.name.key) if outer is None else outer)
        for named in found:
            later = stated.get(named.name.key)  # the first mention stood bare, a later one tells more: a hint, no proof
            if later is not None and named.group is not None and named.group.inside is None and named.name.row is None:
                named.group.hints = (later,)
        for named in found:
            named.inner = self._inner(groups, named.name, text)
        holders = {named.container for named in found}
        for i, named in enumerate(found):
            if named.group is not None:
                weight = standing_in_text(parse, text, named.name)
                named.group.mentions += weight * (0.3 if i in holders else 1.0)
                named.group.hints = tuple({*named.group.hints, *self._hints(named.name, parse)})
        return list(groups.values())

    def _group(self, groups: dict[_Key, Group], name: NameSpan, outer: int | None) -> Group:
        area = name.level if name.level in ("admin1", "admin2") else ""
        key = (f"={name.row}", None) if name.row is not None else (f"{name.key}|{area}", outer)
        if key not in groups:
            rows = self._rows(name)
            qualities = self.gazetteer.rows(name.key)[1] if name.row is None else np.zeros(1, np.uint8)
            groups[key] = Group(name.key, rows, qualities[: len(rows)], inside=outer, mentions=0.0)
        if name.level and not groups[key].level:
            groups[key].level = name.level
        return groups[key]

    def _inner(self, groups: dict[_Key, Group], name: NameSpan, text: str) -> Group | None:
        """Return the group of the longest listed place at the head or the end of a spot's name."""
        if name.source not in ("spot", "unknown"):
            return None
        words = name.key.split(" ")
        heads = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
        tails = [" ".join(words[n:]) for n in range(1, len(words)) if words[n - 1] in ("of", "de", "in")]
        noun = name.span.of(text).split()[-1]
        described = name.source == "spot" and noun.islower() and noun not in _WORDS.named_after
        for form in heads + tails:
            rows, qualities = self.gazetteer.rows(form)
            if (f"{form}|", None) in groups and len(rows):
                return groups[f"{form}|", None]
            if form in _NOUNS or len(form) < 4 or not len(rows) or form in tails:
                continue
            own = qualities < 2
            if words[-1] in _TOWNS_OWN and int(self.gazetteer.population[rows[own]].max(initial=0)) >= _KNOWN_TOWN:
                groups[f"{form}|", None] = Group(form, rows, qualities, mentions=0.5)
                return groups[f"{form}|", None]
            towns = own & np.isin(self.gazetteer.feature[rows], _TOWNS)
            if described and bool(towns.any()):
                groups[f"{form}|", None] = Group(form, rows[towns], qualities[towns], mentions=0.5)
                return groups[f"{form}|", None]
        return None

    def _container_row(self, outer: NameSpan, inner: NameSpan) -> int | None:
        """Return the likeliest row of a container: an area that holds the inner name, the most populous."""
        rows = self._rows(outer)
        inners = self._rows(inner)
        if len(inners):
            rows = rows[[bool((within(self.gazetteer, inners, int(r)) & (inners != r)).any()) for r in rows]]
        return int(rows[int(self.gazetteer.population[rows].argmax())]) if len(rows) else None

    def _hints(self, name: NameSpan, parse: Parse) -> list[int]:
        """Return areas named by an adjective close ahead: "the northern Iraqi city of Mosul"."""
        tokens = parse.tokens
        for i in range(name.first - 1, max(-1, name.first - 6), -1):
            if tokens[i].sentence != tokens[name.first].sentence or tokens[i].pos in ("VERB", "PUNCT"):
                break
            row = self.gazetteer.demonyms.get(tokens[i].text)
            if row is not None and name.row is None and name.level:
                return [row]
        return []

    def _record(self, i: int, found: list[Named], parse: Parse, text: str, near: Surroundings) -> Toponym:
        named = found[i]
        name, group = named.name, named.group
        if group is None or not len(group.rows) or group.unlisted:
            return self._unlisted(i, found, parse, text, near)
        ranked = group.ranked()
        place = self.gazetteer.place(ranked[0][0])
        others = [(self.gazetteer.place(row), score) for row, score in ranked[1 : 1 + _KEPT_CANDIDATES]]
        unresolved: Unresolved = {}
        if place.geonameid is None:
            unresolved["geonameid"] = "not-in-gazetteer"
        return Toponym(
            span=name.span, text=name.span.of(text), kind=named.kind, geonameid=place.geonameid, name=place.name,
            feature=place.feature, admin1=place.admin1, country=place.country, lat=place.lat, lon=place.lon,
            precision=place.precision, unresolved=unresolved, confidence=self._ranker.confidence([s for _, s in ranked]),
            candidates=tuple(Candidate(geonameid=p.geonameid, name=p.name, score=round(s, 3)) for p, s in others),
        )  # fmt: skip

    def _unlisted(self, i: int, found: list[Named], parse: Parse, text: str, near: Surroundings) -> Toponym:
        """Return a spot or town that the gazetteer lacks: its own name, the point of the place around it."""
        name = found[i].name
        around = near.of(i)
        unresolved: Unresolved = {"geonameid": "not-in-gazetteer"}
        surface = name.span.of(text)
        if (measured := self._measured(i, found, text)) is not None:
            return measured
        if around is None:
            unresolved["lat"] = unresolved["lon"] = unresolved["confidence"] = "no-point"
            return Toponym(span=name.span, text=surface, kind=found[i].kind, name=surface, unresolved=unresolved)
        place = self.gazetteer.place(around)
        return Toponym(
            span=name.span, text=surface, kind=found[i].kind, name=surface, feature=self._unlisted_feature(found[i], parse),
            admin1=place.admin1, country=place.country, lat=place.lat, lon=place.lon,
            precision="town" if place.precision == "venue" else place.precision, unresolved=unresolved,
            confidence=self._ranker.confidence([]),
        )  # fmt: skip

    def _measured(self, i: int, found: list[Named], text: str) -> Toponym | None:
        """Return an unlisted place at the point that a stated distance gives: "Belmora, 40 km north of Gao"."""
        if i + 1 == len(found) or (row := found[i + 1].best()) is None:
            return None
        span, base = found[i].name.span, self.gazetteer.place(row)
        if base.lat is None or base.lon is None:
            return None
        point = measured_point(text[span.end : found[i + 1].name.span.start], (base.lat, base.lon))
        if point is None:
            return None
        return Toponym(
            span=span, text=span.of(text), kind=found[i].kind, name=span.of(text), feature="P", country=base.country,
            lat=point[0], lon=point[1], precision="town", unresolved={"geonameid": "not-in-gazetteer"},
            confidence=self._ranker.confidence([]),
        )  # fmt: skip

    def _unlisted_feature(self, named: Named, parse: Parse) -> str | None:
        """Return "S" for a spot and "PPLX" for a part of the town around it; None where it need not lie there."""
        name = named.name
        words = [t.lower for t in parse.tokens[name.first : name.last]]
        if name.source == "spot" or (len(words) > 1 and is_plain(words)):  # "Government House"
            return "S"
        behind = parse.tokens[name.last - 1 : name.last + 1]
        quarter = any(t.lower in venues().quarters for t in behind)
        return "PPLX" if quarter or named.container is not None else None


__all__ = ["LOCATIVES", "FindToponyms"]
