"""Words of force that tell of an accident: whom a driver hit, who died in a hit-and-run or when two ferries collided."""

from __future__ import annotations

from dateline.code import frames
from dateline.code.join import Happening
from dateline.code.word_classes import classes_of
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_WORDS = coding_words().roads
_HARM = coding_words().harm
_MODES = (None, "beating")
_ARMED = frozenset(("force", "irregular", "org", "police"))
_BACK, _AHEAD = 3, 1  # sentences in which an accident is told of what happened on the road


def is_accident(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether nobody means the harm that the words tell of."""
    return (
        _is_on_road(parse, happening, head, codebook)
        or _is_crash(parse, happening, head)
        or _is_toll_of_accident(parse, happening, head, codebook)
    )


def _is_on_road(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether somebody is only hit on the road: by a driver, or where a hit-and-run is told of.

    Who means it, or fights, uses force: "drove into the crowd on purpose", "the driver hit a passenger in the face".
    """
    if happening.type != "ASSAULT" or happening.lead.mode not in _MODES:
        return False
    if head.lemma in _WORDS.offences and head.pos in ("NOUN", "PROPN"):
        return any(t.lower in _WORDS.of_the_road for t in parse.kids(head.i, "amod", "compound", "nmod"))
    if not any(parse.tokens[i].lemma in _WORDS.hitting for i in happening.lead.tokens) or _is_meant(parse, head):
        return False
    doers = [t for i in happening.lead.tokens for t in _doers(parse, i)]
    if any(classes_of(parse, t, codebook) & _ARMED for t in doers):
        return False
    return _is_by_driver(parse, head) or _is_on_the_road(parse, head)


def _doers(parse: Parse, i: int) -> list[Token]:
    return [*frames.subjects(parse, i), *frames.complements(parse, i, "by")]


def _is_by_driver(parse: Parse, head: Token) -> bool:
    """Tell whether a driver, or "he" where one is named, hits somebody in the sentence: "died after a driver struck her"."""
    told = _passage(parse, head, 0, 0)
    doers = [t for verb in told if verb.lemma in _WORDS.hitting for t in _doers(parse, verb.i)]
    named = any(t.lemma in _WORDS.drivers and t.dep in ("nsubj", "nsubjpass") for t in told)
    return any(t.lemma in _WORDS.drivers or (named and t.lower in ("he", "she")) for t in doers)


def _is_on_the_road(parse: Parse, head: Token) -> bool:
    """Tell whether an accident on the road is told of in the passage."""
    told = _passage(parse, head, _BACK, _AHEAD)
    return any(t.lemma in _WORDS.telling or t.lower in _WORDS.telling for t in told) or _tells_of_flight(told)


def _tells_of_flight(told: list[Token]) -> bool:
    """Tell whether words say "hit-and-run" of no attack of armed men: "hit-and-run raids"."""
    words = [t for t in told if t.text[0].isalnum()]
    return any(
        (a.lower, b.lower, c.lower) == ("hit", "and", "run") or (a.lower, b.lower) == ("hit", "run")
        for a, b, c in zip(words, words[1:], words[2:], strict=False)
    )


def _is_meant(parse: Parse, head: Token) -> bool:
    """Tell whether the words around say that somebody meant it, or that arms or hands did it."""
    near = _passage(parse, head, 1, 0)
    own = _passage(parse, head, 0, 0)
    return any(t.lemma in _WORDS.meaning or t.lower in _WORDS.meaning for t in near) or any(
        t.lemma in _WORDS.by_hand for t in own
    )


def _passage(parse: Parse, head: Token, back: int, ahead: int) -> list[Token]:
    """Return the words of some sentences around that of a word."""
    first = parse.sentences[max(0, head.sentence - back)][0]
    last = parse.sentences[min(head.sentence + ahead, len(parse.sentences) - 1)][1]
    return list(parse.tokens[first:last])


def _is_crash(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether an accident kills, or a vehicle comes to harm by itself: "died when two jets collided", "a bus overturned"."""
    if head.pos != "VERB" or frames.complements(parse, head.i, "by"):
        return False
    if happening.type == "PROTEST":
        return head.lemma in _HARM.crashing and not parse.kids(head.i, "dobj") and _is_moved(parse, head)
    hurt = happening.type == "ASSAULT" and head.lemma in _HARM.hurting | _HARM.dying
    causes = [t for t in parse.kids(head.i, "advcl") if t.lemma in _HARM.crashing]
    alone = [t for t in causes if _is_moved(parse, t) and not frames.objects(parse, t.i)]
    hit = any(parse.kids(t.i, "advcl", "conj") or frames.complements(parse, t.i, "into", "by") for t in alone)
    own = head.lemma in _HARM.dying or frames.is_passive(parse, head.i)
    return hurt and own and bool(alone) and not hit


def _is_toll_of_accident(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether those who come to harm do so in an accident told of beside it, and nothing speaks of force.

    "A lorry overturned near Gao, and four nurses were killed"; "... The driver died."; "a blaze at a club killed 20".
    """
    if happening.type != "ASSAULT" or head.lemma not in _HARM.hurting | _HARM.dying or head.pos != "VERB":
        return False
    told = _passage(parse, head, 1, 0)
    sufferers = {i for t in parse.kids(head.i, "nsubj", "nsubjpass") for i in parse.subtree(t.i)}
    force = _WORDS.meaning | _WORDS.by_hand
    if any((t.lemma in force or t.lower in force) and t.i not in sufferers for t in told):
        return False
    if any(t.lemma in _HARM.burning and not parse.kids(t.i, "amod", "compound") for t in parse.kids(head.i, "nsubj")):
        return True
    doers = frames.complements(parse, head.i, "by")
    suffered = head.lemma in _HARM.dying or frames.is_passive(parse, head.i)
    return suffered and not doers and any(_goes_wrong(parse, verb, codebook) for verb in told if verb.pos == "VERB")


def _goes_wrong(parse: Parse, verb: Token, codebook: Codebook) -> bool:
    """Tell whether a vehicle comes to grief by itself, one runs into another, or what stands falls down."""
    things = _movers(parse, verb)
    if not things or parse.kids(verb.i, "auxpass") or frames.complements(parse, verb.i, "by"):
        return False
    hit = [t for t in frames.objects(parse, verb.i) if t not in things]
    if verb.lemma in _HARM.crashing:
        return not hit and _is_moved(parse, verb)
    if verb.lemma in _WORDS.ramming:
        return bool(hit) and all("vehicle" in classes_of(parse, t, codebook) for t in (*things, *hit))
    hit = [t for t in hit if t.lemma != "way"]  # "gave way"
    return verb.lemma in _WORDS.giving_way and not hit and all(t.lemma in _WORDS.standing for t in things)


def _is_moved(parse: Parse, verb: Token) -> bool:
    """Tell whether things, not people, are the subject of a verb that is not passive."""
    who = _movers(parse, verb)
    return bool(who) and all(t.pos in ("NOUN", "PROPN") and t.lemma not in roles().people for t in who)


def _movers(parse: Parse, verb: Token) -> list[Token]:
    """Return the subjects of a verb, also where parsers take it for a participle: "A bus overturned, and nine were hurt"."""
    noun = parse.tokens[verb.head]
    if verb.dep != "acl":
        return parse.kids(verb.i, "nsubj")
    beside = [*parse.kids(noun.i, "conj"), *parse.kids(noun.head, "nsubj", "nsubjpass")]
    joined = noun.dep in ("nsubj", "nsubjpass") and any(t.i > verb.i for t in beside)
    comma = any(t.text == "," and t.i > verb.i for t in parse.kids(noun.i, "punct"))
    return [noun] if noun.dep == "ROOT" or (joined and comma) else []
