"""Whether a name is a place here, and whether it stands for the spot or for its people and powers.

Evidence is added up: the parser's entity labels, the words around, what the gazetteer knows. The weights were set by hand
and checked on two thirds of the LGL and GeoWebNews development reports.
"""

from __future__ import annotations

import math
import re

from dateline.annotate.name_grammar import (
    belongs_to,
    called_a_place,
    is_overrun,
    is_taken_by_force,
    joined_to,
    stands_alone,
    where_behind,
)
from dateline.annotate.name_spans import NameSpan, capitalised, is_plain
from dateline.annotate.shown_people import shows_person
from dateline.annotate.town_evidence import (
    DIRECTIONS,
    ENTERING,
    LOCATIVES,
    MISTAKEN_LABELS,
    PLACE_LABELS,
    STRICT_LOCATIVES,
    TAKING,
    TRUSTING,
    TownEvidence,
)
from dateline.records import Token
from dateline.records.annotation import ToponymKind
from dateline.reference.actors import registry
from dateline.reference.gazetteer import names
from dateline.reference.gazetteer.supplement import context_words, venues

_OTHER_LABELS = frozenset(
    ("DATE", "TIME", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE", "CARDINAL", "MONEY", "ORDINAL")
)
_WORDS = context_words()
_GONE_THROUGH = frozenset("in near outside inside at through across above throughout into".split())
_KNOWN_CITY = 200_000
_TOWN = 50_000
_ACCEPT = 0.9
_BY_ANOTHER = 1.2
_DATELINE = 80  # characters
_AGENCY = re.compile(r"[^\n(]{2,60}[,\d]\s*\(([^()\n]{2,40})\)\s*\.?\s*[-–—:]")
_LONGEST_TITLE = 5  # words behind a name that still are of one organisation's
_DIRECTION_AHEAD = re.compile(
    r"\b(?:north|south|east|west)-?(?:east|west)? of (?:the )?(?:\w+ )?(?:(?:city|town) of )?$"
)
_LIKENESS_AHEAD = re.compile(r"\b(?:bust|effigy|effigies|likeness|portrait|statue)s? of (?:\w+ )?$")
_DATE_BEHIND = re.compile(
    r"""
      ,\s (?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | \d{1,2}\s
            | (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \.?\s\d )
    """,
    re.VERBOSE,
)


class Evidence(TownEvidence):
    """What one report tells about its names: which are places here, and of what kind."""

    def wanted(self, name: NameSpan) -> bool:
        """Tell whether the candidate is a place in this text."""
        if self._is_agency(name) or (name.last == name.first + 1 and shows_person(self.parse.tokens, name.first)):
            return False
        if name.source == "demonym":
            return self._demonym(name)
        if name.source == "short":
            return True
        if name.source == "unknown":
            limit = -0.5 if name.last - name.first > 1 else -1.5  # two words may be a person's name
            called = 2.0 * (name.level == "town") + 3.0 * called_a_place(self.parse, name.first)
            return self._label_score(name) + called > limit
        return (self._spot_score(name) if name.source == "spot" else self._score(name)) >= _ACCEPT

    def _is_agency(self, name: NameSpan) -> bool:
        """Tell whether the name is the agency's in the brackets of a dateline: "LIMA, May 3 (Belmora) - "."""
        line = self.text.rfind("\n", 0, name.span.start) + 1
        head = _AGENCY.match(self.text, line) if name.span.start - line < _DATELINE else None
        return head is not None and head.start(1) <= name.span.start < head.end(1)

    def _demonym(self, name: NameSpan) -> bool:
        label, first, last = self.labels.get(name.first, ("", 0, 0))
        ahead = self.parse.tokens[name.first - 1].text if name.first else ""
        if f"{ahead} {name.span.of(self.text)}" in self.gazetteer.demonyms:
            return False  # "the Fourth Latin American Meeting" is not of the United States
        behind = self.parse.tokens[name.last : name.last + 1]
        of_land = name.row is not None and self.gazetteer.country_code(name.row) is not None
        if not of_land and any(t.pos == "PROPN" and capitalised(t) for t in behind):
            return False  # "the European Union", "the African Development Bank": a body's name
        return label not in ("PERSON", "LANGUAGE") or last - first == name.last - name.first

    def _score(self, name: NameSpan) -> float:
        token, single = self.parse.tokens[name.first], name.last == name.first + 1
        score = self._label_score(name) + self._neighbour_score(name) + self._gazetteer_score(name)
        belongs = belongs_to(self.parse, name.first)
        joined = joined_to(self.parse, self.parse.head_of(name.span), self.known | self.placed)
        held = bool(name.level) and self._held(name.first)
        score += 1.5 * (self.before(name.first) is not None or belongs or joined or held) + 2.0 * bool(name.level)
        score += 2.0 * called_a_place(self.parse, name.first)
        score += (
            1.0 * (not single)
            + 1.0 * self._says_its_level(name)
            + 1.5 * self._heads_a_line(name)
            + 2.5 * self._dates_a_line(name)
            + 1.5 * (name.key in self.placed or name.key in self.known)
        )
        score += 2.0 * (_DIRECTION_AHEAD.search(self.text[max(0, name.span.start - 40) : name.span.start]) is not None)
        score -= 3.0 * (_LIKENESS_AHEAD.search(self.text[max(0, name.span.start - 30) : name.span.start]) is not None)
        head = self.parse.head_of(name.span)
        taken = name.key not in venues().peoples_names and is_taken_by_force(self.parse, head)
        overrun = taken or is_overrun(self.parse, head)
        overrun = overrun and stands_alone(self.parse, name.first, name.last)
        somebody = (
            self.labels.get(name.first, ("",))[0] == "PERSON"
            and name.key not in (self.known | self.placed) - self.people
        )
        score += 2.5 * (overrun or (self._struck(name) and not somebody))
        score += 1.5 * where_behind(self.parse, name.last)
        score += 0.8 * self._stood_in(name) + 2.0 * (self._level_ahead(name.first) and not name.level)
        if single and token.pos not in ("PROPN", "X") and self.labels.get(name.first, ("",))[0] not in PLACE_LABELS:
            score -= 2.0
        if (
            single
            and _acronym(token)
            and self.labels.get(name.first, ("",))[0] not in PLACE_LABELS
            and not self._dateline(name)
        ):
            score -= 3.0
        score -= self.somebodys(name)
        tips = _ACCEPT - _BY_ANOTHER <= score < _ACCEPT  # looked up only where it decides
        return score + _BY_ANOTHER if tips and self.lies_about(name) else score

    def _says_its_level(self, name: NameSpan) -> bool:
        """Tell whether the name ends in a word of level: "Lamar County"."""
        last = self.parse.tokens[name.last - 1].lower
        return name.last > name.first + 1 and last in venues().admin1 | venues().admin2

    def _heads_a_line(self, name: NameSpan) -> bool:
        """Tell whether the name is in capitals with a dash or colon behind, as datelines are, or a party's: "D-Oakland"."""
        ahead, behind = (
            self.text[max(0, name.span.start - 2) : name.span.start],
            self.text[name.span.end : name.span.end + 2],
        )
        if ahead in ("R-", "D-", "I-"):
            return True
        capitals = name.span.of(self.text).isupper() and len(name.span) > 3
        return capitals and (behind[:1] == ":" or behind.strip()[:1] in ("-", "–", "—"))

    def _dateline(self, name: NameSpan) -> bool:
        """Tell whether the name opens a paragraph and a mark of a dateline follows."""
        ahead = self.text[max(0, name.span.start - 1) : name.span.start]
        return ahead in ("", "\n") and self.text[name.span.end : name.span.end + 3].strip()[:1] in (
            ",",
            "(",
            "—",
            "-",
            "–",
        )

    def _dates_a_line(self, name: NameSpan) -> bool:
        """Tell whether the name opens a line and a date follows: "Belmora, Friday 16 September 2016"."""
        ahead, behind = self.text[max(0, name.span.start - 1) : name.span.start], self.text[name.span.end :][:40]
        return ahead in ("", "\n") and _DATE_BEHIND.match(behind) is not None

    def _label_score(self, name: NameSpan) -> float:
        label, first, last = self.labels.get(name.first, ("", 0, 0))
        whole = (first, last) == (name.first, name.last)
        if label in PLACE_LABELS:
            return 2.0
        if label in ("PERSON", "ORG") and whole and (self._is_gone_through(name) or belongs_to(self.parse, name.first)):
            return 0.0
        if label in ("PERSON", "ORG") and whole and self._is_known_city(name):
            return 0.2
        if label in MISTAKEN_LABELS and self._is_nothing_else(name):
            return 0.5
        if label == "PERSON":
            if self._names_a_body(name):
                return -0.6
            if whole and last == first + 1 and self._is_nobodys(name):
                return -0.5  # a person is told with a first name somewhere
            return -1.0 if whole else -3.0
        if label == "ORG":
            return -0.2 if whole else -0.6
        return -1.5 if label in _OTHER_LABELS else 0.0

    def _is_nobodys(self, name: NameSpan) -> bool:
        """Tell whether a name that nobody in the text bears stands behind a word of place, or ahead of "where"."""
        ahead = self.before(name.first)
        placed = (ahead is not None and ahead.lower in STRICT_LOCATIVES) or where_behind(self.parse, name.last)
        return placed and name.key not in self.surnames | venues().peoples_names

    def _is_gone_through(self, name: NameSpan) -> bool:
        """Tell whether a word stands ahead that no person or body follows: "through Belmora", "at Belmora"."""
        tokens = self.parse.tokens
        head = self.parse.head_of(name.span)
        if not name.first or head is None or head.dep not in ("pobj", "conj"):
            return False
        ahead = tokens[name.first - 1]
        return (
            ahead.lower in _GONE_THROUGH and tokens[ahead.head].lemma not in TRUSTING and name.key not in self.surnames
        )

    def _is_known_city(self, name: NameSpan) -> bool:
        """Tell whether the name is a big city's and nobody's: what the parser calls it says little."""
        people, _, only_alternate = self.gazetteer.standing(name.key)
        return people >= _KNOWN_CITY and not only_alternate and name.key not in venues().peoples_names

    def _is_nothing_else(self, name: NameSpan) -> bool:
        """Tell whether a name that stands alone is a larger town's of one country only, and no part of anybody's name."""
        tokens, head = self.parse.tokens, self.parse.head_of(name.span)
        beside = [tokens[i] for i in (name.first - 1, name.last) if 0 <= i < len(tokens)]
        beside = [t for t in beside if t.sentence == tokens[name.first].sentence]
        if head is None or head.pos != "PROPN" or head.dep == "compound" or head.text.isupper():
            return False
        if any((t.pos in ("PROPN", "DET", "X") and t.text != ",") or t.text in ("#", "(") for t in beside):
            return False
        if name.key in venues().peoples_names | self.people or self.gazetteer.standing(name.key)[0] < _TOWN:
            return False
        return len({int(self.gazetteer.country[row]) for row in self.gazetteer.rows(name.key)[0]}) == 1

    def _neighbour_score(self, name: NameSpan) -> float:
        tokens, score = self.parse.tokens, 0.0
        if name.first:
            ahead = tokens[name.first - 1]
            adjacent = ahead.sentence == tokens[name.first].sentence
            if adjacent and ahead.lower.rstrip(".") in _WORDS.titles:
                score -= 2.5
            elif adjacent and ahead.pos == "PROPN" and ahead.lower not in DIRECTIONS and ahead.text[0].isupper():
                score -= 4.0 if is_plain([ahead.lower, name.key]) else 1.5
        if self._in_an_organisation(name):
            return -4.0
        if name.last < len(tokens) and tokens[name.last].sentence == tokens[name.first].sentence:
            behind = tokens[name.last]
            if behind.text in ("'s", "’s") and name.last + 1 < len(tokens) and tokens[name.last + 1].text == "Day":
                return -3.0
            if behind.pos == "PROPN" and capitalised(behind) and behind.text[0].isalpha():
                plain = is_plain([name.key, behind.lower])  # "City Hall" is in no town called City or Hall
                score += -4.0 if plain else 0.8 if self._names_a_body(name) else -1.2
            elif behind.text == "," and self._container_behind(name.last + 1):
                score += 3.0
        return score

    def _in_an_organisation(self, name: NameSpan) -> bool:
        """Tell whether the name is part of an organisation's: "Bank of Cyprus", "Lima Times"."""
        tokens, words = self.parse.tokens, venues().organisations
        if any(actor.country is None for actor in registry().find(name.span.of(self.text))):
            return True  # "the Red Cross": of no country, so no place either
        if name.last < len(tokens) and tokens[name.last].lower in words and capitalised(tokens[name.last]):
            return True
        of = name.first - 1
        while of > max(1, name.first - 3) and (tokens[of].lower == "the" or capitalised(tokens[of])):
            of -= 1
        if of < 1 or tokens[of].lower != "of":
            return False
        words = words | venues().unions if of < name.first - 1 else words  # "the Army of the Two Rivers"
        return tokens[of - 1].lower in words and capitalised(tokens[of - 1])

    def calls_a_body(self, name: NameSpan) -> bool:
        """Tell whether a name is the last word of an organisation's that the text writes out: "the League", "the Front"."""
        words = venues().organisations | venues().unions
        if name.key not in words or name.last != name.first + 1:
            return False
        others = (t for t in self.parse.tokens if t.lower == name.key and t.i != name.first and capitalised(t))
        return any(self._ends_a_name(t) for t in others)

    def _ends_a_name(self, token: Token) -> bool:
        """Tell whether further capitals stand ahead of a word: "Forward League", "Workers' League"."""
        first = self.parse.sentences[token.sentence][0]
        ahead = [t for t in self.parse.tokens[max(first, token.i - 2) : token.i] if t.tag != "POS"]
        return bool(ahead) and capitalised(ahead[-1]) and ahead[-1].pos != "DET"

    def _opens_a_title(self, name: NameSpan) -> bool:
        """Tell whether further capitals behind the name end in an organisation's word: "Northern Hills Army"."""
        tokens, words = self.parse.tokens, venues().organisations | venues().unions
        behind = tokens[name.last : name.last + _LONGEST_TITLE]
        end = next((k for k, token in enumerate(behind) if capitalised(token) and token.lower in words), -1)
        return end >= 0 and all(token.entity == "ORG" for token in (tokens[name.last - 1], *behind[: end + 1]))

    def _names_a_body(self, name: NameSpan) -> bool:
        """Tell whether a public body named after the place follows: "Alexandria Police"."""
        tokens = self.parse.tokens
        if name.last >= len(tokens) or tokens[name.last].sentence != tokens[name.first].sentence:
            return False
        return capitalised(tokens[name.last]) and tokens[name.last].lower in venues().public

    def _container_behind(self, i: int) -> bool:
        """Tell whether a country, subdivision or short form of one begins at token `i`."""
        tokens = self.parse.tokens
        if i >= len(tokens) or not capitalised(tokens[i]):
            return False
        for end in (tokens[i].end + 1, tokens[i].end):
            if self.text[tokens[i].start : end] in self.gazetteer.behind_a_place:
                return True
        for last in (i + 3, i + 2, i + 1):
            if last <= len(tokens):
                rows, _ = self.gazetteer.rows(names.key(self.text[tokens[i].start : tokens[last - 1].end]))
                if len(rows) and any(1 <= int(self.gazetteer.feature[row]) <= 2 for row in rows):
                    return True
        return False

    def _gazetteer_score(self, name: NameSpan) -> float:
        people, area, only_alternate = self.gazetteer.standing(name.key)
        score = max(-1.0, min(1.2, 0.35 * (math.log10(people + 1) - 3.5)))
        return score + 1.5 * area - 0.8 * (only_alternate and not self._is_nothing_else(name))

    def _spot_score(self, name: NameSpan) -> float:
        label, _, last = self.labels.get(name.first, ("", 0, 0))
        tail = self.parse.tokens[name.last - 1].lower
        score = {"FAC": 2.0, "LOC": 1.5, "GPE": 1.0, "ORG": 0.0}.get(label, 0.0)
        score += 1.2 * (self.before(name.first) is not None or self._held(name.first))
        score += 1.0 * (self.parse.tokens[name.first].lower in venues().ahead)
        score += 1.2 * belongs_to(self.parse, name.first)
        score -= 1.2 * is_plain(name.key.split())
        score += 1.2 * self._struck(name)
        person = label == "PERSON" and not self._has_article(name.first)
        if person and last >= name.last and tail not in venues().unmistakable:
            score -= 3.0
        stands = self.before(name.first) is not None or self._struck(name)
        if tail in venues().institutions and label != "FAC" and not stands:
            score -= 2.0
        return score

    def _held(self, first: int) -> bool:
        """Tell whether a place has the name as one of its own: "Lima's Belmora district"."""
        tokens = self.parse.tokens
        if first < 2 or tokens[first - 1].lower not in ("'s", "’s") or not capitalised(tokens[first - 2]):
            return False
        known = names.key(tokens[first - 2].text) in self.known | self.placed
        return known or self.labels.get(first - 2, ("",))[0] in ("GPE", "LOC")

    def _has_article(self, first: int) -> bool:
        """Tell whether "the" stands ahead, past adjectives, which a person's name does not take: "the disputed Belmora Gorge"."""
        tokens, i = self.parse.tokens, first - 1
        while i > 0 and tokens[i].dep == "amod":
            i -= 1
        return i >= 0 and tokens[i].lower == "the" and tokens[i].sentence == tokens[first].sentence

    def _struck(self, name: NameSpan) -> bool:
        """Tell whether the name is what is struck, taken or visited."""
        head = self.parse.head_of(name.span)
        if head is None or head.dep not in ("dobj", "nsubjpass"):
            return False
        return self.parse.tokens[head.head].lemma in _WORDS.struck | TAKING | ENTERING

    def kind(self, name: NameSpan) -> ToponymKind:
        """Tell whether the name stands for the spot (literal) or for its people, powers and bodies (associative)."""
        if name.source == "demonym":
            return "associative"
        tokens = self.parse.tokens
        head = self.parse.head_of(name.span) or tokens[name.first]
        behind = tokens[name.last] if name.last < len(tokens) else None
        if behind is not None and behind.sentence == tokens[name.first].sentence:
            after = tokens[name.last + 1].lower if name.last + 1 < len(tokens) else ""
            if behind.text in "-–‐" and after in _WORDS.affiliated:
                return "associative"
            if self._opens_a_title(name) or (self._names_a_body(name) and name.source != "spot"):
                return "associative"
        if head.dep in ("nsubj", "nsubjpass") and tokens[head.head].lemma in _WORDS.powers:
            return "associative"
        if head.dep in ("dobj", "nsubj") and self._is_addressed(head):
            return "associative"
        if head.dep == "pobj" and tokens[head.head].lower == "by":
            return "associative"
        if head.dep in ("compound", "amod", "nmod") and self._is_country(name) and not _is_spot(tokens[head.head]):
            return "associative"
        if head.dep == "poss" and not self._locative_noun(tokens[head.head]):
            return "associative"
        return "literal"

    def _is_addressed(self, head: Token) -> bool:
        """Tell whether somebody is blamed, asked or thanked: the object, or the subject of what is asked of it."""
        verb = self.parse.tokens[head.head]
        above = self.parse.tokens[verb.head]
        asked = head.dep == "nsubj" and verb.dep in ("ccomp", "xcomp") and above.lemma in _WORDS.addressed
        return asked or (head.dep == "dobj" and verb.lemma in _WORDS.addressed)

    def _is_country(self, name: NameSpan) -> bool:
        rows = [name.row] if name.row is not None else self.gazetteer.rows(name.key)[0]
        return any(self.gazetteer.place(int(row)).feature == "PCLI" for row in rows)

    def _locative_noun(self, noun: Token) -> bool:
        """Tell whether a possessed noun names a spot, or hangs on a word of place: "at Tehran's main prayer hall"."""
        return _is_spot(noun) or (noun.dep == "pobj" and self.parse.tokens[noun.head].lower in LOCATIVES)


def _acronym(token: Token) -> bool:
    return token.text.isupper() and len(token.text) <= 5


def _is_spot(noun: Token) -> bool:
    words = venues()
    return any(noun.lower in kind for kind in (words.behind, words.town, words.admin1, words.admin2))
