"""What a noun or pronoun can stand for: the codebook's classes of a word."""

from __future__ import annotations

from dateline.code.captives import is_captive
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.numbers import count_lexicon
from dateline.reference.roles import roles

_ENTITY_CLASSES = {"PERSON": "person", "NORP": "person", "ORG": "org", "GPE": "place", "LOC": "place", "FAC": "site"}
_SECTOR_CLASSES = {
    "MIL": ("force",), "REB": ("force",), "UAF": ("force",), "CRM": ("force",), "COP": ("police", "force"),
    "CVL": ("crowd",), "AGR": ("crowd", "worker"), "EDU": ("crowd", "worker"), "LAB": ("crowd", "worker"),
    "HLH": ("crowd", "worker"), "REF": ("crowd",), "OPP": ("crowd",), "REL": ("crowd",),
}  # fmt: skip
_WORDS = coding_words().people
_IRREGULAR = coding_words().forms
_SIGNS = coding_words().signs
# Who breaks a rule or is warned: nobody has done so yet ("anyone who breaks the curfew").
ANYBODY = frozenset(("anybody", "anyone", "everybody", "everyone", "those", "whoever"))
# Classes of things: what belongs to one of them is nobody, whatever it ends in ("banners", "trailers").
THINGS = frozenset(("goods", "missile", "site", "supply", "vehicle", "way", "weapon"))
_LED = frozenset(("authority", "org", "police", "press", "venue"))
_NAMED_AS_OTHERS = frozenset(("FAC", "GPE", "LOC", "NORP", "ORG", "PERSON"))
_NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "dative"))


def classes_of(parse: Parse, token: Token, codebook: Codebook) -> frozenset[str]:
    """Return the codebook classes that a noun or pronoun belongs to, by the codebook, the table of roles and its entity."""
    found: frozenset[str] | None = parse.memo.get((codebook.version, token.i))
    if found is None:
        found = parse.memo[codebook.version, token.i] = frozenset(_classes_of(parse, token, codebook))
    return found


def _classes_of(parse: Parse, token: Token, codebook: Codebook) -> set[str]:
    if token.lower in ("old", "olds") and token.dep in _NOMINAL and parse.tokens[token.i - 1].text == "-":
        return {"person"}  # "a 19-year-old"
    by_word = codebook.classes_by_word
    found = {*by_word.get(token.lemma, ()), *by_word.get(token.lower, ())}
    if token.tag == "NNPS" or (token.tag == "NNP" and token.lower == token.lemma):
        found.update(*(by_word.get(lemma, ()) for lemma in other_lemmas(token)))
    if "-" in token.lemma and token.pos in ("NOUN", "PROPN"):
        found |= by_word.get(token.lemma.rpartition("-")[2], frozenset())
    found |= by_role(token, bool(found & THINGS))
    if token.entity in _ENTITY_CLASSES and (token.pos == "PROPN" or token.entity == "NORP"):
        found.add(_ENTITY_CLASSES[token.entity])
    if _is_titled(parse, token, codebook) and not found & THINGS:
        found.add("person")
    if token.lemma == "head" and _heads(parse, token, codebook):
        found.update(("person", "statesman"))
    if is_captive(parse, token):
        found = found - {"org", "place", "site"} | {"person"}
    if token.dep == "compound" and "aircraft" in by_word.get(parse.tokens[token.head].lemma, ()):
        found -= {"crowd", "fighter", "irregular", "person"}  # "fighter jets"
    if token.lower in _WORDS.pronouns:
        found.update(("person",) if token.lower in _WORDS.pronouns_of_one else ("person", "crowd"))
    if token.lower in _WORDS.quantities and token.dep in _NOMINAL:
        found.update(("person", "crowd"))
    if _counts_people(token):
        found.update(("person", "crowd", "tally"))
    return found - {"person", "crowd", "tally"} if found and _measures_land(parse, token) else found


def _heads(parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether a head is somebody's: "the head of the police", "the head of the mission", not "the head of the queue"."""
    led = [o for link in parse.kids(head.i, "prep") if link.lower == "of" for o in parse.kids(link.i, "pobj")]
    bodies = (codebook.classes_by_word.get(o.lemma, frozenset()) & _LED for o in led)
    return any(o.entity == "ORG" or o.lemma in _WORDS.headed or body for o, body in zip(led, bodies, strict=True))


def _measures_land(parse: Parse, token: Token) -> bool:
    """Tell whether a number or a part is of land that is taken, not of people: "captured most of the district"."""
    taken = token.dep in ("dobj", "nsubjpass") and parse.tokens[token.head].lemma in coding_words().captives.taking
    if not taken or (token.pos != "NUM" and token.lemma not in _WORDS.parts):
        return False
    whole = [o for link in parse.kids(token.i, "prep") if link.lower == "of" for o in parse.kids(link.i, "pobj")]
    return any(o.lemma in _WORDS.lands or (o.pos == "PROPN" and o.entity in ("GPE", "LOC")) for o in whole)


def _is_titled(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a name that the model took for no person has a rank or office before it: "Police chief Ana Roe"."""
    if token.pos != "PROPN" or token.entity in _NAMED_AS_OTHERS:
        return False
    before = parse.kids(token.i, "compound")
    titles = (
        t for t in before[:-1] if t.lower in roles().people or "person" in codebook.classes_by_word.get(t.lower, ())
    )
    return next(titles, None) is not None


def _counts_people(token: Token) -> bool:
    """Tell whether a number or a round number stands alone for people: "44", "a dozen were led away"."""
    if token.entity.startswith(("DATE", "TIME", "MONEY", "PERCENT")):
        return False
    return token.pos == "NUM" or (token.lemma in _WORDS.number_nouns and token.dep in _NOMINAL)


def by_role(token: Token, thing: bool) -> set[str]:
    """Return the classes that the table of roles and the word's ending give. thing: it is known to name a thing."""
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
        plural = len(token.text) > 6 and token.lower.endswith(_WORDS.endings)
        return {"person", "crowd"} if plural and token.lower not in count_lexicon().not_people else set()
    singular = token.tag == "NN" and len(token.text) > 5 and token.lower.endswith(_WORDS.endings_of_one)
    return {"person"} if singular and token.lower not in _WORDS.no_people else set()


def other_lemmas(token: Token) -> list[str]:
    """Return what the lemma might be: "raped" is not from "rap", "cordoned" not from "cordone", "Missiles" is a plural."""
    word = token.lower
    if token.pos == "PROPN":
        return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("ed"):
        return [word[:-1], word[:-2]]
    return [word[:-3], word[:-3] + "e"] if word.endswith("ing") else []


def words_of(token: Token) -> tuple[str, ...]:
    """Return what patterns can ask for in a token: its lemma, its own form and, for a sign of money, the noun for it."""
    sign = _SIGNS.get(token.lower)
    return (token.lemma, token.lower) if sign is None else (token.lemma, token.lower, sign)
