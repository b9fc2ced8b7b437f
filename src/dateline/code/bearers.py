"""What a word can be: people, a body, a place; and whether it can bear a role."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code import frames
from dateline.code.captives import is_caught
from dateline.code.word_classes import classes_of
from dateline.records import Parse, Token, Toponym
from dateline.reference.actors import registry
from dateline.reference.calendar_words import day_names, later_ordinals
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

PEOPLE = frozenset(("person", "force", "police", "crowd", "worker"))
INSTRUMENTS = frozenset(("weapon", "missile"))
# Types whose happenings are local: a place behind a preposition is where, not to whom.
LOCAL = frozenset(("GATHER", "PROTEST", "AID", "MOBILIZE", "RETREAT", "COERCE", "ASSAULT"))
_EMPTY = frozenset("anything everything nothing one something that there this what which".split())
_WORDS = coding_words()
_NOMINAL = ("appos", "attr", "conj", "dobj", "nsubj", "nsubjpass", "pobj")
_OURS = frozenset("hers his mine ours theirs them us yours".split())
_ANYBODY = frozenset("anybody anyone nobody somebody those".split())
_BEARING = ("dobj", "nsubj", "nsubjpass", "pobj")
_WHAT_IS_DEALT_WITH = frozenset(("deal", "goods", "law", "supply"))
_HOURS = frozenset("at by until till before after around about since from".split())


def may_receive(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word can mean somebody who is dealt with: not "it", not a bill, a ban or a harbour."""
    if token.pos in ("PROPN", "NUM", "DET") or (token.pos == "PRON" and token.lower != "it"):
        return True
    return is_somebody(parse, token, codebook) or "place" in kinds(parse, token, codebook)


def is_town(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word names a place that is no country: where somebody goes, not whom he deals with."""
    if token.pos != "PROPN" or (token.entity in ("PERSON", "ORG", "NORP") and not names_place(parse, token)):
        return "place" in kinds(parse, token, codebook) and token.lemma not in ("country", "nation", "state")
    name = [t.text for t in parse.kids(token.i, "compound") if t.i < token.i] + [token.text]
    return registry().country_of(" ".join(name)) is None


def is_somebody(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word names people, a body or a state."""
    if (
        token.pos == "ADJ"
        and token.tag == "JJ"
        and token.entity not in ("GPE", "NORP")
        and not _is_the_adjective(parse, token)
    ):
        return False  # "a general strike", "a military offensive"
    return bool(kinds(parse, token, codebook) & (PEOPLE | {"org"})) or token.entity in ("GPE", "NORP", "ORG", "PERSON")


def kinds(parse: Parse, token: Token, codebook: Codebook) -> frozenset[str]:
    """Return the classes of what a word means: of "farmers" for "dozens of farmers", of the name set beside it too."""
    key = ("kinds", codebook.version, token.i, names_place(parse, token))
    found: frozenset[str] | None = parse.memo.get(key)
    if found is None:
        found = parse.memo[key] = _kinds(parse, token, codebook)
    return found


def _kinds(parse: Parse, token: Token, codebook: Codebook) -> frozenset[str]:
    found = classes_of(parse, token, codebook)
    if names_place(parse, token):
        found = found - PEOPLE - {"org"} | {"place"}
    for part in _parts(parse, token):
        inner = classes_of(parse, part, codebook) | (
            {"person", "crowd"} if part.lower in _WORDS.people.our_own | _OURS else set()
        )
        return inner if inner & PEOPLE or token.pos == "NUM" else found | inner
    if token.lower in _ANYBODY or (token.lower == "one" and parse.kids(token.i, "det")):
        found |= {"person", "crowd"}
    if any(t.entity == "PERSON" for t in parse.kids(token.i, "appos")):
        found |= {"person"}
    if _is_the_adjective(parse, token) or is_of_age(parse, token):
        found |= {"person", "crowd"}
    return found


def is_of_age(parse: Parse, token: Token) -> bool:
    """Tell whether an age stands for who is that old: "an 18-year-old was arrested"."""
    return token.lower in ("old", "olds") and token.dep in _NOMINAL and parse.tokens[token.i - 1].text == "-"


def _is_the(parse: Parse, token: Token) -> bool:
    return any(t.lower == "the" for t in parse.kids(token.i, "det"))


def _is_the_adjective(parse: Parse, token: Token) -> bool:
    """Tell whether an adjective behind "the" means people: "the elderly"."""
    return token.lower in _WORDS.people.adjectives and _is_the(parse, token)


def note_places(parse: Parse, toponyms: Iterable[Toponym]) -> None:
    """Note which words name places by the gazetteer: small models take many a town for a person or a body."""
    for toponym in toponyms:
        head = parse.head_of(toponym.span) if toponym.kind == "literal" else None
        if head is not None and head.pos == "PROPN" and not is_caught(parse, head):
            parse.memo["place", head.i] = True


def names_place(parse: Parse, token: Token) -> bool:
    """Tell whether a word is the head of a place's name by the gazetteer."""
    return ("place", token.i) in parse.memo


def _parts(parse: Parse, token: Token) -> list[Token]:
    """Return what a number or a part is of: "farmers" for "dozens of farmers"."""
    if token.pos != "NUM" and token.lemma not in _WORDS.people.parts and token.lower not in ("one", "none"):
        return []
    return frames.complements(parse, token.i, "of")


def _is_hour(parse: Parse, token: Token) -> bool:
    """Tell whether a bare number is a time of day: "by five", "tomorrow at six"."""
    above = parse.tokens[token.head]
    return token.pos == "NUM" and token.dep == "pobj" and above.lower in _HOURS and not parse.kids(token.i)


def _is_score(parse: Parse, token: Token) -> bool:
    """Tell whether a bare number is the other side's of a vote: "by 68 votes to 40", "won 27 to 25"."""
    before = parse.tokens[max(0, token.head - 2) : token.head]
    to = token.dep == "pobj" and parse.tokens[token.head].lower in ("against", "to")
    return token.pos == "NUM" and to and not parse.kids(token.i) and any(t.pos == "NUM" for t in before)


def _is_one_of_those(parse: Parse, token: Token) -> bool:
    """Tell whether "one" is one of those told of before, to whom something was done: "two were held; one was freed"."""
    verb = parse.tokens[token.head]
    done = any(t.tag == "VBD" for t in parse.kids(verb.i, "auxpass"))
    return token.lower == "one" and token.dep == "nsubjpass" and done and not parse.kids(token.i)


def can_take_part(parse: Parse, token: Token) -> bool:
    """Tell whether a word can bear a role at all: no verb, no date, no hour."""
    if not any(c.isalnum() for c in token.text) or _is_hour(parse, token) or _is_score(parse, token):
        return False
    if (
        is_of_age(parse, token)
        or _is_the_adjective(parse, token)
        or _is_ranked(parse, token)
        or (token.lower == "one" and parse.kids(token.i, "det"))
    ):  # "no one"
        return True
    if _is_one_of_those(parse, token):
        return True
    if (token.lower in _EMPTY and not _parts(parse, token)) or token.pos in ("VERB", "ADP", "PUNCT", "SYM", "SCONJ"):
        return False
    if token.lemma in _WORDS.people.currencies and _is_sum(parse, token):
        return False  # "fined the paper 3,000 euros"
    if (
        token.lemma in _WORDS.people.tallies
        and token.pos == "NOUN"
        and (_is_the(parse, token) or not _parts(parse, token))
    ):
        return False  # "the number of dead", but "a number of dead"
    if token.pos == "ADJ" and token.tag == "JJ" and _is_bare_adjective(parse, token):
        return False  # "this senseless and cowardly killing"
    if token.lower in day_names() or (
        token.lower in ("another", "other") and parse.tokens[token.i - 1].lower in ("each", "one")
    ):
        return False  # "today's march", "blamed each other"
    if token.lemma in ("air", "sky"):
        return False  # nobody is hit by what is "fired into the air"
    if token.entity in ("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL") and not (
        token.pos in ("NUM", "NOUN") and any(t.entity not in ("DATE", "TIME") for t in _parts(parse, token))
    ):
        return False
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")


def _is_sum(parse: Parse, token: Token) -> bool:
    """Tell whether a currency is what is paid: "3,000 euros", "two million rand"."""
    return token.pos in ("NOUN", "PROPN") and bool(parse.kids(token.i, "nummod"))


def can_act(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word can mean who does something: no happening, deal or money ("talks", "an attack")."""
    classes = kinds(parse, token, codebook)
    if token.lemma in _WORDS.harm.strife:
        return False  # "the conflict has killed thousands"
    made_of = frames.complements(parse, token.i, "of") if token.pos == "NOUN" and not classes & PEOPLE else []
    if made_of and made_of[0].lemma in codebook.happenings and not kinds(parse, made_of[0], codebook) & PEOPLE:
        return False  # "a wave of attacks"
    if token.pos != "NOUN" or classes & (PEOPLE | {"org", "vehicle"}) or is_somebody(parse, token, codebook):
        return True
    if token.dep == "pobj" and parse.tokens[token.head].lower == "by" and classes & {"site", "way"}:
        return False  # "shot by the roadside", "a vigil by the gate"
    happens = token.lemma in codebook.happenings and (not classes or token.lemma in _WORDS.acts.talks)
    return not (classes & _WHAT_IS_DEALT_WITH or happens)


def _is_ranked(parse: Parse, token: Token) -> bool:
    """Tell whether a bare ordinal counts on among people: "two were held, a third was released"."""
    counted = token.tag in ("JJ", "NN") and token.entity in ("ORDINAL", "") and token.lower in later_ordinals()
    return counted and token.dep in _BEARING and any(t.lower == "a" for t in parse.kids(token.i, "det"))


def _is_bare_adjective(parse: Parse, token: Token) -> bool:
    """Tell whether an adjective stands for no people: not "the wounded", "the other", "many"."""
    if token.lower == "other":
        return False
    if (
        token.entity in ("GPE", "NORP", "ORG", "PERSON")
        or token.lower in _WORDS.people.our_own
        or token.lemma in _WORDS.people.parts
    ):
        return False
    return not _is_the_adjective(parse, token) and not parse.kids(token.i, "nummod")


def fits_role(parse: Parse, role: str, type_: str, token: Token, codebook: Codebook) -> bool:
    """Tell whether what stands behind a preposition can bear the role: targets may be things, all others are somebody."""
    classes = kinds(parse, token, codebook)
    if role == "target":
        return not classes & INSTRUMENTS
    if role == "honouree" and (token.pos == "PROPN" or token.lower in _WORDS.people.mourned):
        return True
    if role == "recipient" and type_ == "RETREAT" and "vehicle" in classes:
        return True  # "reopened for coaches"
    country = "place" in classes and type_ in ("AID", "RETREAT") and not is_town(parse, token, codebook)
    return bool(classes & (PEOPLE | {"org"})) or country or ("place" in classes and type_ not in LOCAL)
