"""What stands around the names of a report, and which names that no list has are towns: "in Belmora", "captured Belmora"."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, takewhile

import numpy as np
from numpy.typing import NDArray

from dateline.annotate.name_grammar import belongs_to, is_overrun, is_taken_by_force, stands_alone, where_behind
from dateline.annotate.name_spans import NEVER_ALONE, NameSpan, capitalised, names_owner
from dateline.annotate.place_distance import is_measured
from dateline.records import Entity, Parse, Span, Token
from dateline.reference.gazetteer import Gazetteer, names
from dateline.reference.gazetteer.index import FEATURE_NUMBER, Rows
from dateline.reference.gazetteer.supplement import context_words, venues

PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
LOCATIVES = frozenset(
    "in at near outside inside around from to towards toward into across through throughout via between over off within "
    "beyond along onto upon on above beside past amid".split()
)
STRICT_LOCATIVES = frozenset("in at near outside inside around from across through into toward towards between".split())
_WORDS = context_words()
DIRECTIONS = _WORDS.directions
TRUSTING = _WORDS.trusting
TAKING = _WORDS.taking
ENTERING = _WORDS.entering
_OPEN_LABELS = PLACE_LABELS | {""}
# What the parser's small model calls a town that it does not know.
MISTAKEN_LABELS = _OPEN_LABELS | {"PERSON", "ORG", "NORP"}
_TOWNS = [FEATURE_NUMBER[n] for n in ("P", "PPLC")]
_LARGER = 50_000  # inhabitants
_PARTS = ("amod", "compound", "nmod")
_RARE = 3  # places of one name
_NEAR_DEGREES = 0.9  # some 100 km
_STOOD = frozenset("around in near outside inside".split())
_WAYS = frozenset("to from towards toward into through for".split())


Floats = NDArray[np.float64]


@dataclass(frozen=True)
class TownEvidence:
    """What one report tells about its names, and about those that no list has.

    known: keys of names that a first look took for places.
    """

    gazetteer: Gazetteer
    parse: Parse
    text: str
    known: frozenset[str] = frozenset()

    @cached_property
    def labels(self) -> dict[int, tuple[str, int, int]]:
        """Return label, first and last token of the entity that covers a token, by token."""
        return {i: (e.label, e.first, e.last) for e in self.parse.entities for i in range(e.first, e.last)}

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Return the last words of the report's names of people."""
        tokens = self.parse.tokens
        return frozenset(
            names.key(tokens[j].text)
            for e in self.parse.entities
            if e.label == "PERSON" and e.last - e.first > 1
            for j in range(e.first + 1, e.last)
            if tokens[j].text[0].isupper()
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """Return all words of the report's names of people that have more than one."""
        people = [e for e in self.parse.entities if e.label == "PERSON" and e.last - e.first > 1]
        return frozenset(names.key(t.text) for e in people for t in self.parse.tokens[e.first : e.last])

    def somebodys(self, name: NameSpan) -> float:
        """Return how much speaks for a name's being a person's: one whom the text names in full, or who governs.

        "Clifton's holiday home" where a Paul Clifton is told of, and nothing is in or near it; "the Clifton administration".
        """
        if name.last != name.first + 1:
            return 0.0
        called_place = self.labels.get(name.first, ("",))[0] in PLACE_LABELS
        if name.key in self.surnames and not called_place:
            return 2.0
        borne = name.key in self.surnames or name.key in self._titled
        return 5.0 if borne and not self._is_stood_in(name.key) else 0.0

    @cached_property
    def _titled(self) -> frozenset[str]:
        """Return names behind a title or before "administration": "President Roe", "the Roe administration"."""
        tokens = self.parse.tokens
        ahead = (b for a, b in pairwise(tokens) if a.lower.rstrip(".") in _WORDS.titles and a.text[0].isupper())
        ruling = (a for a, b in pairwise(tokens) if b.lower in _WORDS.of_rulers)
        small = (t for t in ruling if self.gazetteer.standing(names.key(t.text))[0] < _LARGER)
        return frozenset(names.key(t.text) for t in (*ahead, *small) if t.pos == "PROPN" and capitalised(t))

    def _is_stood_in(self, key: str) -> bool:
        """Tell whether something is in or near what has the name, somewhere in the report, or a land stands behind it."""
        named = [t for t in self.parse.tokens if names.key(t.text) == key and capitalised(t)]
        return any(self._is_where(t) for t in named)

    def _is_where(self, token: Token) -> bool:
        tokens = self.parse.tokens
        ahead, behind = tokens[token.i - 1], tokens[token.i + 1 : token.i + 3]
        owns = bool(behind) and behind[0].text in ("'s", "’s", "'", "’")
        held = len(behind) > 1 and behind[0].text == "," and behind[1].entity == "GPE"
        return (token.i > 0 and ahead.lower in _STOOD and not owns) or held

    @cached_property
    def placed(self) -> frozenset[str]:
        """Return keys of names that the parser calls a place somewhere in the report, behind a word of place."""
        return frozenset(
            names.key(e.span.of(self.text))
            for e in self.parse.entities
            if e.label in ("GPE", "LOC") and self.before(e.first) is not None
        )

    @cached_property
    def _about(self) -> tuple[Rows, Floats]:
        """Return the largest place of each known name, areas aside, and where it is."""
        rows = [largest for key in self.known if (largest := self._largest(key)) is not None]
        return np.array(rows, np.int32), self._points(np.array(rows, np.int32))

    def _largest(self, key: str) -> int | None:
        rows, qualities = self.gazetteer.rows(key)
        rows = rows[(qualities < 2) & np.isin(self.gazetteer.feature[rows], _TOWNS)]
        return int(rows[int(self.gazetteer.population[rows].argmax())]) if len(rows) else None

    def _points(self, rows: Rows) -> Floats:
        return np.stack([self.gazetteer.lat[rows], self.gazetteer.lon[rows]], axis=1).astype(np.float64)

    def lies_about(self, name: NameSpan) -> bool:
        """Tell whether a rare name that stands alone, and is nobody's here, is a town's by another town of the report."""
        rows, head = self.gazetteer.rows(name.key)[0], self.parse.head_of(name.span)
        if not 0 < len(rows) <= _RARE or name.key in self.people | venues().peoples_names | _WORDS.titles:
            return False
        if head is None or (head.dep in ("nsubj", "nsubjpass") and self.labels.get(name.first, ("",))[0] == "PERSON"):
            return False
        others, points = self._about
        rows = rows[np.isin(self.gazetteer.feature[rows], _TOWNS)]
        if not stands_alone(self.parse, name.first, name.last) or not len(rows) or not len(others):
            return False
        away = np.abs(self._points(rows)[:, None, :] - points[None, :, :]) * [1.0, math.cos(math.radians(points[0, 0]))]
        return bool(((away < _NEAR_DEGREES).all(axis=2) & (rows[:, None] != others[None, :])).any())

    def before(self, first: int) -> Token | None:
        """Return the word of place ahead of a name, past articles, adjectives and directions; None where there is none."""
        tokens, i = self.parse.tokens, first - 1
        while i >= 0 and first - i <= 4 and tokens[i].sentence == tokens[first].sentence:
            token = tokens[i]
            if token.lower in LOCATIVES:
                return token
            told = token.pos in ("DET", "ADJ", "ADV") or token.dep == "amod"  # "in the disputed Belmora"
            if not told and token.lower not in DIRECTIONS and not token.text.isdigit():
                return None
            i -= 1
        return None

    def unlisted_town(self, entity: Entity) -> bool:
        """Tell whether the parser's place, which no list has, stands as a spot: "in Belmora", not "respects to Roe"."""
        tokens = self.parse.tokens
        if self._level_ahead(entity.first) or belongs_to(self.parse, entity.first):
            return capitalised(tokens[entity.last - 1])
        head = self.parse.head_of(entity.span)
        if is_overrun(self.parse, head) or is_taken_by_force(self.parse, head):
            return stands_alone(self.parse, entity.first, entity.last)
        ahead = self.before(entity.first)
        behind = tokens[entity.last].text if entity.last < len(tokens) else ""
        if ahead is None or ahead.lower not in STRICT_LOCATIVES or behind in ("'s", "’s"):
            return False
        key = names.key(entity.span.of(self.text))
        return capitalised(tokens[entity.last - 1]) and key not in self.surnames | NEVER_ALONE

    def is_a_bodys(self, name: NameSpan) -> bool:
        """Tell whether a name is that of people or a ship: "the Belmora gang", "the ferry Belmora", "at a Mass".

        A larger town's or a land's stays one: "the Medellin cartel".
        """
        head = self.parse.head_of(name.span)
        if head is None or name.source not in ("name", "spot", "unknown") or self._is_well_known(name):
            return False
        above, ahead = self.parse.tokens[head.head], self.parse.tokens[max(0, name.first - 1)]
        whose = head.dep in _PARTS and head.i < above.i and above.lemma in venues().groups and above.text.islower()
        ship = name.first > 0 and ahead.pos == "NOUN" and ahead.lemma in venues().vessels
        one = name.source == "unknown" and ahead.lower in ("a", "an") and head.dep not in _PARTS
        return whose or ship or one

    def _is_well_known(self, name: NameSpan) -> bool:
        """Tell whether the name is a larger town's or an area's, or one that the parser takes for a place."""
        if name.source != "name":
            return False
        people, area, _ = self.gazetteer.standing(name.key)
        return people >= _LARGER or bool(area) or self.labels.get(name.first, ("",))[0] in PLACE_LABELS

    def named_again(self, first: int, last: int) -> bool:
        """Tell whether a name that was a place before stands as one again: behind a word of place, or called one."""
        called = self.labels.get(first, ("", 0, 0))[0] in ("GPE", "LOC") and last == first + 1
        ahead = self.before(first)
        stands = called or (ahead is not None and ahead.lower in STRICT_LOCATIVES) or belongs_to(self.parse, first)
        overrun = is_overrun(self.parse, self.parse.tokens[last - 1])
        return (stands or overrun or where_behind(self.parse, last)) and stands_alone(self.parse, first, last)

    def _level_ahead(self, first: int) -> bool:
        """Tell whether a word of level stands right ahead: "the capital X", "the region of X"."""
        tokens = self.parse.tokens
        i = first - 2 if first >= 2 and tokens[first - 1].lower in ("of", "called", "named") else first - 1
        if i < 0 or tokens[i].sentence != tokens[first].sentence:
            return False
        words = venues()
        return not names_owner(self.parse, i) and tokens[i].lower in words.town | words.admin1 | words.admin2

    def _stands(self, first: int) -> bool:
        """Tell whether a word ahead puts something there: "in X", "near X", "an attack on X"."""
        tokens = self.parse.tokens
        ahead = tokens[first - 1]
        return ahead.lower in _STOOD or (ahead.lower in ("on", "of") and tokens[ahead.head].lemma in _WORDS.attacks)

    def _stood_in(self, name: NameSpan) -> bool:
        """Tell whether somebody is in or near the name, and it ends there: "in Belmora", not "in Belmora Motors"."""
        tokens = self.parse.tokens
        if not name.first or not self._stands(name.first):
            return False
        head = self.parse.head_of(name.span)
        if head is None or head.dep != "pobj" or tokens[tokens[head.head].head].lemma in TRUSTING:
            return False
        behind = tokens[name.last] if name.last < len(tokens) else None
        return behind is None or behind.pos not in ("NOUN", "PROPN", "PART")

    def _is_told_a_town(self, head: Token) -> bool:
        """Tell whether what is done to it or said of it makes a name a town's: "shelled Belmora", "hit Belmora, a village"."""
        called = (t for t in self.parse.kids(head.i, "appos") if t.lower in venues().town)
        return is_overrun(self.parse, head) or (head.dep == "dobj" and next(called, None) is not None)

    def taken_town(self, first: int) -> Span | None:
        """Return the span of a bare name that is taken, entered or stood in: "captured Belmora", "at Belmora".

        For names that neither the list nor the parser's labels know; first: the name's first token.
        """
        tokens = self.parse.tokens
        if tokens[first].pos != "PROPN":
            return None
        run = self._capitals(first)
        if not run or len(run) > 3 or first == 0:
            return None
        measured = is_measured(self.text[run[-1].end :][:60])
        beside = self._stands(first) or tokens[first - 1].lower in ("at", "through", "above", "off")
        beside = beside or where_behind(self.parse, run[-1].i + 1)
        stands = beside or self._moves(tokens[first - 1]) or self._joined(tokens[first])
        entered = (run[-1].dep == "dobj" and tokens[run[-1].head].lemma in ENTERING) or self._is_told_a_town(run[-1])
        labels = MISTAKEN_LABELS if stands or entered else _OPEN_LABELS
        run = run if measured else list(takewhile(lambda t: t.entity in labels, run))
        if not run:
            return None
        ahead, head = tokens[first - 1], run[-1]
        taken = entered or (head.dep == "dobj" and tokens[head.head].lemma in TAKING and head.entity in _OPEN_LABELS)
        taken = taken or (
            head.dep == "dobj" and tokens[head.head].lemma in _WORDS.struck and head.entity in PLACE_LABELS
        )
        stood = beside and head.dep == "pobj" and tokens[ahead.head].lemma not in TRUSTING
        stood = stood or (head.dep == "pobj" and self._moves(ahead)) or self._joined(head)
        ends = head.i + 1 == len(tokens) or not tokens[head.i + 1].text.startswith(("'", "’"))
        span = Span(tokens[first].start, head.end)
        known_word = names.key(span.of(self.text)) in self.surnames | NEVER_ALONE
        return span if (taken or stood or measured) and ends and not known_word and not head.text.isupper() else None

    def _capitals(self, first: int) -> list[Token]:
        """Return the capitalised proper nouns from a token on, within its sentence."""
        rest = self.parse.tokens[first : self.parse.sentences[self.parse.tokens[first].sentence][1]]
        return list(takewhile(lambda t: t.pos == "PROPN" and capitalised(t), rest))

    def _joined(self, head: Token) -> bool:
        """Tell whether a name is joined to a place that somebody is in: "in Almora and Belmora"."""
        first = self.parse.tokens[head.head]
        ahead = self.before(first.i)
        stands = ahead is not None and ahead.lower in STRICT_LOCATIVES
        return head.dep == "conj" and stands and names.key(first.text) in self.known

    def _moves(self, ahead: Token) -> bool:
        """Tell whether a word says where somebody or something goes: "fled to Belmora", "the road from Belmora"."""
        return ahead.lower in _WAYS and self.parse.tokens[ahead.head].lemma in _WORDS.moving
