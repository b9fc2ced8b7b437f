"""Who is behind a deed that is told only as somebody's responsibility.

"The Front was responsible for the bombing", "five men behind the raid", "wanted over a killing in 2011", "the blast was the
work of the Front": the deed has its doer; who says so lays it at his door. So has a deed that somebody is punished for or
owns up to: "is serving ten years for the murder of a judge", "pleaded guilty to the killing".
"""

from __future__ import annotations

from dateline.code import frames
from dateline.code.given import given_for
from dateline.code.negation import none_of
from dateline.code.shares import sharers
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words

_FOR = ("for", "over", "with")
_UNKNOWN = frozenset(("anybody", "anyone", "somebody", "someone", "those", "what", "which", "who"))
_WORDS = coding_words().verbs
_HANDS = coding_words().captives.hands
_TRIALS = frozenset(("court", "dock", "trial"))
_SENTENCES = coding_words().acts.rulings | coding_words().acts.terms


def culprits(parse: Parse, head: int) -> list[Token]:
    """Return whose doing the deed named by a noun is, by the words that the noun stands behind."""
    return [t for t in _answering(parse, head) if t.lower not in _UNKNOWN and not none_of(parse, t)]


def fired_by(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return from whom the fire or attack comes that people come under, or who holds them: "came under fire from soldiers"."""
    words = [parse.tokens[i] for i in trigger.tokens]
    found = [t for word in words for t in frames.coming_from(parse, word)]
    under = any(word.lower == "under" for word in words)
    return found or held_by(parse, trigger) or (frames.complements(parse, trigger.head, "from") if under else [])


def held_by(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return in whose hands the subject of a violent deed is: "are still in the hands of the rebels"."""
    words = [parse.tokens[i] for i in trigger.tokens] if trigger.type == "ASSAULT" else []
    return [t for hand in words if hand.lemma in _HANDS for t in frames.complements(parse, hand.i, "of")]


def _answering(parse: Parse, head: int) -> list[Token]:
    noun = parse.tokens[head]
    if noun.dep == "nsubj":
        works = [t for t in parse.kids(noun.head, "attr") if t.lemma == "work"]
        return [t for work in works for t in frames.complements(parse, work.i, "of")]
    link = parse.tokens[noun.head]
    if noun.dep == "dobj" and link.lemma in _WORDS.owning_up:  # "admitted the killing"
        return [] if parse.kids(link.i, "neg") else frames.subjects(parse, link.i)
    if noun.dep not in ("pobj", "pcomp") or link.dep != "prep":
        return []
    sharing = sharers(parse, noun)
    if sharing:
        return sharing
    if link.lower == "behind":
        return _behind(parse, link)
    above = answerable(parse, link)
    if above is None:
        return _punished(parse, link) or _tried(parse, link) or _owning_up(parse, link)
    if above.lower in ("blame", "responsible"):
        return _held_to_answer(parse, above)
    return _sought(parse, above)


def _punished(parse: Parse, link: Token) -> list[Token]:
    """Return who is punished for a deed: "jailed two men for the murder", "got ten years for it", "is serving life for it"."""
    if link.lower not in _FOR:
        return []
    verb, between = parse.tokens[link.head], []
    while verb.pos in ("ADP", "NOUN", "NUM") and verb.head != verb.i:
        between.append(verb)
        verb = parse.tokens[verb.head]
    if verb.lemma in _WORDS.sentencing:
        return frames.objects(parse, verb.i)
    given = {t.lemma for t in (*between, *parse.kids(verb.i, "dobj", "npadvmod", "oprd"))}
    if verb.pos != "VERB" or not given & _SENTENCES:
        return []
    serves = verb.lemma in coding_words().harm.doing_time
    return frames.subjects(parse, verb.i) if serves else given_for(parse, link)


def _tried(parse: Parse, link: Token) -> list[Token]:
    """Return who is tried for a deed: "went on trial over the murder", "the trial of a policeman over the shooting"."""
    if link.lower not in _FOR:
        return []
    above = parse.tokens[link.head]
    while above.pos == "ADP" and above.head != above.i:
        above = parse.tokens[above.head]
    trial = above if above.lemma in _TRIALS else None
    if trial is not None and trial.dep != "pobj":
        return parse.kids(trial.i, "poss") + frames.complements(parse, trial.i, "of")
    verb = parse.tokens[parse.tokens[trial.head].head] if trial is not None else above
    there = any(t.lemma in _TRIALS for t in frames.complements(parse, verb.i, "on", "in", "before"))
    tried = trial is not None or there or any(t.lemma in _TRIALS for t in parse.kids(verb.i, "dobj"))
    return frames.subjects(parse, verb.i) if tried and verb.lemma in _WORDS.standing_trial else []


def _owning_up(parse: Parse, link: Token) -> list[Token]:
    """Return who owns up to a deed: "confessed to the killing", "pleaded guilty to it"."""
    verb = parse.tokens[link.head]
    verb = parse.tokens[verb.head] if verb.lower == "guilty" else verb
    owns = link.lower == "to" and verb.lemma in _WORDS.owning_up and not parse.kids(verb.i, "neg")
    return frames.subjects(parse, verb.i) if owns else []


def answerable(parse: Parse, link: Token) -> Token | None:
    """Return the word by which somebody answers for what stands behind a preposition: "responsible", "to blame", "wanted"."""
    if link.lower not in _FOR:
        return None
    above = parse.tokens[link.head]
    if above.lemma == "connection":  # "in connection with"
        above = parse.tokens[parse.tokens[above.head].head]
    to_blame = above.lower == "blame" and parse.tokens[above.head].lemma == "be"
    sought = above.lemma in _WORDS.sought and above.tag in ("VBD", "VBN") and not parse.kids(above.i, "dobj", "xcomp")
    return above if above.lower == "responsible" or to_blame or sought else None


def is_charged(parse: Parse, noun: Token, *, said: bool) -> bool:
    """Tell whether a deed is only laid at somebody's door: he is wanted for it, held or said to be responsible.

    said: whether a source tells it; what the outlet states ("the general was responsible for the raid") is told as fact.
    """
    link = parse.tokens[noun.head]
    if noun.dep not in ("pobj", "pcomp") or not culprits(parse, noun.i):
        return False
    word = answerable(parse, link)
    if word is None and _tried(parse, link):
        return True
    if word is None:
        return said and link.lower == "behind" and parse.tokens[link.head].lemma == "be"
    above = parse.tokens[word.head]
    above = parse.tokens[above.head] if word.dep == "amod" else above  # as parsers have "held the rebels responsible"
    return above.lemma == "hold" or word.lemma in _WORDS.sought or (said and above.lemma == "be")


def _held_to_answer(parse: Parse, word: Token) -> list[Token]:
    """Return who is responsible or to blame, or held to be so."""
    verb = parse.tokens[word.head]
    if word.dep == "amod":  # "soldiers responsible for it"
        return [verb]
    if verb.lemma == "hold" and word.dep in ("acomp", "advcl", "ccomp", "oprd", "xcomp"):
        return parse.kids(word.i, "nsubj") or frames.objects(parse, verb.i) or parse.kids(verb.i, "nsubj")
    return frames.subjects(parse, verb.i) if verb.lemma == "be" else []


def _sought(parse: Parse, verb: Token) -> list[Token]:
    """Return who is wanted: "a man wanted for the raid", "Roe, wanted for the raid, was held"."""
    if verb.dep in ("acl", "relcl"):
        return [parse.tokens[verb.head]]
    return parse.kids(verb.i, "nsubjpass", "nsubj")


def _behind(parse: Parse, link: Token) -> list[Token]:
    """Return who stands behind a deed: "the Front was behind the raid", "held five men behind the raid"."""
    above = parse.tokens[link.head]
    if above.lemma == "be":
        return frames.subjects(parse, above.i)
    if above.pos in ("VERB", "AUX"):
        return [t for t in parse.kids(above.i, "dobj") if max(parse.subtree(t.i)) == link.i - 1]
    return [above]


def laid_at_door(parse: Parse, trigger: Trigger) -> list[tuple[str, Token]]:
    """Return who says that somebody is responsible or to blame, and who is, each with its role; nothing for other words."""
    verb = _copula(parse, trigger)
    if verb is None:
        return _held_by(parse, trigger)
    saying = _saying(parse, verb)
    tellers = frames.subjects(parse, saying.i) if saying is not None else []
    return [*(("actor", t) for t in tellers), *(("recipient", t) for t in frames.subjects(parse, verb.i))]


def is_untold_blame(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether somebody is only stated to be behind a deed, and nobody says so: "a militia that was responsible for"."""
    verb = _copula(parse, trigger)
    return verb is not None and _saying(parse, verb) is None


def _copula(parse: Parse, trigger: Trigger) -> Token | None:
    """Return the "is" of a trigger that states who is responsible or to blame."""
    head = parse.tokens[trigger.head]
    words = {parse.tokens[i].lower for i in trigger.tokens}
    verb = parse.tokens[head.head] if head.lower == "blame" and head.dep == "xcomp" else head
    told = trigger.type == "ACCUSE" and verb.lemma == "be" and words & {"blame", "responsible"}
    return verb if told else None


def _held_by(parse: Parse, trigger: Trigger) -> list[tuple[str, Token]]:
    """Return who holds whom responsible, as far as the verb has no plain object: "held responsible for it, the militia"."""
    verb = parse.tokens[trigger.head]
    word = next((parse.tokens[i] for i in trigger.tokens if parse.tokens[i].lower == "responsible"), None)
    if trigger.type != "ACCUSE" or verb.lemma != "hold" or word is None:
        return []
    inner = parse.kids(word.i, "nsubj")  # "held [the army responsible]"
    if inner:
        return [*(("actor", t) for t in frames.subjects(parse, verb.i)), *(("recipient", t) for t in inner)]
    bare = verb.tag in ("VBD", "VBN") and not parse.kids(verb.i, "dobj", "ccomp", "xcomp")
    return [("recipient", t) for t in parse.kids(verb.i, "nsubj", "nsubjpass")] if bare else []


def _saying(parse: Parse, verb: Token) -> Token | None:
    """Return the verb of saying whose words a clause is."""
    above = parse.tokens[verb.head]
    return above if verb.dep == "ccomp" and above.i != verb.i else None
