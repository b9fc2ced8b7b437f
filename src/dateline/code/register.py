"""Is this text hard news? In sport, arts, markets, science and daily life the words of conflict are mostly figures of speech.

A text is quiet when the words of everyday topics outweigh those of public life and conflict (`reference/data/topics.en.toml`)
and what is literally done in it: a figure of speech has no police, soldiers or ministers for its doer and no people for its
victims. Of a quiet text only firm mentions are kept: people gathering on an occasion, help to people, and what is literally
done and told as past, since reviews and previews tell the plot in the present.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import inf

from dateline.code.word_classes import classes_of
from dateline.records import EventMention, Parse, Reading, Token, voice_at
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.topics import Topics

# Set between the everyday texts (the work part of bench/quiet: one on a board game reaches 0.91, all others stay below 0.78,
# all but two of 90 below 0.56) and the development stories, which reach 1.78 or more.
_LOUD = 0.95
# What a word of conflict, a mention with human victims and one with a public actor weigh; a word of public life weighs 1.
_HARD_WORD, _HARMED, _ACTED = 3, 3, 5
# A word that announces something made up weighs as much on the other side.
_MADE_UP = 3
# A text must show this much of the everyday, or a single word of public life makes it loud.
_HEADWAY = 3
# A word told again and again tells no more.
_REPEATS = 2
# A shorter text, or one with fewer words of everyday topics, says too little of its register.
_LEAST_WORDS = 30
_LEAST_EVERYDAY = 3
_CONTENT = frozenset(("NOUN", "VERB", "PROPN", "ADJ"))
_REAL = frozenset(("occurred", "ongoing", "alleged"))
_WORDS = coding_words().register
_DOING = frozenset(("actor", "perpetrator"))
_SOMEBODY = frozenset(("person", "org", "force", "place"))
# What has no figures of speech: people are buried and remembered, and roads blocked, in quiet texts too.
_IN_EARNEST = {
    "GATHER": frozenset(("commemoration", "funeral", "procession", "vigil")),
    "PROTEST": frozenset(("blockade", "hunger-strike", "vandalism")),
}
# Dealings that whoever tells of himself has with a shop or a friend; what is done by force or in public is told of others.
_DEALINGS = frozenset("ACCUSE AGREE AID CONCEDE CONSULT COOPERATE GATHER REJECT REQUEST SUPPORT THREATEN".split())
_TELLING_OF_HIMSELF = frozenset(("i", "you"))
_CLAUSES = 6  # steps up from a word to the clause that tells of a tale


def is_custom(parse: Parse, head: int) -> bool:
    """Tell whether the clause says what usually happens, or how often: "arrests for theft fell by 4 percent"."""
    token = _clause_of(parse, head)
    noun = parse.tokens[head]
    if noun.tag == "NNS" and noun.dep == "nsubj" and token.lemma in _WORDS.moves:
        return True
    return not _is_past(parse, token) and any(t.lower in _WORDS.in_general for t in parse.kids(token.i, "advmod"))


def is_private(reading: Reading, mention: EventMention) -> bool:
    """Tell whether the outlet itself says "I" or "you": an advertisement, a letter, a column, whose dealings are no news."""
    if mention.type not in _DEALINGS or voice_at(reading.voices, mention.trigger.span.start).kind != "outlet":
        return False
    said = mention.attribution is not None
    doers = {a.text.lower() for a in mention.arguments if a.role == "actor"}
    return not said and bool(doers & _TELLING_OF_HIMSELF)


def is_plot(parse: Parse, head: int) -> bool:
    """Tell whether the words tell what happens in a work of fiction, which is told in the present."""
    token = parse.tokens[head]
    if token.tag == "VBD":
        return False
    for _ in range(_CLAUSES):
        if token.tag in ("VBZ", "VBP") and _tells_a_tale(parse, token):
            return True
        if token.head == token.i:
            return False
        token = parse.tokens[token.head]
    return False


def _tells_a_tale(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says what a tale is about, or what happens in it."""
    inside = [t for p in parse.kids(verb.i, "prep") if p.lower == "in" for t in parse.kids(p.i, "pobj")]
    told = parse.kids(verb.i, "nsubj") if verb.lemma in _WORDS.telling else []
    return any(t.lemma in _WORDS.tales for t in (*inside, *told))


def _clause_of(parse: Parse, head: int) -> Token:
    """Return the verb of the clause that a word stands in."""
    token = parse.tokens[head]
    while token.pos not in ("VERB", "AUX") and token.head != token.i:
        token = parse.tokens[token.head]
    return token


def is_quiet(parse: Parse, mentions: Sequence[EventMention], topics: Topics, codebook: Codebook) -> bool:
    """Tell whether the text is about a topic in which conflict is a figure of speech."""
    words = [t for t in parse.tokens if t.pos in _CONTENT]
    return len(words) >= _LEAST_WORDS and loudness(words, parse, mentions, topics, codebook) < _LOUD


def loudness(
    words: Sequence[Token], parse: Parse, mentions: Sequence[EventMention], topics: Topics, codebook: Codebook
) -> float:
    """Return how far public life and conflict outweigh everyday topics; infinite where hardly a word is of these."""
    lists = ((topics.hard, "hard"), (topics.public, "public"), (topics.everyday, "everyday"))
    found: dict[str, Counter[str]] = {name: Counter() for _, name in lists}
    for token in words:
        word = next(((w, name) for w in (token.lemma, token.lower) for lemmas, name in lists if w in lemmas), None)
        if word is not None:
            found[word[1]][word[0]] += 1
    weight = {name: sum(min(n, _REPEATS) for n in counts.values()) for name, counts in found.items()}
    if weight["everyday"] < _LEAST_EVERYDAY:
        return inf
    literal = sum(_literal(m, parse, codebook) for m in mentions)
    quiet = weight["everyday"] + _MADE_UP * len(_made_up(words, parse, topics))
    return (_HARD_WORD * weight["hard"] + weight["public"] + literal) / (quiet + _HEADWAY)


def _made_up(words: Iterable[Token], parse: Parse, topics: Topics) -> frozenset[str]:
    """Return the words that announce a game or a tale: "the board game", "the crime novel"."""
    pairs = (f"{before.lemma} {t.lemma}".lower() for t in words for before in parse.kids(t.i, "compound", "amod"))
    return topics.made_up.intersection((*(t.lemma.lower() for t in words), *pairs))


def firm(mentions: Iterable[EventMention], parse: Parse, codebook: Codebook) -> list[EventMention]:
    """Return the mentions that hold in a quiet text."""
    return [m for m in mentions if _is_firm(m, parse, codebook)]


def _is_firm(mention: EventMention, parse: Parse, codebook: Codebook) -> bool:
    head = parse.head_of(mention.trigger.span)
    if head is None or mention.status not in (*_REAL, "planned"):
        return False
    if _in_earnest(mention, parse, head, codebook):
        return True
    if mention.type == "GATHER":
        return _is_occasion(mention, parse, head)
    if mention.type == "AID":
        helped = _sufferers(mention, parse)
        return _is_past(parse, head) and any("person" in classes_of(parse, other, codebook) for other in helped)
    return _literal(mention, parse, codebook) > 0


def _in_earnest(mention: EventMention, parse: Parse, head: Token, codebook: Codebook) -> bool:
    """Tell whether people bury, remember or block a road: nobody does so in a figure of speech; in games players do."""
    if mention.mode not in _IN_EARNEST.get(mention.type, ()):
        return False
    if head.pos not in ("VERB", "AUX"):
        return " " in mention.trigger.text and head.pos != "PROPN"
    doers = [o for a in mention.arguments if a.role in _DOING and (o := parse.head_of(a.span)) is not None]
    crowd = any("crowd" in classes_of(parse, doer, codebook) for doer in doers)
    if mention.type == "PROTEST":
        return crowd and _is_past(parse, head)
    if mention.mode == "funeral":  # champions bury their rivals, dogs their bones
        return " " in mention.trigger.text
    return crowd or not any(doer.pos == "PRON" for doer in doers)


def _is_occasion(mention: EventMention, parse: Parse, head: Token) -> bool:
    """Tell whether people came together: "a conference" but not "by convention" nor "the Forum for the Sea"; ribbons are cut."""
    if head.tag != "NN":
        return _is_past(parse, head) and any(other.lemma in _WORDS.unveiled for other in _sufferers(mention, parse))
    told_of = bool(parse.kids(head.i, "det", "poss", "compound", "amod", "nummod"))
    return head.lemma in _WORDS.occasions and head.entity != "ORG" and told_of


def _literal(mention: EventMention, parse: Parse, codebook: Codebook) -> int:
    """Return the weight of a mention that is no figure of speech by its doer or its victims, else 0."""
    head = parse.head_of(mention.trigger.span)
    if head is None or mention.status not in _REAL or not _is_past(parse, head):
        return 0
    others = [other for a in mention.arguments if (other := parse.head_of(a.span)) is not None]
    if any(_is_public(other, parse, codebook) for other in others):
        return _ACTED
    if mention.type not in ("ASSAULT", "COERCE") or _is_done_by_things(mention, parse, codebook):
        return 0
    harmed = [other for other in _sufferers(mention, parse) if "person" in classes_of(parse, other, codebook)]
    told = mention.type == "ASSAULT" and mention.mode != "beating" and head.tag == "VBN"
    return _HARMED if any(mention.counts or (told and other.pos in ("NOUN", "NUM")) for other in harmed) else 0


def _is_public(token: Token, parse: Parse, codebook: Codebook) -> bool:
    """Tell whether the word stands for police, soldiers, rulers or those who rise against them; an army of ants is none."""
    if not token.entity and any(k.lower == "of" for k in parse.kids(token.i, "prep")) and token.lemma in _WORDS.throngs:
        return False
    return (
        token.lemma in _WORDS.actors or token.lower in _WORDS.actors or "police" in classes_of(parse, token, codebook)
    )


def _is_done_by_things(mention: EventMention, parse: Parse, codebook: Codebook) -> bool:
    """Tell whether the doer is named and is nobody: "attacked by an eagle"."""
    doers = [other for a in mention.arguments if a.role in _DOING and (other := parse.head_of(a.span)) is not None]
    return bool(doers) and not any(classes_of(parse, other, codebook) & _SOMEBODY for other in doers)


def _sufferers(mention: EventMention, parse: Parse) -> list[Token]:
    return [o for a in mention.arguments if a.role not in _DOING and (o := parse.head_of(a.span)) is not None]


def _is_past(parse: Parse, head: Token) -> bool:
    """Tell whether the word is a finite verb of the past; a passive of the present is not."""
    helping = parse.kids(head.i, "aux", "auxpass")
    present = any(k.lemma == "be" and k.tag in ("VBP", "VBZ") for k in helping)
    return head.tag == "VBD" or (head.tag == "VBN" and bool(helping) and not present)
