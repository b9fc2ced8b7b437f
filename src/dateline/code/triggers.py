"""Finds the words that tell of a happening: matches the codebook's patterns against the parse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.code import frames
from dateline.records import Parse, Span, Token
from dateline.reference.codebook import Codebook, Condition, Pattern, Wanted
from dateline.reference.numbers import count_lexicon
from dateline.reference.roles import roles

_GAP = 6  # words that "~" may stand for, as the codebook says
_TRANSPARENT = frozenset(("DET", "ADJ", "ADV", "NUM"))
_ENTITY_CLASSES = {"PERSON": "person", "NORP": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "site"}
_SECTOR_CLASSES = {
    "MIL": ("force",), "REB": ("force",), "UAF": ("force",), "CRM": ("force",), "COP": ("police", "force"),
    "CVL": ("crowd",), "AGR": ("crowd", "worker"), "EDU": ("crowd", "worker"), "LAB": ("crowd", "worker"),
    "HLH": ("crowd", "worker"), "REF": ("crowd",), "OPP": ("crowd",), "REL": ("crowd",),
}  # fmt: skip
_PERSON_ENDINGS = ("ers", "ors", "ists", "ants", "ians", "eers", "men", "women", "ees", "folk")
# Singular nouns with these endings are people, the exceptions apart: "a cellist", "a canteen worker".
_PERSON_ENDINGS_SINGULAR = ("ist", "ian", "man", "woman", "worker", "fighter", "keeper", "goer", "holder", "maker")
_NO_PEOPLE = frozenset(
    "artesian assist balkan barbarian blacklist caiman cartesian checklist christ consist exist fist gist grist hist "
    "insist list median meridian mist obsidian ottoman persist playlist resist "
    "shortlist subsist talisman twist waist waitlist wishlist wrist".split()
)
_PEOPLE_PRONOUNS = frozenset(
    "he she they we i him her them us who everyone everybody nobody no-one none someone somebody anyone anybody "
    "others another".split()
)
# Classes of things: what belongs to one of them is nobody, whatever it ends in ("banners", "trailers").
_THINGS = frozenset(("goods", "missile", "site", "supply", "vehicle", "way", "weapon"))
# Words that stand alone for people when they head a phrase: "several were beaten", "the rest were led away".
_QUANTITIES = frozenset("all both dozens few fewer hundreds many more most rest scores several some thousands".split())
_NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"))
# Heads that only count or bundle what stands behind "of": "a group of students", "crates of rifles".
_BUNDLES = frozenset(
    "all array bag band batch bloc bottle box bunch busload cache can carton column consignment contingent convoy couple crate "
    "crowd dozen few fleet gang gram group half handful haul head horde hundred kilo kilogram lakh litre liter load lorryload "
    "lot majority many member million mob more most mountain number one other pack pair part percent pile pound quantity "
    "quarter remnant rest row sack sea series set shipment some stash stream string swarm team thousand ton tonne truckload "
    "unit volley wave".split()
)
# Past forms that small models leave as they are.
_IRREGULAR = {
    "broke": "break", "fought": "fight", "held": "hold", "overran": "overrun", "overthrew": "overthrow", "overtook": "overtake",
    "retook": "retake", "retaken": "retake", "slain": "slay", "slew": "slay", "undertook": "undertake", "withheld": "withhold",
}  # fmt: skip
# Particles and prepositions that stand behind the object too: "drove the crowd back", "took the station off the air".
_PARTICLES = frozenset("across apart aside away back down off out over up".split())
# Adjectives that make fighters of men and women.
_ARMING = frozenset("armed camouflaged gun-toting knife-wielding machete-wielding".split())
# Names of countries and bodies do what their governments and forces do.
_ACTING = frozenset(("GPE", "NORP", "ORG"))
# Participles that say before a noun what somebody is, not what happens: "visited wounded soldiers".
_STATES = frozenset(
    "abandon ban besiege capture confiscate deport detain displace embattle exile expel imprison injure jail loot martyr "
    "occupy outlaw seize suspend wound".split()
)
# Nouns that say nothing of their own when a trigger stands before them: "strike action", "protest march".
_NUMBER_NOUNS = frozenset("dozen score hundred thousand million number".split())
_NOT = frozenset(("longer", "n't", "never", "not"))
_EMPTY_HEADS = frozenset("action campaign effort event operation wave spree attempt".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A matched pattern.

    head: token that governs the matched words; tokens: indexes of the matched words; afar: what a "near" condition asks for
    stands in the sentence before.
    """

    pattern: Pattern
    head: int
    tokens: tuple[int, ...]
    afar: bool = False

    @property
    def type(self) -> str:
        """Event type."""
        return self.pattern.type

    @property
    def mode(self) -> str | None:
        """Mode of the type."""
        return self.pattern.mode

    def span(self, parse: Parse) -> Span:
        """Return the text span from the first to the last matched word, or of the head where words stand far apart."""
        first, last = parse.tokens[self.tokens[0]], parse.tokens[self.tokens[-1]]
        if self.tokens[-1] - self.tokens[0] > len(self.tokens) + 1:
            last = first
        return Span(first.start, last.end)


def classes_of(token: Token, codebook: Codebook) -> set[str]:
    """Return the codebook classes that a noun or pronoun belongs to, by the codebook, the table of roles and its entity."""
    by_word = codebook.classes_by_word
    found = {*by_word.get(token.lemma, ()), *by_word.get(token.lower, ())}
    if token.tag == "NNPS" or (token.tag == "NNP" and token.lower == token.lemma):
        found.update(*(by_word.get(lemma, ()) for lemma in _other_lemmas(token)))
    if "-" in token.lemma and token.pos in ("NOUN", "PROPN"):
        found |= by_word.get(token.lemma.rpartition("-")[2], frozenset())
    found |= _by_role(token, bool(found & _THINGS))
    if token.entity in _ENTITY_CLASSES and (token.pos == "PROPN" or token.entity == "NORP"):
        found.add(_ENTITY_CLASSES[token.entity])
    if token.lower in _PEOPLE_PRONOUNS or (token.lower in _QUANTITIES and token.dep in _NOMINAL):
        found.update(("person", "crowd"))
    if _counts_people(token):
        found.update(("person", "crowd"))
    return found


def _counts_people(token: Token) -> bool:
    """Tell whether a number or a round number stands alone for people: "44", "a dozen were led away"."""
    if token.entity.startswith(("DATE", "TIME", "MONEY", "PERCENT")):
        return False
    return token.pos == "NUM" or (token.lemma in _NUMBER_NOUNS and token.dep in _NOMINAL)


def _by_role(token: Token, thing: bool) -> set[str]:
    if token.pos not in ("NOUN", "PROPN"):
        return set()
    table = roles()
    sector = table.people.get(token.lemma) or table.people.get(token.lower)
    if sector is not None:
        return {"person", *_SECTOR_CLASSES.get(sector, ())}
    if token.lemma in table.bodies and token.pos == "NOUN":
        return {"org"}
    if thing:
        return set()
    if token.tag == "NNS":
        plural = len(token.text) > 6 and token.lower.endswith(_PERSON_ENDINGS)
        return {"person", "crowd"} if plural and token.lower not in count_lexicon().not_people else set()
    singular = token.tag == "NN" and len(token.text) > 5 and token.lower.endswith(_PERSON_ENDINGS_SINGULAR)
    return {"person"} if singular and token.lower not in _NO_PEOPLE else set()


def find_triggers(parse: Parse, codebook: Codebook) -> list[Trigger]:
    """Return the triggers of a report in text order, one at most for each word."""
    taken: set[int] = set()
    found: list[Trigger] = []
    for trigger in sorted(_candidates(parse, codebook), key=_rank, reverse=True):
        if taken.isdisjoint(trigger.tokens):
            taken.update(trigger.tokens)
            found.append(trigger)
    return sorted(found, key=lambda t: t.tokens)


def _rank(trigger: Trigger) -> tuple[object, ...]:
    return (not trigger.afar, *trigger.pattern.weight, -trigger.tokens[0])


def _candidates(parse: Parse, codebook: Codebook) -> Iterable[Trigger]:
    said = [{word for t in parse.tokens[first:last] for word in (t.lemma, t.lower)} for first, last in parse.sentences]
    around = [words | said[k - 1] if k else words for k, words in enumerate(said)]
    for token in parse.tokens:
        pos = _kind(parse, token)
        if pos is None:
            continue
        here, about = said[token.sentence], around[token.sentence]
        for wanted in _starting_with(token, pos, codebook):
            if _lacks(wanted.rest, here) or _lacks(wanted.near, about):
                continue  # cheap, and rules out most patterns
            pattern, tokens = wanted.pattern, _match_words(parse, token, wanted)
            if tokens is None:
                continue
            head = _topmost(parse, tokens)
            if pos == "noun" and not _stands_alone(parse, head, tokens):
                continue
            failing = (c for c in pattern.conditions if not _holds(parse, head, tokens, c, codebook))
            unmet = next(failing, None)
            if unmet is None:
                yield Trigger(pattern, head, tokens)
            elif _near_before(parse, head, unmet, codebook) and next(failing, None) is None:
                yield Trigger(pattern, head, tokens, afar=True)


def _lacks(asked: tuple[frozenset[str], ...], said: set[str]) -> bool:
    """Tell whether of one of the sets no word was said."""
    for words in asked:  # noqa: SIM110  (a generator for each pattern would cost more than the tests)
        if words.isdisjoint(said):
            return True
    return False


def _starting_with(token: Token, pos: str, codebook: Codebook) -> tuple[Wanted, ...]:
    """Return the patterns that begin with the word, also where the small model got its lemma wrong."""
    found = codebook.by_first_word.get((pos, token.lemma))
    if found is None and token.tag in ("VBD", "VBN", "VBG", "VBP", "NNPS", "NNP"):
        found = next(
            (some for lemma in _other_lemmas(token) if (some := codebook.by_first_word.get((pos, lemma)))), None
        )
    return found or ()


def _other_lemmas(token: Token) -> list[str]:
    """Return what the lemma might be: "raped" is not from "rap", "cordoned" not from "cordone", "Missiles" is a plural."""
    word = token.lower
    if token.pos == "PROPN":
        return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("ed"):
        return [word[:-1], word[:-2]]
    return [word[:-3], word[:-3] + "e"] if word.endswith("ing") else []


def _kind(parse: Parse, token: Token) -> str | None:
    if token.pos in ("VERB", "AUX"):
        if token.tag == "VBN" and token.dep == "dobj" and parse.kids(token.i, "det"):
            return None  # "visited the wounded"
        describes = token.dep == "amod" and token.i + 1 == token.head
        return None if describes and (token.tag != "VBN" or token.lemma in _STATES) else "verb"
    if token.pos in ("NOUN", "PROPN"):
        named = token.pos == "PROPN" and token.text[:1].isupper()
        body = token.entity == "ORG" and token.dep == "nsubj"  # "the Oromo Congress demanded"
        month = token.text == "March" and token.i + 1 < len(parse.tokens) and parse.tokens[token.i + 1].pos == "NUM"
        return None if month or (named and (body or token.entity in ("PERSON", "DATE", "WORK_OF_ART"))) else "noun"
    return "noun" if token.tag == "JJ" and token.dep in ("compound", "amod") else None


def _match_words(parse: Parse, first: Token, wanted: Wanted) -> tuple[int, ...] | None:
    """Return the indexes of the words that match the pattern from `first` on, or None."""
    end = parse.sentences[first.sentence][1]
    matched = [first.i]
    at = first.i + 1
    for words, gap in zip(wanted.rest, wanted.pattern.gaps[1:], strict=True):
        hit = _next(parse, at, end, words, gap, wanted.pattern.pos == "verb")
        if hit is None and wanted.pattern.pos == "verb" and matched == [first.i]:
            hit = _particle(parse, first.i, words)
        if hit is None:
            return None
        matched.append(hit)
        at = hit + 1
    return tuple(sorted(matched))


def _next(parse: Parse, at: int, end: int, words: frozenset[str], gap: bool, loose: bool) -> int | None:
    skipped = 0
    for token in parse.tokens[at:end]:
        if token.lemma in words or token.lower in words:
            return token.i
        transparent = loose and (token.pos in _TRANSPARENT or token.tag == "PRP$")
        skipped += not transparent
        if skipped > (_GAP if gap else 0) or token.text in ".;:":
            return None
    return None


def _particle(parse: Parse, verb: int, words: frozenset[str]) -> int | None:
    """Return a particle that stands behind the object: "rounded them up"."""
    links = ("prt", "advmod", "prep") if words & _PARTICLES else ("prt",)
    return next((t.i for t in parse.kids(verb, *links) if t.lower in words and t.i > verb), None)


def _topmost(parse: Parse, tokens: tuple[int, ...]) -> int:
    inside = set(tokens)
    return next((i for i in tokens if parse.tokens[i].head not in inside or parse.tokens[i].head == i), tokens[0])


def _stands_alone(parse: Parse, head: int, tokens: tuple[int, ...]) -> bool:
    """Tell whether a noun is what the phrase is about, not a modifier as in "strike committee"."""
    token = parse.tokens[head]
    if token.dep in ("compound", "amod", "nmod", "npadvmod") and token.head not in tokens:
        above = parse.tokens[token.head]
        return above.lemma in _EMPTY_HEADS or above.pos not in ("NOUN", "PROPN")
    return token.dep != "poss"


def _holds(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    return _SLOTS[condition.slot](parse, head, tokens, condition, codebook) != condition.negative


def _fits(parse: Parse, tokens: Iterable[Token], condition: Condition, codebook: Codebook) -> bool:
    if "*" in condition.words:
        return any(True for _ in tokens)
    return any(_is_meant(parse, token, condition, codebook) for token in _with_titles(parse, tokens))


def _is_meant(parse: Parse, token: Token, condition: Condition, codebook: Codebook) -> bool:
    if token.lemma in condition.words or token.lower in condition.words:
        return True
    return not condition.classes.isdisjoint(_classes_here(parse, token, codebook) if condition.classes else ())


def _classes_here(parse: Parse, token: Token, codebook: Codebook) -> set[str]:
    found: set[str] | None = parse.memo.get((codebook.version, token.i))
    if found is None:
        found = classes_of(token, codebook)
        if "person" in found and any(t.lower in _ARMING for t in parse.kids(token.i, "amod")):
            found.update(("force", "irregular"))
        parse.memo[codebook.version, token.i] = found
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
    yield from parse.kids(token.i, "appos")
    driven = count_lexicon().of["vehicles"].nouns if "person" in _by_role(token, False) else ()
    yield from (t for t in parse.kids(token.i, "compound") if t.lemma not in driven)  # a tanker driver is no tanker
    if token.lemma in _BUNDLES or token.pos in ("NUM", "DET"):
        yield from frames.complements(parse, token.i, "of")


def _number_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    if parse.kids(head, "nummod") or any(parse.kids(i, "nummod") for i in tokens):
        return True
    token = parse.tokens[head]
    above = parse.tokens[parse.tokens[token.head].head]
    return token.dep == "pobj" and (above.pos == "NUM" or above.lemma in _NUMBER_NOUNS)


def _subject_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    found = frames.subjects(parse, head) + _subjects_of_state(parse, head, tokens)
    if condition.open and (not found or any(_is_open(t) for t in found)):
        return True
    if _fits(parse, found, condition, codebook):
        return True
    acting = not condition.negative and not condition.classes.isdisjoint(("force", "org"))
    return acting and any(t.pos == "PROPN" and t.entity in _ACTING for t in found)


def _subjects_of_state(parse: Parse, head: int, tokens: tuple[int, ...]) -> list[Token]:
    """Return who is in a state that the pattern names with its verb and that parses as a passive: "shops stayed shut"."""
    states = [i for i in tokens if parse.tokens[i].dep == "auxpass"]
    return [t for i in ((head, *states) if states else ()) for t in parse.kids(i, "nsubjpass", "nsubj")]


def _is_open(token: Token) -> bool:
    """Tell whether a subject does not say what it is: a pronoun or a bare name."""
    return token.pos == "PRON" or (token.pos == "PROPN" and token.entity not in ("DATE", "TIME", "EVENT"))


def _object_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    found = frames.objects(parse, head)
    for i in tokens:
        if parse.tokens[i].pos in ("ADP", "ADV", "PART", "SCONJ"):
            found = found + frames.complements(parse, i) + parse.kids(i, "pobj", "dobj")
    if parse.tokens[head].pos in ("VERB", "AUX") and len(tokens) > 1:
        last = parse.tokens[tokens[-1]]
        found = found + frames.complements(parse, head, last.lower)
    if condition.open and (not found or any(t.pos == "PRON" for t in found)):
        return True
    if _fits(parse, found, condition, codebook):
        return True
    placed = not condition.negative and "place" in condition.classes
    return placed and any(_may_be_place(parse, t) for t in found)


def _may_be_place(parse: Parse, token: Token) -> bool:
    """Tell whether a name can be that of a place: small models take the names of villages for people and bodies."""
    return token.pos == "PROPN" and not (token.entity == "PERSON" and parse.kids(token.i, "compound"))


def _prep_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    links = ("prep", "prt", "agent", "dative")
    return any(t.lower in condition.words for i in {head, *tokens} for t in parse.kids(i, *links))


def _negation_fits(parse: Parse, head: int, tokens: tuple[int, ...], *_: object) -> bool:
    return any(t.lower in _NOT for i in {head, *tokens} for t in parse.kids(i, "neg", "advmod"))


def _under_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    above = parse.tokens[parse.tokens[head].head]
    return above.i != head and (above.lemma in condition.words or above.lower in condition.words)


def _near_fits(parse: Parse, head: int, tokens: tuple[int, ...], condition: Condition, codebook: Codebook) -> bool:
    return _stands_in(parse, *parse.sentences[parse.tokens[head].sentence], tokens, condition, codebook)


def _near_before(parse: Parse, head: int, condition: Condition, codebook: Codebook) -> bool:
    """Tell whether the sentence before has the word that is asked for: "A court spoke on Monday. He got six years"."""
    sentence = parse.tokens[head].sentence
    if condition.slot != "near" or condition.negative or sentence == 0:
        return False
    first, last = parse.sentences[sentence - 1]
    return _stands_in(parse, first, last, (), condition, codebook)


def _stands_in(
    parse: Parse, first: int, last: int, but: tuple[int, ...], condition: Condition, codebook: Codebook
) -> bool:
    return any(_is_meant(parse, t, condition, codebook) for t in parse.tokens[first:last] if t.i not in but)


_Slot = Callable[[Parse, int, tuple[int, ...], Condition, Codebook], bool]
_SLOTS: dict[str, _Slot] = {
    "subj": _subject_fits,
    "obj": _object_fits,
    "prep": _prep_fits,
    "near": _near_fits,
    "num": _number_fits,
    "neg": _negation_fits,
    "under": _under_fits,
}
