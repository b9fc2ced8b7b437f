"""What a trigger's conditions ask for: who stands as subject or object, behind which preposition, what else is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.code import frames
from dateline.code.captives import is_captive
from dateline.code.pronouns import acts_for, speaker
from dateline.code.word_classes import THINGS, by_role, classes_of, words_of
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook, Condition
from dateline.reference.coding import coding_words
from dateline.reference.numbers import count_lexicon

_WORDS = coding_words().people
_SIGNS = coding_words().signs
# Names of countries and bodies do what their governments and forces do.
_ACTING = frozenset(("GPE", "NORP", "ORG"))
_NOT = frozenset(("longer", "n't", "never", "not"))
_WHO_SPOKE = frozenset(("he", "she", "they"))
POINTING = frozenset(("it",))  # stands for a thing told of before
_ONE = ("NN", "NNP")
_ARMED = frozenset(("force", "police"))
_TIMES_AND_PEOPLE = frozenset(("DATE", "PERSON", "TIME"))
_PAPERS = frozenset(("daily", "monthly", "weekly"))
_ABOUT = (5, 3)  # sentences before and after that tell what a passage is about


@dataclass(frozen=True, slots=True)
class _Filling:
    """What stands in a slot or a sentence. words: what it says, titles included; classes: what that can stand for."""

    tokens: list[Token]
    words: set[str]
    classes: set[str]

    @classmethod
    def of(cls, parse: Parse, tokens: list[Token], called: list[Token], codebook: Codebook) -> _Filling:
        """Return the tokens with the words and classes of all that they are called."""
        words = {word for t in called for word in words_of(t)}
        classes = {name for t in called for name in _classes_here(parse, t, codebook)}
        if any("person" in by_role(t, False) for t in tokens):  # an aid worker is no aid, a coal miner no coal
            dealt_in = {n for t in called if t.dep == "compound" for n in _classes_here(parse, t, codebook)} & THINGS
            classes -= dealt_in.difference(*(_classes_here(parse, t, codebook) for t in tokens))
        return cls(tokens, words, classes)

    def fits(self, condition: Condition) -> bool:
        """Tell whether one of the words or classes asked for is there; "*" asks for anything."""
        if "*" in condition.words:
            return bool(self.tokens)
        return not (condition.words.isdisjoint(self.words) and condition.classes.isdisjoint(self.classes))


def holds(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    """Tell whether a condition on a trigger holds. head: the token that governs the matched words; tokens: their indexes."""
    return _SLOTS[condition.slot](parse, head, tokens, condition, codebook) != condition.negative


def _is_meant(parse: Parse, token: Token, condition: Condition, codebook: Codebook) -> bool:
    if token.lemma in condition.words or token.lower in condition.words:
        return True
    return bool(condition.classes) and not condition.classes.isdisjoint(_classes_here(parse, token, codebook))


def _classes_here(parse: Parse, token: Token, codebook: Codebook) -> frozenset[str]:
    found = classes_of(parse, token, codebook)
    if token.entity in ("NORP", "PERSON") and ("place", token.i) in parse.memo:  # "captured Grozny"
        return found - {"person", "crowd"} | {"place"}
    crowd = "crowd" in found and token.pos == "PRON"  # "police came at dawn; they surrounded the village"
    if crowd and any(_ARMED & classes_of(parse, t, codebook) for t in acts_for(parse, token)):
        return found - {"crowd"}
    if "person" in found and any(t.lower in _WORDS.arming for t in parse.kids(token.i, "amod")):
        return found | {"force", "irregular"}
    return found


def _with_titles(parse: Parse, tokens: Iterable[Token]) -> Iterable[Token]:
    """Yield the tokens and what else they are called: titles, appositions, what a bundle is of ("a group of students")."""
    for token in tokens:
        called = parse.memo.get(("called", token.i))
        if called is None:
            called = parse.memo["called", token.i] = [token, *_other_names(parse, token)]
        yield from called


def _other_names(parse: Parse, token: Token) -> Iterable[Token]:
    if token.dep == "appos":
        yield parse.tokens[token.head]
    yield from acts_for(parse, token)
    if token.lower in POINTING:
        yield from _pointed_at(parse, token)
    yield from parse.kids(token.i, "appos")
    driven = count_lexicon().of["vehicles"].nouns if "person" in by_role(token, False) else ()
    yield from (t for t in parse.kids(token.i, "compound") if t.lemma not in driven)  # a tanker driver is no tanker
    yield from (
        t for t in parse.kids(token.i, "amod") if token.pos == "PROPN" and t.lower in _PAPERS
    )  # "the weekly Alba"
    if token.pos == "NUM":
        yield from (t for t in parse.kids(token.i) if t.lower in _SIGNS)  # "$20,000"
    if token.lemma in _WORDS.bundles or token.pos in ("NUM", "DET"):
        yield from frames.complements(parse, token.i, "of")


def _pointed_at(parse: Parse, pronoun: Token) -> list[Token]:
    """Return the thing that "it" stands for as an object: "dockers shut the port and police cleared it".

    It is what the last verb before the pronoun's own was done to, else what did it; in this sentence or the one before.
    """
    verb = parse.tokens[pronoun.head]
    if pronoun.dep not in ("dobj", "nsubjpass") or verb.pos != "VERB" or parse.kids(verb.i, "ccomp", "xcomp"):
        return []
    first = min([t.i for t in parse.kids(verb.i, "nsubj", "nsubjpass")] + [verb.i])
    start, _ = parse.sentences[verb.sentence]
    found = _last_thing(parse, start, first)
    if not found and verb.sentence:
        found = _last_thing(parse, *parse.sentences[verb.sentence - 1])
    return found


def _last_thing(parse: Parse, first: int, last: int) -> list[Token]:
    here = [t for t in parse.tokens[first:last] if t.tag in _ONE and t.entity not in _TIMES_AND_PEOPLE]
    here = [t for t in here if "person" not in by_role(t, False)]
    for deps in (("dobj", "nsubjpass"), ("nsubj",)):
        found = [t for t in here if t.dep in deps]
        if found:
            return found[-1:]
    return []


def _number_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    if parse.kids(head, "nummod") or any(parse.kids(i, "nummod") for i in tokens):
        return True
    token = parse.tokens[head]
    above = parse.tokens[parse.tokens[token.head].head]
    return token.dep == "pobj" and (above.pos == "NUM" or above.lemma in _WORDS.number_nouns)


def _subject_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    found = _filling(parse, "subject", _subjects, head, tokens, codebook)
    if condition.open and (not found.tokens or any(_is_open(parse, t) for t in found.tokens)):
        return True
    if found.fits(condition):
        return True
    acting = not condition.negative and not condition.classes.isdisjoint(("force", "org"))
    return acting and any(t.pos == "PROPN" and t.entity in _ACTING for t in found.tokens)


def _filling(
    parse: Parse,
    slot: str,
    find: Callable[[Parse, int, tuple[int, ...]], list[Token]],
    head: int,
    tokens: tuple[int, ...],
    codebook: Codebook,
) -> _Filling:
    """Return what stands in a slot, found once for all patterns that match the same words."""
    key = ("filling", slot, codebook.version, head, tokens)
    known: _Filling | None = parse.memo.get(key)
    if known is None:
        found = find(parse, head, tokens)
        known = parse.memo[key] = _Filling.of(parse, found, list(_with_titles(parse, found)), codebook)
    return known


def _subjects(parse: Parse, head: int, tokens: tuple[int, ...]) -> list[Token]:
    return frames.subjects(parse, head) + _subjects_of_state(parse, head, tokens)


def _subjects_of_state(parse: Parse, head: int, tokens: tuple[int, ...]) -> list[Token]:
    """Return who is in a state that the pattern names with its verb and that parses as a passive: "shops stayed shut"."""
    states = [i for i in tokens if parse.tokens[i].dep == "auxpass"]
    return [t for i in ((head, *states) if states else ()) for t in parse.kids(i, "nsubjpass", "nsubj")]


def _is_open(parse: Parse, token: Token) -> bool:
    """Tell whether a subject does not say what it is: a pronoun or a bare name."""
    if token.lower in _WHO_SPOKE and speaker(parse, token):
        return False
    return token.pos == "PRON" or (token.pos == "PROPN" and token.entity not in ("DATE", "TIME", "EVENT"))


def _object_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    found = _filling(parse, "object", _objects, head, tokens, codebook)
    if condition.open and (not found.tokens or any(t.pos == "PRON" for t in found.tokens)):
        return True
    if found.fits(condition):
        return True
    placed = not condition.negative and "place" in condition.classes
    return placed and any(_may_be_place(parse, t) for t in found.tokens)


def _wished_of(parse: Parse, head: int) -> list[Token]:
    """Return who is to do what somebody wants: "want the court to rule"."""
    if parse.tokens[head].lemma not in coding_words().verbs.wishing:
        return []
    done = [v for v in parse.kids(head, "ccomp") if v.tag == "VB" and v.i > head]
    return [t for v in done for t in parse.kids(v.i, "nsubj")]


def _objects(parse: Parse, head: int, tokens: tuple[int, ...]) -> list[Token]:
    found = frames.objects(parse, head) + _wished_of(parse, head)
    if found and frames.is_passive(parse, head):  # "the family was promised [two cows]"
        found = found + [t for t in parse.kids(head, "dobj") if t not in found]
    for i in tokens:
        if parse.tokens[i].pos in ("ADP", "ADV", "PART", "SCONJ"):
            found = found + frames.complements(parse, i) + parse.kids(i, "pobj", "dobj")
    if parse.tokens[head].pos in ("VERB", "AUX") and len(tokens) > 1:
        last = parse.tokens[tokens[-1]]
        found = found + frames.complements(parse, head, last.lower)
    return found


def _may_be_place(parse: Parse, token: Token) -> bool:
    """Tell whether a name can be that of a place: small models take the names of villages for people and bodies."""
    full_name = token.entity == "PERSON" and parse.kids(token.i, "compound")
    return token.pos == "PROPN" and not (full_name or is_captive(parse, token))


def _prep_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    links = ("prep", "prt", "agent", "dative")
    return any(t.lower in condition.words for i in {head, *tokens} for t in parse.kids(i, *links))


def _negation_fits(parse: Parse, head: int, tokens: tuple[int, ...], *_: object) -> bool:
    return any(t.lower in _NOT for i in {head, *tokens} for t in parse.kids(i, "neg", "advmod"))


def _under_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    above = parse.tokens[parse.tokens[head].head]
    if above.i == head:
        return False
    return "*" in condition.words or above.lemma in condition.words or above.lower in condition.words


def _near_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    return _stands_in(parse, *parse.sentences[parse.tokens[head].sentence], tokens, condition, codebook)


def _about_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    """Tell whether the passage has the word: what ordinary words tell of hangs on what is told around them."""
    return any(_stands_in(parse, *bounds, tokens, condition, codebook) for bounds in _passage(parse, head))


def _passage(parse: Parse, head: int) -> list[tuple[int, int]]:
    here, (before, after) = parse.tokens[head].sentence, _ABOUT
    return list(parse.sentences[max(0, here - before) : here + after + 1])


def is_about(parse: Parse, head: int, name: str, codebook: Codebook) -> bool:
    """Tell whether the passage around a token has a word of a class."""
    return any(name in _said(parse, *bounds, codebook).classes for bounds in _passage(parse, head))


def near_before(parse: Parse, head: int, condition: Condition, codebook: Codebook) -> bool:
    """Tell whether the sentence before has the word that is asked for: "A court spoke on Monday. He got six years"."""
    sentence = parse.tokens[head].sentence
    if condition.slot != "near" or condition.negative or sentence == 0:
        return False
    first, last = parse.sentences[sentence - 1]
    return _stands_in(parse, first, last, (), condition, codebook)


def _stands_in(
    parse: Parse, first: int, last: int, but: tuple[int, ...], condition: Condition, codebook: Codebook
) -> bool:
    said = _said(parse, first, last, codebook)
    if condition.words.isdisjoint(said.words) and condition.classes.isdisjoint(said.classes):
        return False
    return not but or any(_is_meant(parse, t, condition, codebook) for t in parse.tokens[first:last] if t.i not in but)


def _said(parse: Parse, first: int, last: int, codebook: Codebook) -> _Filling:
    """Return all that a sentence says, gathered once for all patterns."""
    key = ("said", codebook.version, first, last)
    known: _Filling | None = parse.memo.get(key)
    if known is None:
        here = list(parse.tokens[first:last])
        known = parse.memo[key] = _Filling.of(parse, here, here, codebook)
    return known


_Slot = Callable[[Parse, int, tuple[int, ...], Condition, Codebook], bool]
_SLOTS: dict[str, _Slot] = {
    "subj": _subject_fits,
    "obj": _object_fits,
    "prep": _prep_fits,
    "near": _near_fits,
    "about": _about_fits,
    "num": _number_fits,
    "neg": _negation_fits,
    "under": _under_fits,
}
