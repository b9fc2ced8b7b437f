"""Names the participants of every event mention: the fullest name, the entity, the country and the sector.

Takes coded mentions, gives them back with their arguments filled in; span and text of an argument never change. One report at a
time: a name, a short form or a pronoun means somebody of this report or of the registry, and nobody is merged across reports.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dateline.records import Argument, Parse, Reading, Token, Unresolved, Voice, voice_at
from dateline.reference.actors import Registry, registry, slug
from dateline.reference.roles import Roles, roles
from dateline.resolve.cast import Cast, leaders_by_sound
from dateline.resolve.phrases import Identity, Phrases, of_member

_SINGULAR = frozenset("he him himself his she her herself hers".split())
_THING = frozenset("it itself its".split())
_PLURAL = frozenset("they them themselves their these those".split())
_SPEAKER = frozenset("i me we us our ourselves myself".split())
_RELATIVE = frozenset("who whom which that whose".split())
_SUBJECTS = ("nsubj",)
_OBJECTS = ("dobj", "nsubjpass")
_OBLIQUE = ("pobj",)
_SIDES_OF_SUBJECT = (_SUBJECTS, (*_OBJECTS, *_OBLIQUE))
_SIDES_HERE = ((*_OBJECTS, *_OBLIQUE), _SUBJECTS)
_SIDES_OF_OBJECT = (_OBJECTS, _SUBJECTS, _OBLIQUE)
_NOUNS = (*_SUBJECTS, *_OBJECTS, *_OBLIQUE, "appos", "conj")
_SENTENCES_BACK = 3
_SENTENCE_REACH = 120  # tokens: a sentence without end stays linear work
_DEPTH = 3


class NameActors:
    """Fills name, entity, country and sector of every argument."""

    needs = ("events", "parse", "voices", "toponyms")
    adds = ("events",)

    def __init__(self, actors: Registry | None = None, table: Roles | None = None) -> None:
        self.actors = actors or registry()
        self.table = table or roles()
        self.leaders = leaders_by_sound(self.actors)

    def __call__(self, reading: Reading) -> Reading:
        """Return the reading with its participants named."""
        if not any(mention.arguments for mention in reading.events):
            return reading
        cast = Cast(reading.grammar(), reading.report.text, self.actors, self.table, self.leaders)
        namer = _Namer(reading, cast, Phrases(cast.parse, cast, self.actors, self.table, reading.loaded))
        events = tuple(
            replace(mention, arguments=tuple(namer.named(argument) for argument in mention.arguments))
            for mention in reading.events
        )
        return replace(reading, events=events)


class _Namer:
    """Names arguments of one report."""

    def __init__(self, reading: Reading, cast: Cast, phrases: Phrases) -> None:
        self.parse, self.voices = reading.grammar(), reading.voices
        self.places = [toponym.span for toponym in reading.toponyms]
        self.cast, self.phrases, self.table = cast, phrases, phrases.roles

    def named(self, argument: Argument) -> Argument:
        """Return the argument with what is known of its bearer, and reasons for what is not."""
        tokens = self.parse.inside(argument.span)
        head = _top(tokens)
        identity = self._identity(tokens, head, _DEPTH) if head is not None else None
        if head is not None:
            identity = self._set_beside(head) or identity
        if identity is None:
            return replace(argument, unresolved={"name": "not-stated", "entity": "not-stated"} | argument.unresolved)
        unresolved: Unresolved = dict(argument.unresolved)
        for field, value in (("country", identity.country), ("sector", identity.sector)):
            if value is None:
                unresolved[field] = (
                    "not-stated" if not identity.entity.startswith("local:") or identity.listed else "not-in-registry"
                )
        return replace(
            argument,
            name=identity.name,
            entity=identity.entity,
            country=identity.country,
            sector=identity.sector,
            unresolved=unresolved,
        )

    def _set_beside(self, head: Token) -> Identity | None:
        """Return who a common noun is by the name set beside it: "the director, Jane Roe", "the organisers, River Watch"."""
        if head.pos != "NOUN":
            return None
        beside = self.parse.kids(head.i, "appos") or self._beside_the_body(head)
        for name in beside:
            person = name.entity == "PERSON" and head.tag == "NN"
            body = name.entity == "ORG" and name.pos == "PROPN" and head.lemma not in self.table.people
            if name.i > head.i and (person or body or (name.entity == "ORG" and head.lemma.startswith("organi"))):
                return self._around(name, 0)
        return None

    def _beside_the_body(self, head: Token) -> list[Token]:
        """Return the person whom the parser set beside a body: "the director of River Watch, Jane Roe"."""
        if head.tag != "NN" or head.lemma in self.table.bodies:
            return []
        bodies = [o for p in self.parse.kids(head.i, "prep") if p.lower == "of" for o in self.parse.kids(p.i, "pobj")]
        return [
            t for o in bodies if o.entity != "PERSON" for t in self.parse.kids(o.i, "appos") if t.entity == "PERSON"
        ]

    def _identity(self, tokens: tuple[Token, ...], head: Token, depth: int) -> Identity | None:
        if head.pos in ("PRON", "DET") and len(tokens) <= 2:
            return self._of_pronoun(head, depth)
        last = tokens[-1]
        if last.pos == "PRON" and last.i != head.i and tokens[-2].lower == "of":  # "dozens of them"
            return self._of_pronoun(last, depth)
        return self.phrases.identity(tokens, head)

    def _of_pronoun(self, pronoun: Token, depth: int) -> Identity | None:
        """Resolve a pronoun: to the noun that a relative clause hangs on, to the speaker, or to the last fitting subject."""
        if depth == 0:
            return None
        if pronoun.lower in _RELATIVE:
            noun = _antecedent_of_relative(self.parse, pronoun)
            return self._around(noun, depth - 1) if noun is not None else None
        if pronoun.lower in _SPEAKER:
            return self._speaker(pronoun)
        before = list(self._subjects_before(pronoun))
        candidates = [t for t in before if self._agrees(pronoun, t)]
        if not candidates and pronoun.lower in _SINGULAR:
            candidates = [t for t in before if self._can_be_a_person(t)]
        for token in candidates:
            identity = self._around(token, depth - 1)
            if identity is not None:
                return identity
        return None

    def _speaker(self, pronoun: Token) -> Identity | None:
        """Return the speaker of the quotation or post in which "we" or "I" stands."""
        voice = voice_at(self.voices, pronoun.start)
        if voice.kind == "outlet" or not voice.speaker:
            return None
        member = self.cast.member(voice.speaker)
        if member is not None:
            return of_member(member)
        return Identity(voice.speaker, f"local:{slug(voice.speaker)}")

    def _around(self, token: Token, depth: int) -> Identity | None:
        """Return the identity of the noun phrase around a head token; the name set beside a person tells it best."""
        named = next((t for t in self.parse.kids(token.i, "appos") if t.entity == "PERSON"), None)
        if named is not None and depth:
            return self._around(named, depth - 1)
        tokens = tuple(self.parse.tokens[i] for i in self.parse.subtree(token.i))
        return self._identity(tokens, token, depth)

    def _subjects_before(self, pronoun: Token) -> Iterator[Token]:
        """Yield nouns before a pronoun in its own voice, the nearest sentence first, its own grammatical side first."""
        voice = voice_at(self.voices, pronoun.start)
        verb = next((t.i for t in self.parse.ancestors(pronoun.i) if t.pos in ("VERB", "AUX")), pronoun.head)
        own, subject = {pronoun.head, verb}, pronoun.dep in ("nsubj", "poss")
        doing = -1 if subject else self._first_of_verbs(verb)
        for sentence in range(pronoun.sentence, max(-1, pronoun.sentence - _SENTENCES_BACK - 1), -1):
            first, last = self.parse.sentences[sentence]
            last = min(last, pronoun.i)
            tokens = self.parse.tokens[max(first, last - _SENTENCE_REACH) : last]
            before = [t for t in reversed(tokens) if t.dep in _NOUNS and self._in_voice(t, voice)]
            before = [t for t in before if t.head not in own]  # not the other party to its own verb
            before = [t for t in before if not (t.head == doing and t.dep in _SUBJECTS)]  # nor the doer it shares
            before = [t for t in before if self.parse.tokens[self.parse.tokens[t.head].head].lower != "according"]
            here = sentence == pronoun.sentence
            for side in _SIDES_OF_SUBJECT if subject else _SIDES_HERE if here else _SIDES_OF_OBJECT:
                yield from (t for t in before if t.dep in side)
            yield from (t for t in before if t.entity in ("PERSON", "ORG") and t.dep in ("pobj", "appos", "conj"))

    def _first_of_verbs(self, verb: int) -> int:
        """Return the first of the coordinated verbs that a verb belongs to: its subject is the subject of all."""
        while self.parse.tokens[verb].dep == "conj":
            verb = self.parse.tokens[verb].head
        return verb

    def _in_voice(self, token: Token, voice: Voice) -> bool:
        return voice_at(self.voices, token.start).id == voice.id

    def _is_person(self, token: Token) -> bool:
        member = self.cast.member(token.text)
        return member is not None and member.person

    def _can_be_a_person(self, token: Token) -> bool:
        """Tell whether a name that the model took for a body can be a person's: "Jovan Petrov" has no word for a body in it."""
        words = [t for t in self.parse.kids(token.i, "compound") if t.entity == "ORG" and t.i == token.i - 1]
        named = token.pos == "PROPN" and token.entity == "ORG" and len(words) == 1 and token.text.isalpha()
        return named and not any(self.table.sector(t.lower) or t.text.isupper() for t in (*words, token))

    def _agrees(self, pronoun: Token, token: Token) -> bool:
        """Tell whether a noun fits a pronoun in number and kind."""
        plural = (
            token.tag in ("NNS", "NNPS")
            or bool(self.parse.kids(token.i, "conj"))
            or token.lower in ("police", "people")
        )
        if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM") or token.entity in ("DATE", "TIME"):
            return False
        if pronoun.lower in _SINGULAR and any(span.start <= token.start < span.end for span in self.places):
            return False
        named = any(t.entity == "PERSON" for t in self.parse.kids(token.i, "appos"))  # "the spokesman, Ann Lee"
        person = named or token.entity == "PERSON" or token.lemma in self.table.people
        body = token.entity in ("ORG", "GPE", "NORP") or token.lemma in self.table.bodies
        if pronoun.lower in _SINGULAR:
            if token.pos == "PROPN" and self.cast.member(token.text) is not None:
                return self._is_person(token)
            return not plural and (person or (token.pos == "PROPN" and not body))
        if pronoun.lower in _PLURAL:
            listed = token.entity == "ORG" or token.lemma in self.table.bodies
            return (plural and (person or body)) or (listed and not self._is_person(token))
        return not plural and body if pronoun.lower in _THING else False


def _top(tokens: tuple[Token, ...]) -> Token | None:
    """Return the topmost token; of several, the first noun that is not only a modifier of something outside."""
    inside = {t.i for t in tokens}
    tops = [t for t in tokens if t.head == t.i or t.head not in inside]
    nouns = [
        t
        for t in tops
        if t.pos in ("NOUN", "PROPN", "PRON", "NUM") and t.dep not in ("amod", "compound", "nmod", "poss")
    ]
    modified = [t for t in tops if t.pos in ("NOUN", "PROPN")][-1:]
    return next(iter(nouns or modified or tops), None)


def _antecedent_of_relative(parse: Parse, pronoun: Token) -> Token | None:
    """Return the noun that the pronoun's relative clause hangs on."""
    for governor in parse.ancestors(pronoun.i):
        if governor.dep == "relcl":
            return parse.tokens[governor.head]
    return None
