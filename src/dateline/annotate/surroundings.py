"""Which settled place a name that the gazetteer lacks lies in: a spot in its town, a village in its land."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.annotate.name_spans import NameSpan
from dateline.annotate.place_choice import Group
from dateline.annotate.place_context import heads_the_text
from dateline.records import Parse
from dateline.records.annotation import ToponymKind
from dateline.reference.gazetteer import Gazetteer
from dateline.reference.gazetteer.index import FEATURE_NUMBER

_AREAS = frozenset(FEATURE_NUMBER[n] for n in ("PCLI", "ADM1", "ADM2", "RGN", "CONT"))


@dataclass(slots=True)
class Named:
    """A found name on its way to a toponym. container: index of the name that the text states as its container.

    inner: the group of a listed place inside the name of a spot that is not listed ("Cusco" in "Cusco High School").
    """

    name: NameSpan
    kind: ToponymKind
    container: int | None = None
    group: Group | None = None
    inner: Group | None = None

    def best(self) -> int | None:
        """Return the row of the likeliest place, None where none is listed."""
        group = self.group
        return group.best() if group is not None and len(group.rows) and not group.unlisted else None


@dataclass(frozen=True)
class Surroundings:
    """The settled names of one report. around: those of its title and its outlet's name.

    titled: keys of all names in the title and the outlet's name, those that the text has too.
    """

    gazetteer: Gazetteer
    parse: Parse
    text: str
    found: Sequence[Named]
    around: Sequence[Group]
    titled: Collection[str]

    def of(self, i: int) -> int | None:
        """Return the row of the settled place that the unlisted name of number `i` lies in.

        The listed place in its name; the stated container; the literal town ahead of it in the sentence; for a spot the town
        that its paragraph named last, then the one that the report is of; the town that it has named most often so far;
        else one that follows.
        """
        here = self.found[i]
        if here.inner is not None and len(here.inner.rows) and not here.inner.unlisted:
            return here.inner.best()
        if here.container is not None and (row := self.found[here.container].best()) is not None:
            return row
        sentence = self.parse.tokens[here.name.first].sentence
        literal = [n for n in self.found if n is not here and n.kind == "literal" and n.best() is not None]
        literal = [n for n in literal if self._is_town(n)] or literal
        beside = [n for n in literal if self.parse.tokens[n.name.first].sentence == sentence]
        ahead = [n for n in literal if n.name.first < here.name.first]
        near = [n for n in beside if n.name.first < here.name.first][-1:] or self._in_paragraph(here, ahead)
        if not near and self.home is not None and here.name.source == "spot":
            return self.home
        chosen = near or self._foremost(ahead) or beside[:1] or self._foremost(literal)
        return chosen[0].best() if chosen else self.home

    def _in_paragraph(self, here: Named, ahead: Sequence[Named]) -> list[Named]:
        """Return the last town where the paragraph of a spot has put something before it, as a list of at most one."""
        start = self.text.rfind("\n", 0, here.name.span.start) + 1
        towns = [n for n in ahead if n.name.span.start >= start and self._is_town(n) and self._is_scene(n)]
        return towns[-1:] if here.name.source == "spot" else []

    def _is_scene(self, named: Named) -> bool:
        """Tell whether a main clause is at a town: "In Lima they met", unlike "the court in Lima ruled"."""
        head = self.parse.head_of(named.name.span)
        if head is None or head.dep != "pobj":
            return False
        for token in self.parse.ancestors(head.i):
            if token.pos in ("VERB", "AUX"):
                return token.dep in ("ROOT", "conj", "ccomp")
            if token.dep not in ("prep", "pobj"):
                return False
        return False

    @cached_property
    def home(self) -> int | None:
        """Return the town that the report is of: its dateline's, else one in its title or its outlet's name.

        What the title and the outlet name counts only in a country that the text names: "Voice of the Bend" is not of Oregon.
        """
        told = [row for n in self.found if n.name.key not in self.titled and (row := n.best()) is not None]
        lands = {int(self.gazetteer.country[row]) for row in told}
        first = next((n for n in self.found if heads_the_text(self.text, n.name.span)), None)
        rows = [first.best()] if first is not None else []
        beside = [group.best() for group in self.around if len(group.rows) and not group.unlisted]
        beside += [row for n in self.found if n.name.key in self.titled and (row := n.best()) is not None]
        rows += [row for row in beside if not lands or int(self.gazetteer.country[row]) in lands]
        return next((row for row in rows if row is not None and int(self.gazetteer.feature[row]) not in _AREAS), None)

    def _is_town(self, named: Named) -> bool:
        return int(self.gazetteer.feature[named.best() or 0]) not in _AREAS

    def _foremost(self, named: Sequence[Named]) -> list[Named]:
        """Return the place named most often in the country named most often, as a list of at most one.

        Of equals the one in the subdivision that is named most often, then the most populous.
        """
        rows = [n.best() or 0 for n in named]
        lands = Counter(int(self.gazetteer.country[row]) for row in rows)
        regions = Counter(int(self.gazetteer.admin1[row]) for row in rows)
        counts = Counter(rows)

        def standing(row: int) -> tuple[int, int, int, int]:
            land, region = int(self.gazetteer.country[row]), int(self.gazetteer.admin1[row])
            return lands[land], counts[row], regions[region], int(self.gazetteer.population[row])

        return sorted(named, key=lambda n: standing(n.best() or 0))[-1:]
