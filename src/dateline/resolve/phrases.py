"""Who a noun phrase means: a name, a state, an organ of a state, a people, or people in a role.

Takes the tokens of an argument, gives an `Identity`. Pronouns are not resolved here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.records import Loaded, Parse, Token
from dateline.reference.actors import Actor, Registry, fold, slug
from dateline.reference.resolving import resolving_words
from dateline.reference.roles import Roles
from dateline.resolve.cast import Cast, Member

_WORDS = resolving_words().people
_AGE = re.compile(r"^(?:\w+-)?years?-old ")


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of an actor. entity: the registry's id, one made of country and organ, or one local to the report."""

    name: str
    entity: str
    country: str | None = None
    sector: str | None = None
    listed: bool = False


class Phrases:
    """Reads noun phrases of one report."""

    def __init__(
        self, parse: Parse, cast: Cast, registry: Registry, roles: Roles, loaded: Sequence[Loaded] = ()
    ) -> None:
        self.parse, self.cast, self.registry, self.roles = parse, cast, registry, roles
        self._loaded = {token.i: mark for mark in loaded for token in parse.inside(mark.span)}

    def identity(self, tokens: Sequence[Token], head: Token) -> Identity | None:
        """Return who the tokens mean; None where nothing is left to name."""
        bearer = self._bearer(tokens, head)
        if bearer is not None:
            return bearer
        core = _core(self.parse, tokens, head)
        if not core or (len(core) == 1 and (core[0].pos in ("NUM", "PRON", "PUNCT") or core[0].tag == "PRP$")):
            return None
        if len(core) == 1 and core[0].lower in _WORDS.crowds:
            return Identity("people", "local:people", None, "CVL")
        head = _head(self.parse, core, head)
        text = _text(core)
        return (
            self._listed(core, text)
            or self._state(core, head)
            or self._government_of_leader(core, head)
            or self._organ(core, head)
            or self._named(core, head)
            or self._short_form(core, head)
            or self._described(core, head, text)
        )

    def _bearer(self, tokens: Sequence[Token], head: Token) -> Identity | None:
        """Read "the commander Jane Roe": a role whose bearer's name stands right behind it."""
        if head.lemma not in self.roles.people or head.entity == "PERSON":
            return None
        behind = [t for t in tokens if t.entity == "PERSON" and head.i < t.i <= head.i + 5]
        if not behind or any(t.text in (",", "(") or t.dep == "prep" for t in tokens if head.i < t.i < behind[0].i):
            return None
        member = self.cast.member(_text(behind))
        return of_member(member) if member is not None else None

    def _listed(self, core: list[Token], text: str) -> Identity | None:
        """Look the whole phrase up, then the capitalised words in it that end it."""
        long_form = self.cast.long_forms.get(text, text)
        found = self.registry.find(long_form) or self.registry.find(text)
        if len(found) != 1:
            return None
        return of_actor(found[0])

    def _state(self, core: list[Token], head: Token) -> Identity | None:
        """Read "Iran", "the United States", "Washington": a state acting."""
        text = _text(core)
        iso3 = (
            self.registry.country_of(text)
            if all(t.text[:1].isupper() or t.lower in ("of", "and") for t in core)
            else None
        )
        if iso3 is None or (fold(text) in self.registry.peoples and fold(text) not in self.registry.states):
            return None
        bearer = self.cast.member(text) if head.entity == "PERSON" else None
        if bearer is not None and fold(bearer.name) != fold(text):  # a surname that is a country's name too
            return None
        return of_actor(self.registry.state(iso3))

    def _government_of_leader(self, core: list[Token], head: Token) -> Identity | None:
        """Read "the Jones administration" as that country's government, where the name is a leader's."""
        if head.lemma not in self.roles.government:
            return None
        for token in core:
            if token.i >= head.i or token.pos != "PROPN":
                continue
            countries = {actor.country for actor in self.registry.leaders.get(fold(token.text), ()) if actor.country}
            if len(countries) == 1:
                state = self.registry.state(countries.pop())
                return _government(self.registry, state)
        return None

    def _organ(self, core: list[Token], head: Token) -> Identity | None:
        """Read a country word with a role: "Iranian officials", "Iraq's army", "the army of Iraq", "Iraqis"."""
        iso3 = self.country(core)
        people = self.registry.peoples.get(fold(head.text)) if head.pos in ("PROPN", "NOUN", "ADJ") else None
        if people is not None and head.pos == "ADJ" and head.dep in ("amod", "conj", "compound"):
            return self._modifier(people, head)
        if people is not None and (head.tag in ("NNPS", "NNS") or head.lower.endswith("s") or len(core) == 1):
            return self._people(people)
        if iso3 is None:
            return None
        noun = self._role_noun(core, head)
        if noun is None:
            return None
        adjective, state = self.registry.adjectives[iso3], self.registry.state(iso3)
        if (noun in self.roles.government and noun != "state") or noun == "government":
            if noun == "officials" or (head.tag == "NNS" and noun != "authority"):
                return Identity(f"{adjective} {head.lower}", slug(f"{adjective} {head.lower}"), iso3, "GOV")
            return _government(self.registry, state)
        if head.lemma in _WORDS.generic:
            return self._people(iso3)
        organ = self.roles.organs.get(noun)
        if organ is not None:
            return Identity(f"{adjective} {noun}", f"{state.id}-{organ}", iso3, self.roles.sector(noun), listed=True)
        if any(t.entity == "PERSON" for t in core) or head.tag in ("NN", "NNP"):
            return None
        name = f"{adjective} {self._noun_phrase(core, head)}"
        return Identity(name, slug(name), iso3, self.roles.sector(noun))

    def _noun_phrase(self, core: list[Token], head: Token) -> str:
        """Return the words of the phrase up to its head, country words left out."""
        words = [t for t in core if t.i <= head.i and t.tag != "POS" and not self.registry.country_of(t.text)]
        return " ".join(t.lower for t in words) or head.lower

    def _modifier(self, iso3: str, adjective: Token) -> Identity:
        """Read a lone adjective ("British" of "British and Irish officials") as the people of its noun."""
        noun = self.parse.tokens[adjective.head]
        while noun.pos == "ADJ" and noun.head != noun.i:
            noun = self.parse.tokens[noun.head]
        sector = self.roles.sector(noun.lemma)
        if sector is None or noun.lemma in _WORDS.generic:
            return self._people(iso3)
        name = f"{self.registry.adjectives[iso3]} {noun.lower}"
        return Identity(name, slug(name), iso3, sector)

    def _people(self, iso3: str) -> Identity:
        name = f"{self.registry.adjectives[iso3]} people"
        return Identity(name, slug(name), iso3, "CVL")

    def _named(self, core: list[Token], head: Token) -> Identity | None:
        """Read a person's or a body's name, with titles and what the report tells of the bearer."""
        chain = _name_chain(self.parse, core, head)
        if not chain:
            return None
        person = any(t.entity == "PERSON" for t in chain) or self._has_title(core, chain)
        member = self.cast.member(_text(chain)) or self.cast.add(chain, person=person)
        if member is None:
            return None
        identity = of_member(member)
        country, sector = (
            identity.country or self.country(core),
            identity.sector or self._chain_sector(core, chain, person=person),
        )
        leaders = self._titled_leaders(core, member)
        if len(leaders) == 1:
            return of_actor(leaders[0])
        if len({leader.country for leader in leaders}) == 1:
            country, sector = leaders[0].country, "GOV"
        return Identity(identity.name, identity.entity, country, sector, identity.listed)

    def _titled_leaders(self, core: list[Token], member: Member) -> tuple[Actor, ...]:
        """Return the listed leaders whom an office with a surname can mean; a surname alone is never enough."""
        if member.actor is not None or not member.person or len(fold(member.name).split()) > 1:
            return ()
        if not ({t.lower for t in core} | set(member.nouns)) & {"president", "premier", "chancellor", "pm", "king"}:
            return ()
        return self.registry.leaders.get(fold(member.name), ())

    def _has_title(self, core: list[Token], chain: list[Token]) -> bool:
        return any(t.lemma in self.roles.people for t in core if t.i < chain[-1].i)

    def _chain_sector(self, core: list[Token], chain: list[Token], *, person: bool) -> str | None:
        """Return the sector of a title before a name; of a title alone ("the Foreign Minister") by its last word."""
        words = [t for t in core if not person or t.i != chain[-1].i]
        if {"secretary", "general"} <= {t.lower for t in words}:
            return None
        return next((s for t in reversed(words) for s in [self.roles.people.get(t.lemma)] if s), None)

    def _short_form(self, core: list[Token], head: Token) -> Identity | None:
        """Read "the union", "the minister" as the one named before."""
        definite = any(kid.lower in ("the", "this", "that") for kid in self.parse.kids(head.i, "det"))
        countries = [
            c for t in core if t.pos == "ADJ" and t.i != head.i for c in [self.registry.country_of(t.text)] if c
        ]
        plain = [t for t in core if t.i not in self._loaded]
        if not definite or len(plain) > 1 + len(countries) or head.tag not in ("NN", "NNP"):
            return None
        if countries:  # "the Iranian general"
            found = self.cast.titled(head.lemma, head.start)
            return of_member(found) if found is not None and found.country == countries[0] else None
        member = self.cast.described(head.lemma, head.start) or self.cast.titled(head.lemma, head.start)
        return of_member(member) if member is not None else None

    def _described(self, core: list[Token], head: Token, text: str) -> Identity:
        """Name people or things by what they are called: "police", "hooded men"."""
        mark = self._loaded.get(head.i)
        noun = mark.plain if mark is not None and mark.plain else self._role_noun(core, head)
        name = _AGE.sub("", self._plain(core) or text)
        return Identity(name, f"local:{slug(name)}", self.country(core), self.roles.sector(noun) if noun else None)

    def _plain(self, core: list[Token]) -> str:
        """Return the phrase with its loaded words replaced by plain ones: the record's own labels are always plain."""
        pieces: list[str] = []
        for at, token in enumerate(core):
            mark = self._loaded.get(token.i)
            if mark is None:
                glued = at and core[at - 1].end == token.start
                pieces.append(("" if glued else " ") + token.text)
            elif mark.plain and mark.span.end == token.end:
                pieces.append(" " + (_plural(mark.plain) if token.tag in ("NNS", "NNPS") else mark.plain))
        return "".join(pieces).strip(" -–")

    def _role_noun(self, core: list[Token], head: Token) -> str | None:
        """Return the longest noun phrase that ends at the head and is in the table of roles."""
        before = [t.lower for t in core if t.i < head.i][-2:]
        for lemma in (head.lower, head.lemma):
            for start in range(len(before) + 1):
                phrase = " ".join([*before[start:], lemma.removesuffix("s") if head.tag == "NNPS" else lemma])
                if self.roles.sector(phrase) or phrase in self.roles.government:
                    return phrase
        return None

    def country(self, core: Sequence[Token]) -> str | None:
        """Return the country that a modifier tells: an adjective, a possessive, "of Iraq"; None when two differ."""
        found = {iso3 for words in _windows(core) for iso3 in [self.registry.country_of(words)] if iso3}
        if len(found) > 1:
            found = {iso3 for words in _windows(core, 2) for iso3 in [self.registry.country_of(words)] if iso3} or found
        return found.pop() if len(found) == 1 else None


def _government(registry: Registry, state: Actor) -> Identity:
    name = f"{registry.adjectives[state.country or '']} government"
    return Identity(name, state.id, state.country, "GOV", listed=True)


def _plural(word: str) -> str:
    """Return the plural of a plain counterpart: "man" gives "men"."""
    first, _, last = word.rpartition(" ")
    return f"{first} {resolving_words().plurals.get(last, last if last.endswith('s') else last + 's')}".strip()


def of_actor(actor: Actor) -> Identity:
    """Return the identity of a listed actor."""
    return Identity(actor.name, actor.id, actor.country, actor.sector, listed=True)


def of_member(member: Member) -> Identity:
    """Return the identity of one of the report's cast."""
    return Identity(member.name, member.entity, member.country, member.sector, listed=member.actor is not None)


def _windows(core: Sequence[Token], size: int | None = None) -> Iterator[str]:
    """Yield capitalised words of the phrase, singly and in pairs."""
    for at, token in enumerate(core):
        if not token.text[:1].isupper() or token.entity == "PERSON":
            continue
        if at > 1 and core[at - 1].text == "-" and core[at - 2].lower in ("anti", "pro"):
            continue
        if size is None:
            yield token.text
        if at + 1 < len(core) and core[at + 1].text[:1].isupper():
            yield f"{token.text} {core[at + 1].text}"


def _core(parse: Parse, tokens: Sequence[Token], head: Token) -> list[Token]:
    """Return the phrase without articles, numbers, brackets, clauses and appositions: what names or describes."""
    if head.lower in ("old", "olds"):  # "an 18-year-old"
        return [t for t in tokens if t.pos != "DET"]
    inside = {t.i for t in tokens}
    while head.lower in _WORDS.counting or head.pos == "NUM":  # "thousands of residents" means residents
        behind = [
            o for p in parse.kids(head.i, "prep") if p.lower == "of" for o in parse.kids(p.i, "pobj") if o.i in inside
        ]
        if not behind:
            break
        inside = set(parse.subtree(behind[0].i)) & inside
        head = behind[0]
    out = []
    for i in sorted(inside):
        if not _hangs_off(parse, i, head.i, inside):
            out.append(parse.tokens[i])
    while len(out) > 1 and (_leads(out[0]) or out[0].lower in _WORDS.counting or out[0].tag in ("PRP$", "POS")):
        out.pop(0)
    while out and (out[-1].pos in ("PUNCT", "ADP", "CCONJ") or out[-1].tag == "POS"):
        out.pop()
    return out


def _leads(token: Token) -> bool:
    """Tell articles, prepositions and the like that open a phrase; "In" of a name stays."""
    return token.pos in ("DET", "PUNCT", "NUM") or (token.pos in ("ADP", "SCONJ") and token.text.islower())


def _hangs_off(parse: Parse, i: int, top: int, inside: set[int]) -> bool:
    """Tell whether a token belongs to a clause, an apposition, a number or a bracket that hangs on the phrase."""
    while i != top:
        token = parse.tokens[i]
        if (
            token.dep in ("relcl", "acl", "appos", "nummod", "predet", "quantmod", "advmod", "advcl", "parataxis")
            or token.text in "()[],;:"
        ):
            return True
        if token.dep == "det" and parse.tokens[token.head].i == top:
            return True
        if token.head == i or token.head not in inside:
            return False
        i = token.head
    return False


def _head(parse: Parse, core: list[Token], head: Token) -> Token:
    """Return the phrase's topmost token."""
    own = {t.i for t in core}
    return head if head.i in own else next((t for t in core if t.head not in own), core[-1])


def _name_chain(parse: Parse, core: list[Token], head: Token) -> list[Token]:
    """Return the run of capitalised words around the head, or the name behind a title."""
    if not (head.pos == "PROPN" or (head.entity in ("PERSON", "ORG") and head.text[:1].isupper())):
        return []
    at = next((n for n, t in enumerate(core) if t.i == head.i), len(core) - 1)
    first = last = at
    while first and _in_name(core[first - 1]) and core[first - 1].i == core[first].i - 1:
        first -= 1
    while last + 1 < len(core) and _in_name(core[last + 1]) and core[last + 1].i == core[last].i + 1:
        last += 1
    return core[first : last + 1]


def _in_name(token: Token) -> bool:
    if token.tag == "POS":  # "Weavers' Union", but not "Iraq's Union"
        return token.text in ("'", "’") or token.entity == "ORG"
    return (
        token.pos == "PROPN" or (token.entity in ("PERSON", "ORG") and token.pos != "VERB") or token.text in ("-", "–")
    )


def _text(tokens: Sequence[Token]) -> str:
    """Return the tokens' text with single spaces where the report has any."""
    pieces = []
    for at, token in enumerate(tokens):
        gap = at and (tokens[at - 1].end < token.start or tokens[at - 1].i + 1 != token.i)
        pieces.append((" " if gap else "") + token.text)
    return "".join(pieces)
