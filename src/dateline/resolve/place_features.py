"""What speaks for a name being the spot of a happening: the steps in the grammar between them, and what stands around.

Every feature has a readable name ("up:pobj", "by:in", "is:town"); the weights of the names are in `event_places.toml`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import asdict

from dateline.records import Parse, Token, Toponym
from dateline.reference.resolving import resolving_words
from dateline.resolve.clauses import VERBS

Features = dict[str, float]
_DISTANCE = re.compile(r"\b(?:kilomet(?:er|re)s?|km|miles?|hours?|minutes?)\b[^,;.]{0,40}$", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\b(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? of (?:the |the capital |nearby )?$", re.IGNORECASE
)
_AS_FAR_AS = re.compile(r"\bas far (?:away |afield |off )?as (?:the )?$", re.IGNORECASE)
_WORDS = resolving_words().places
_LIGHT_PATHS = (["nsubj"], ["nsubjpass"], ["dobj"])
# Sorts of nouns on the way from a name: "a house in Lima", "the village of Belmora", "the war in Peru".
_SORTS = {noun: sort for sort, nouns in asdict(resolving_words().sorts).items() for noun in nouns}
# Verbs of going and what leads to their goal.
_GOALS = {
    **dict.fromkeys(_WORDS.heading, ("to", "into")),
    **dict.fromkeys(_WORDS.leaving, ("for",)),
    **dict.fromkeys(_WORDS.arriving, ("at", "in")),
}
_FAR = 9  # commas, words and verbs between are counted up to here


@dataclass(frozen=True, slots=True)
class Path:
    """The way through the tree: tokens from the name's head up to the first one above the trigger too, and from there down.

    up, down: without the common token; down runs from the trigger upwards.
    """

    up: tuple[Token, ...]
    common: Token
    down: tuple[Token, ...]


def path_between(parse: Parse, head: Token, trigger: Token) -> Path | None:
    """Return the path from a name's head to a trigger, None when they stand in different trees."""
    above = [trigger, *parse.ancestors(trigger.i)]
    level = {token.i: n for n, token in enumerate(above)}
    up, at = [], head
    while at.i not in level:
        if at.head == at.i:
            return None
        up.append(at)
        at = parse.tokens[at.head]
    return Path(tuple(up), at, tuple(above[: level[at.i]]))


@dataclass(frozen=True, slots=True)
class Scene:
    """One trigger with the names of its sentence.

    others: token numbers of the sentence's other triggers; alike: those of them that are of the trigger's type.
    locative_nouns: nouns such as "city" or "outskirts", through which "of" passes freely. kind: type, or type/mode, of the
    event; the few features that need it ("PROTEST to") are weighted by hand, since the training set has no types.
    """

    parse: Parse
    text: str
    trigger: Token
    names: Sequence[Toponym]
    others: frozenset[int]
    locative_nouns: frozenset[str]
    kind: str = ""
    alike: frozenset[int] = frozenset()

    def features(self) -> list[Features | None]:
        """Return the features of each name, None for one that no path joins to the trigger."""
        heads = [self.parse.head_of(name.span) for name in self.names]
        out: list[Features | None] = []
        for name, head in zip(self.names, heads, strict=True):
            path = path_between(self.parse, head, self.trigger) if head is not None else None
            if head is None or path is None:
                out.append(None)
                continue
            found = Counter(_steps(path))
            found.update(self._prepositions(path))
            found.update(self._between(head))
            found.update(self._on_the_way(path))
            found.update(self._beside(name))
            found.update(self._own(name, head))
            found.update(self._of_type(path))
            out.append({key: float(value) for key, value in found.items()})
        for number, found_here in enumerate(out):
            if found_here is not None:
                found_here.update(self._company(number, heads))
        return out

    def _prepositions(self, path: Path) -> Features:
        """Return the prepositions of the way: the one at the name and the outermost, and what they hang on."""
        found: Features = {}
        words = [t for t in path.up if t.pos in ("ADP", "SCONJ") or t.dep == "prep"]
        if not words:
            return {"by:none": 1.0}
        found[f"by:{words[0].lower}"] = 1.0
        if len(words) > 1:
            found[f"outer:{words[-1].lower}"] = 1.0
        for word in words:
            above = self.parse.tokens[word.head]
            place = above.lemma in self.locative_nouns or above.pos == "PROPN"
            kind = "verb" if above.pos in VERBS else "spot" if place else "noun"
            key = f"{word.lower}<{kind}"
            found[key] = found.get(key, 0.0) + 1.0
        return found

    def _on_the_way(self, path: Path) -> Counter[str]:
        """Return what stands on the way from the name: sorts of nouns, and other happenings of this type or another."""
        found: Counter[str] = Counter()
        for token in path.up:
            if token.pos == "NOUN" and token.lemma in _SORTS:
                found[f"through:{_SORTS[token.lemma]}"] += 1
            if token.i in self.others:
                found["through:act alike" if token.i in self.alike else "through:act"] += 1
        above = self.parse.tokens[path.up[0].head] if path.up else None
        if above is not None and above.pos == "NOUN" and path.up[0].dep in ("amod", "compound", "nmod", "poss"):
            found[f"of:{_SORTS.get(above.lemma, 'noun')}"] += 1
        return found

    def _beside(self, name: Toponym) -> Features:
        """Return what the gazetteer takes the name for, and the word behind it: itself if small, else its part of speech."""
        tokens = self.parse.inside(name.span)
        found = {f"sort:{name.feature}": 1.0}
        if tokens and tokens[-1].i + 1 < len(self.parse.tokens):
            behind = self.parse.tokens[tokens[-1].i + 1]
            found[f"next:{behind.lower if behind.pos in ('ADP', 'PUNCT', 'PART', 'SCONJ') else behind.pos}"] = 1.0
        return found

    def _of_type(self, path: Path) -> Features:
        """Return how the name hangs on a trigger of this type: "PROTEST to", "CONSULT/visit object", "REQUEST opens from"."""
        if not self.kind or not path.up or path.common.i != self.trigger.i:
            return {}
        last = path.up[-1]
        if last.dep in ("prep", "dative", "agent"):
            if any(t.dep not in ("pobj", "conj", "prep") or t.pos == "VERB" for t in path.up[:-1]):
                return {}
            opens = last.i == self.parse.sentences[last.sentence][0]
            return {f"{self.kind} {'opens ' * opens}{last.lower}": 1.0}
        if len(path.up) > 1:  # a noun's own place: "met the envoy in Lima"
            return {}
        role = {"dobj": "object", "nsubjpass": "object", "nsubj": "subject"}.get(last.dep, last.dep)
        return {f"{self.kind} {role}": 1.0}

    def _between(self, head: Token) -> Features:
        first, last = sorted((head.i, self.trigger.i))
        tokens = self.parse.tokens[first + 1 : last]
        nearer = sum(t.i in self.others for t in tokens)
        turns = {f"between:{t.lower}": 1.0 for t in tokens if t.lower in _WORDS.turns}
        return turns | {
            "words": math.log1p(len(tokens)),
            "commas": float(min(_FAR, sum(t.text in ",;" for t in tokens))),
            "verbs": float(min(_FAR, sum(t.pos == "VERB" for t in tokens))),
            "triggers": float(nearer),
            "behind": float(head.i > self.trigger.i),
        }

    def _own(self, name: Toponym, head: Token) -> Features:
        ahead = self.text[max(0, name.span.start - 60) : name.span.start]
        found = {
            f"is:{name.precision or 'unlisted'}": 1.0,
            f"at:{head.dep}": 1.0,
            "distance": float(bool(_DISTANCE.search(ahead))),
            "direction": float(bool(_DIRECTION.search(ahead))),
            "as far as": float(bool(_AS_FAR_AS.search(ahead))),
            "opens": float(head.i - self.parse.sentences[head.sentence][0] <= 3),
        }
        if name.kind == "associative":
            found["associative"] = 1.0
        if self._where(head):
            found["where clause"] = 1.0
        if self._goes_there(head):
            found["goes there first"] = 1.0
        if self._is_of_local_body(head):
            found["local body"] = 1.0
        if name.geonameid is None:
            found["no id"] = 1.0
        return found

    def _where(self, head: Token) -> bool:
        """Tell whether the trigger stands in a clause that says what happened at the name: "Mueda, where rebels ..."."""
        above = {t.i for t in (self.trigger, *self.parse.ancestors(self.trigger.i))}
        return any(
            clause.i in above and any(t.lower == "where" for t in self.parse.tokens[head.i + 1 : clause.i])
            for clause in self.parse.kids(head.i, "relcl", "advcl")
        )

    def _goes_there(self, head: Token) -> bool:
        """Tell whether whoever acts has gone to the name: "flew to Accra to negotiate", "who flew to Accra, will hold talks".

        Or to somebody there: "went to the governor in Accra to protest".
        """
        preposition = self.parse.tokens[head.head]
        host = self.parse.tokens[preposition.head]
        if head.dep == "pobj" and preposition.lower in ("at", "in") and host.dep == "pobj":
            head, preposition = host, self.parse.tokens[host.head]
        gone = self.parse.tokens[preposition.head]
        if head.dep != "pobj" or preposition.lower not in _GOALS.get(gone.lemma, ()):
            return False
        if gone.dep == "relcl":  # the trigger tells of whom the clause is about
            who, act = self.parse.tokens[gone.head], self.trigger
            while act.dep == "xcomp":
                act = self.parse.tokens[act.head]
            return who.head == act.i and who.dep == "nsubj"
        above = [self.trigger, *self.parse.ancestors(self.trigger.i)]
        level = next((n for n, t in enumerate(above) if t.i == gone.i), 0)
        return level > 0 and head.i < self.trigger.i and above[level - 1].dep in ("advcl", "conj", "prep", "xcomp")

    def _is_of_local_body(self, head: Token) -> bool:
        """Tell whether the name owns the local body that acts: "Lima's criminal court freed two men", not "Lima's envoy"."""
        body = self.parse.tokens[head.head]
        acts = body.lemma in _WORDS.local_bodies and body.dep in ("nsubj", "pobj")
        return head.dep == "poss" and acts and self.kind != "speech"

    def _company(self, number: int, heads: Sequence[Token | None]) -> Features:
        """Return how the name stands to the others: a container behind its town, a finer spot elsewhere, how many."""
        here = self.names[number]
        found: Features = {"names": math.log(len(self.names))}
        for other_number, other in enumerate(self.names):
            if other_number == number:
                continue
            between = self.text[min(here.span.end, other.span.end) : max(here.span.start, other.span.start)]
            joined = between.strip() in (",", "in", ", in", "of", "(", "in the", "’s", "'s")
            if joined and other.span.start < here.span.start:
                found["holds the name ahead"] = 1.0
            elif joined:
                found["lies in the name behind"] = 1.0
        head = heads[number]
        later = [
            h
            for h in heads
            if h is not None and head is not None and abs(h.i - self.trigger.i) < abs(head.i - self.trigger.i)
        ]
        found["nearer names"] = float(min(len(later), 4))
        return found


def _steps(path: Path) -> Features:
    found: Counter[str] = Counter()
    for token in path.up:
        found[f"up:{token.dep}"] += 1
        if token.pos in VERBS:
            found["up:verb"] += 1
            if token.lemma in _WORDS.origins:
                found["origin"] += 1
    for token in path.down:
        found[f"down:{token.dep}"] += 1
    if path.down and path.common.lemma in _WORDS.speech:
        found["said"] += 1
        if path.up and path.up[-1].i < path.common.i:
            found["said, ahead"] += 1
    if path.up:
        found[f"joins:{path.up[-1].dep}"] += 1
    if not path.down:
        found["own clause"] += 1
    if [t.dep for t in path.down] in _LIGHT_PATHS and path.common.lemma in _WORDS.light:
        found["light"] += 1
    return dict(found)
