"""The cast of one report: its named people and bodies, each once, with all spellings, short forms and what is said of them.

Built once a report from the named entities, hashtags and "Long Name (LN)" pairs; the stage asks it who a name means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.records import Parse, Token
from dateline.reference.actors import Actor, Registry, fold, slug
from dateline.reference.resolving import resolving_words
from dateline.reference.roles import Roles
from dateline.resolve.names import same_person, sound, words_of

_PAIR = re.compile(
    r"(?<!\w)((?:[A-Z][\w’'-]*)(?:\s+(?:of|the|and|for|on|in|de|del|da|do|y|des|du|&|[A-Z][\w’'-]*)){1,9})"
    r"\s+\(([A-Z][A-Za-z&-]{1,9})\)"
)
_KNOWN_AS = re.compile(
    r"(?<!\w)((?:[A-Z][\w’'-]*)(?:\s+(?:of|the|and|for|[A-Z][\w’'-]*)){1,6})(?:\s+\([A-Z]+\))?"
    r",?\s+(?:also|better|commonly) known as\s+(?:the\s+)?((?:[A-Z][\w’'-]*)(?:[\s-]+(?:of|al|el|[A-Z][\w’'-]*)){0,5})"
)
_HASHTAG = re.compile(r"#(\w+)")
_CAMEL = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WORDS = resolving_words().people


@dataclass(slots=True)
class Member:
    """One named person or body of the report while the cast is gathered.

    name: the fullest spelling so far. last: offset of the latest mention. nouns: what the text calls it ("union",
    "minister"), each with the offset where it first does.
    """

    name: str
    person: bool
    first: int
    last: int
    spellings: set[str] = field(default_factory=set)
    nouns: dict[str, int] = field(default_factory=dict)
    sector: str | None = None
    country: str | None = None
    actor: Actor | None = None

    @property
    def entity(self) -> str:
        """Return the registry's id, else one local to the report."""
        return self.actor.id if self.actor is not None else f"local:{slug(self.name)}"


class Cast:
    """Who is named in one report."""

    def __init__(
        self, parse: Parse, text: str, registry: Registry, roles: Roles, leaders: Mapping[str, tuple[Actor, ...]]
    ) -> None:
        self.parse, self.registry, self.roles = parse, registry, roles
        self._leaders = leaders
        self.members: list[Member] = []
        self.long_forms = dict(_long_forms(text))
        self._hashtags = {tag: self._spelt(tag) for tag in _HASHTAG.findall(text)}
        self._by_spelling: dict[str, Member] = {}
        self._by_actor: dict[str, Member] = {}
        self._by_sound: dict[str, list[Member]] = {}
        runs = [
            (self._first_of_two(parse.tokens[e.first : e.last]), e.label == "PERSON")
            for e in parse.entities
            if e.label in ("PERSON", "ORG")
        ]
        for tokens, person in sorted(runs, key=lambda run: -len(run[0])):
            self._meet(tokens, person=person)
        for run in self._bodies_in_capitals():
            self._meet(run, person=False)
        for name in hashtag_names(text):
            member = self.member(name)
            if member is not None:
                self._by_spelling.setdefault(fold(name), member)

    def member(self, name: str) -> Member | None:
        """Return the member whom a name, a short form or another spelling means; None when nobody is meant."""
        name = " ".join(self._hashtags.get(word, word) for word in self.long_forms.get(name, name).split())
        key = fold(name)
        known = self._by_spelling.get(key)
        if known is None:
            known = self._person(name)
            if known is not None:
                self._by_spelling[key] = known
        return known

    def _spelt(self, hashtag: str) -> str:
        """Return a hashtag's words without the title that it may begin with: "General_Roe", "JaneRoe"."""
        words = next(hashtag_names(f"#{hashtag}"), hashtag).split()
        while len(words) > 1 and (words[0].lower() in self.roles.people or words[0].lower() in _WORDS.honorifics):
            words = words[1:]
        return " ".join(words)

    def _person(self, name: str) -> Member | None:
        """Return the person of the report who can bear the name; of several, whose last word it is, else the one met first."""
        words = words_of(name)
        alike = {id(m): m for word in words for m in self._by_sound.get(sound(word)[:2], ())}
        found = [m for m in alike.values() if same_person(name, m.name)]
        if len(found) > 1 and len(words) == 1:
            found = [m for m in found if words == words_of(m.name)[-1:]] or found
        return found[0] if found else None

    def described(self, noun: str, before: int) -> Member | None:
        """Return the body last named before an offset that the text calls by the noun ("the union")."""
        fitting = [
            m
            for m in self.members
            if not m.person and m.first < before and (noun in m.nouns or noun in words_of(m.name))
        ]
        return max(fitting, key=lambda m: m.first, default=None)

    def titled(self, noun: str, before: int) -> Member | None:
        """Return the person last met before an offset whom the text gives the title ("the minister")."""
        fitting = [m for m in self.members if m.person and m.nouns.get(noun, before) < before]
        return max(fitting, key=lambda m: m.first, default=None)

    def add(self, tokens: tuple[Token, ...] | list[Token], *, person: bool) -> Member | None:
        """Return the member that the name tokens mean, a new one when they are new."""
        return self._meet(tuple(tokens), person=person)

    def _meet(self, tokens: tuple[Token, ...], *, person: bool) -> Member | None:
        name, titles = self._name_and_titles(tokens)
        if not name:
            return None
        name = self.long_forms.get(name, name)
        name = self._hashtags.get(name, name)
        actor = self._actor(name, person=person)
        if actor is not None:
            person = actor in self.registry.leaders.get(words_of(actor.name)[-1], ())
        elif titles and titles[-1] in self.roles.people:
            person = True
        member = self.member(name) or (self._by_actor.get(actor.id) if actor is not None else None)
        if member is None:
            member = Member(
                name=actor.name if actor else name,
                person=person,
                first=tokens[0].start,
                last=tokens[-1].end,
                actor=actor,
            )
            self.members.append(member)
            self._by_actor.setdefault(member.entity, member)
            for word in words_of(member.name) if person else ():
                self._by_sound.setdefault(sound(word)[:2], []).append(member)
        member.first, member.last = min(member.first, tokens[0].start), max(member.last, tokens[-1].end)
        self._by_spelling.setdefault(fold(name), member)
        member.spellings.add(name)
        self._learn(member, tokens, titles)
        return member

    def _first_of_two(self, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
        """Return the first of two names that the model took for one: "General Roe & Mali"; "Roe & Sons" stays."""
        both = next((k for k, t in enumerate(tokens) if k and t.text == "&"), len(tokens))
        titled = tokens[0].lower in self.roles.people or any(
            t.lower in self.roles.people for t in self.parse.kids(tokens[0].i, "compound")
        )
        return tokens[:both] if titled else tokens

    def _bodies_in_capitals(self) -> Iterator[tuple[Token, ...]]:
        """Yield runs of capitalised words that name a body by their head word, where the model saw no entity."""
        run: list[Token] = []
        for token in (*self.parse.tokens, None):
            joined = run and token is not None and token.sentence == run[-1].sentence
            if token is not None and token.pos == "PROPN" and (joined or not run):
                run.append(token)
                continue
            if joined and token is not None and (token.tag == "POS" or token.lower in ("of", "for", "and", "’s")):
                run.append(token)
                continue
            while run and run[-1].pos != "PROPN":
                run.pop()
            if (
                len(run) > 1
                and self.sector_of_name(" ".join(t.text for t in run))
                and not any(t.entity == "PERSON" for t in run)
            ):
                yield tuple(run)
            run = [token] if token is not None and token.pos == "PROPN" else []

    def _actor(self, name: str, *, person: bool) -> Actor | None:
        """Return the registry's actor of that name; a person's by two words or more, in any spelling."""
        found = self.registry.find(name)
        if len(found) == 1:
            return found[0]
        words = words_of(name)
        if not 2 <= len(words) <= 5 or (not person and self.sector_of_name(name)):
            return None
        likely = {a for a in self._leaders.get(sound(words[-1]), ()) if same_person(name, a.name)}
        return likely.pop() if len(likely) == 1 else None

    def _name_and_titles(self, tokens: tuple[Token, ...]) -> tuple[str, list[str]]:
        """Part "Education Minister Jane Roe" into the name and the title's words."""
        start = 0
        titles: list[str] = []
        while start < len(tokens) - 1 and self._is_title(tokens, start):
            titles.append(tokens[start].lower)
            start += 1
        end = len(tokens)
        while end > start and (tokens[end - 1].tag == "POS" or tokens[end - 1].text in ("’s", "'s", "'", "’")):
            end -= 1
        pieces = tokens[start:end]
        name = "".join(
            t.text + (" " if i + 1 < len(pieces) and pieces[i + 1].start > t.end else "") for i, t in enumerate(pieces)
        )
        return name.strip(" ,.;:“”\"'"), titles

    def _is_title(self, tokens: tuple[Token, ...], i: int) -> bool:
        lower = tokens[i].lower.rstrip(".")
        if lower in _WORDS.honorifics or tokens[i].pos == "DET":
            return True
        return (
            (lower in self.roles.people or lower in self.roles.short)
            and tokens[i + 1].text[:1].isupper()
            and len(tokens) - i >= 2
        )

    def _learn(self, member: Member, tokens: tuple[Token, ...], titles: list[str]) -> None:
        """Note what stands beside a name: titles, appositions, the country of an adjective."""
        around = [*titles, *(t.lemma.rstrip(".") for t in _beside(self.parse, tokens))]
        nouns = [noun for noun in around if self.roles.sector(noun) or noun in self.roles.short]
        for noun in nouns:
            member.nouns[noun] = min(tokens[0].start, member.nouns.get(noun, tokens[0].start))
        if member.actor is None and nouns and all(n in self.roles.bodies and n not in self.roles.people for n in nouns):
            member.person = False  # "River Watch, a rights group", whatever the model took it for
        if member.actor is not None:
            member.sector, member.country = member.actor.sector, member.actor.country
            return
        if member.sector is None:
            member.sector = self._sector(member, nouns)
        if member.country is None:
            countries = (
                self.registry.country_of(t.text) for t in _beside(self.parse, tokens) if t.pos in ("ADJ", "PROPN")
            )
            member.country = next((c for c in countries if c), None)

    def _sector(self, member: Member, nouns: list[str]) -> str | None:
        body = next((self.roles.bodies[n] for n in nouns if n in self.roles.bodies), None)
        if not member.person:
            return self.sector_of_name(member.name) or body
        if (
            "general" in nouns and "secretary" in nouns
        ):  # of a union, a party, an organisation: no soldier and no minister
            return body
        own = next(
            (
                self.roles.people.get(self.roles.short.get(n, n))
                for n in nouns
                if self.roles.short.get(n, n) in self.roles.people
            ),
            None,
        )
        return own or body

    def sector_of_name(self, name: str) -> str | None:
        """Return the sector that a body's name tells by its head word: "Weavers' Union", "Union of Weavers"."""
        words = fold(name).split()
        ends = next((n for n, word in enumerate(words) if word in ("of", "for", "in", "on")), len(words))
        for start in range(max(0, ends - 3), ends):
            phrase = " ".join(words[start:ends])
            found = self.roles.bodies.get(phrase) or self.roles.bodies.get(phrase.removesuffix("s"))
            if found:
                return found
        return None


def leaders_by_sound(registry: Registry) -> dict[str, tuple[Actor, ...]]:
    """Return the listed leaders by the sound of their surnames."""
    out: dict[str, tuple[Actor, ...]] = {}
    for surname, some in registry.leaders.items():
        out[sound(surname)] = (*out.get(sound(surname), ()), *some)
    return out


def _long_forms(text: str) -> Iterator[tuple[str, str]]:
    """Yield (short form, long name) where the text gives both."""
    for match in _PAIR.finditer(text):
        yield match[2], re.sub(r"^(?:The|A|An|In|But|And)\s+", "", match[1])
    for match in _KNOWN_AS.finditer(text):
        yield match[2], re.sub(r"^The\s+", "", match[1])


def hashtag_names(text: str) -> Iterator[str]:
    """Yield hashtags split into words: "#General_Soleimani", "#JaneRoe"."""
    for match in _HASHTAG.finditer(text):
        words = [word for part in match[1].split("_") for word in _CAMEL.findall(part)]
        if words:
            yield " ".join(words)


def _beside(parse: Parse, tokens: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the words that describe a name: its modifiers, its apposition, or the noun whose apposition it is."""
    inside = range(tokens[0].i, tokens[-1].i + 1)
    for token in tokens:
        for kid in parse.kids(token.i, "compound", "amod", "nmod", "poss"):
            if kid.i not in inside:
                yield kid
        for noun in parse.kids(token.i, "appos"):
            yield from _with_modifiers(parse, noun)
        if token.dep == "appos" and token.head not in inside and parse.tokens[token.head].entity != "PERSON":
            yield from _with_modifiers(parse, parse.tokens[token.head])


def _with_modifiers(parse: Parse, noun: Token) -> Iterator[Token]:
    yield noun
    yield from parse.kids(noun.i, "compound", "amod", "nmod", "poss")
    for preposition in parse.kids(noun.i, "prep"):
        if preposition.lower in ("of", "for"):
            yield from parse.kids(preposition.i, "pobj")
