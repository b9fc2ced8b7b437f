"""Mends trees that small models build wrongly: the verb of a caption, and the purpose set into the subject of a passive.

A caption's verb is taken for an adjective ("City nomads commemorate the dead"): the plural that the model took for the verb
becomes the subject, the "adjective" the verb, and what hung on the one hangs on the other. "A congress to honour her was held":
the noun that the model made the subject of the infinitive becomes the subject of the passive, the infinitive hangs on it.
Verbs that it took for adjectives or nouns, and phrases that it hung on another word, are put right by `tree_phrases`.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec.structs import replace

from dateline.annotate.people_labels import label_peoples
from dateline.annotate.shown_people import label_shown_people
from dateline.annotate.tree_lists import mend_lists
from dateline.annotate.tree_names import mend_names
from dateline.annotate.tree_phrases import mend_phrases
from dateline.annotate.tree_tails import mend_tails
from dateline.annotate.tree_told import mend_told
from dateline.annotate.tree_verbs import mend_verbs
from dateline.annotate.tree_words import mend_words
from dateline.records import Token
from dateline.reference.annotating import annotating_words
from dateline.reference.coding import coding_words

_VERB_ENDINGS = ("ate", "ise", "ize", "ify")
_WORDS = annotating_words().trees

_SUFFERED = coding_words().harm.needing_object | coding_words().harm.hurting  # only people are arrested or shot
_FAR = 40  # tokens between a verb and its subject


def mend_tree(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens with what the model got wrong put right; a sentence whose words would then head each other as it was.

    Token numbers are indexes of `tokens`.
    """
    out = list(tokens)
    for noun, verb in itertools.pairwise(tokens):
        if _is_caption(tokens, noun, verb):
            _turn(out, noun, verb)
    mend_words(out)
    mend_phrases(out)
    mend_told(out)
    mend_verbs(out)
    mend_tails(out)
    mend_lists(out)
    mend_names(out)
    for verb in tuple(out):
        if verb.text == "-":
            _set_hyphen(out, verb)
        elif verb.lower == "that" and verb.dep == "dobj":
            _set_link(out, verb)
        elif verb.tag == "IN" and verb.dep == "amod":
            _set_outside(out, verb)
        elif verb.tag == "VBG" and verb.dep == "amod":
            _set_outcome(out, verb)
        elif verb.tag == "VBD" and verb.dep in ("acl", "ccomp"):
            _set_main_verb(out, verb)
            _set_behind_described(out, verb)
        elif verb.dep == "acl" and verb.tag == "VBN":
            _set_beside_person(out, verb)
            _set_plain_past(out, verb)
        if verb.dep == "csubjpass" and verb.tag == "VB":
            _set_into_subject(out, verb)
        elif verb.dep == "pcomp" and verb.tag == "VB" and out[verb.head].i < verb.i:
            _set_beside_place(out, verb)
        elif verb.tag in ("VBN", "VBD") and verb.dep in ("advcl", "ccomp", "acl"):
            _set_behind_preposition(out, verb)
    label_peoples(out)
    label_shown_people(out)
    broken = sentences_without_root(out)
    return [old if new.sentence in broken else new for old, new in zip(tokens, out, strict=True)] if broken else out


def sentences_without_root(tokens: Sequence[Token]) -> set[int]:
    """Return the sentences in which the way up from some word ends at no root. Linear in the number of tokens."""
    ends: set[int] = set()
    broken: set[int] = set()
    for token in tokens:
        way: set[int] = set()
        at = token
        while at.i not in ends and at.head != at.i:
            if at.i in way:
                broken.add(token.sentence)
                break
            way.add(at.i)
            at = tokens[at.head]
        ends |= way | {at.i}
    return broken


def _set_hyphen(out: list[Token], hyphen: Token) -> None:
    """Make one noun of two that a hyphen joins and the model took for two of a kind, in place: "counter-protesters"."""
    if not 0 < hyphen.i < len(out) - 1:
        return
    first, noun = out[hyphen.i - 1], out[hyphen.i + 1]
    joined = first.end == hyphen.start and hyphen.end == noun.start and noun.head != hyphen.i
    if joined and first.pos == "NOUN" and (noun.head, noun.dep, noun.lower) == (first.i, "amod", "general"):
        _set_title(out, first, hyphen, noun)  # "the secretary-general of the bloc"
        return
    if joined and noun.pos == "NOUN" and (first.head, first.dep) == (noun.head, noun.dep) and noun.dep != "ROOT":
        out[first.i] = replace(first, dep="compound", head=noun.i)
        out[hyphen.i] = replace(hyphen, dep="punct", head=noun.i)


def _set_title(out: list[Token], first: Token, hyphen: Token, last: Token) -> None:
    for token in [t for t in out[max(first.i - _FAR, 0) : last.i + _FAR] if t.head == first.i and t.i != first.i]:
        out[token.i] = replace(token, head=last.i)
    head = last.i if first.head == first.i else first.head
    out[last.i] = replace(last, dep=first.dep, head=head, tag="NN", pos="NOUN")
    out[first.i] = replace(first, dep="compound", head=last.i)
    out[hyphen.i] = replace(hyphen, head=last.i)


def _set_link(out: list[Token], that: Token) -> None:
    """Make "that" open a clause whose passive verb has its subject, in place: "said in a release [that] men were held"."""
    verb = out[that.head]
    passive = any(t.head == verb.i and t.dep == "nsubjpass" for t in out[that.i + 1 : verb.i])
    if passive and that.i < verb.i and verb.lemma not in coding_words().verbs.handing:
        out[that.i] = replace(that, dep="mark")


def _set_outside(out: list[Token], link: Token) -> None:
    """Give a preposition taken for an adjective its noun, in place: "camping [outside] army barracks"."""
    noun, verb = out[link.head], out[link.i - 1]
    if link.i and noun.dep == "dobj" and noun.i > link.i and verb.i == noun.head and verb.pos == "VERB":
        out[link.i] = replace(link, dep="prep", head=verb.i)
        out[noun.i] = replace(noun, dep="pobj", head=link.i)


def _set_outcome(out: list[Token], verb: Token) -> None:
    """Give a participle behind a comma its object, in place: "occupied a depot on Friday, [halting] deliveries"."""
    noun = out[verb.head]
    main = out[noun.head]
    if verb.i < 1 or out[verb.i - 1].text != "," or noun.dep != "dobj" or main.pos != "VERB" or main.i > verb.i:
        return
    if any(t.head == main.i and t.dep == "dobj" for t in out[main.i + 1 : verb.i]):
        out[verb.i] = replace(verb, pos="VERB", dep="advcl", head=main.i)
        out[noun.i] = replace(noun, head=verb.i)


def _set_main_verb(out: list[Token], verb: Token) -> None:
    """Make a past form the verb of a sentence that lacks one, in place: "mourners chanting slogans [clashed] with police"."""
    noun = out[verb.head]
    part = out[noun.head]
    if part.dep == "prep":
        part = out[part.head]
    subject = out[part.head]
    bare = noun.dep in ("dobj", "pobj") and (part.tag, part.dep) == ("VBG", "acl") and subject.dep == "ROOT"
    if not bare or subject.pos not in ("NOUN", "PROPN") or not subject.i < part.i < noun.i < verb.i:
        return
    if not any(t.text == "," or (t.dep == "agent" and t.head == verb.i) for t in out[noun.i + 1 : verb.i + 2]):
        out[verb.i] = replace(verb, dep="ROOT", head=verb.i)
        out[subject.i] = replace(subject, dep="nsubj", head=verb.i)


def _set_behind_described(out: list[Token], verb: Token) -> None:
    """Make a past form the verb of a sentence of which a noun's attribute was taken for it: "at dawn masked men [shot] at it"."""
    if verb.i < 2:
        return
    word, noun = out[verb.i - 2 : verb.i]
    beside = noun.head in (word.i, verb.i) and verb.head in (word.i, noun.i) and noun.tag in ("NNS", "NN")
    if not beside or word.dep != "ROOT" or word.tag != "VBD" or word.sentence != verb.sentence:
        return
    if any(
        t.head == word.i and t.dep in ("nsubj", "nsubjpass", "aux", "auxpass")
        for t in out[max(0, word.i - _FAR) : word.i]
    ):
        return
    for token in out[max(0, word.i - _FAR) : word.i + _FAR]:
        if token.head == word.i:
            out[token.i] = replace(token, head=verb.i)
    out[verb.i] = replace(verb, dep="ROOT", head=verb.i)
    out[noun.i] = replace(noun, dep="nsubj", head=verb.i)
    out[word.i] = replace(word, tag="VBN", dep="amod", head=noun.i)


def _set_plain_past(out: list[Token], verb: Token) -> None:
    """Make a past form the verb of a sentence that lacks one and goes on in the past: "a crowd [set] upon him and beat him"."""
    noun = out[verb.head]
    if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN") or noun.i > verb.i:
        return
    behind = [t for t in out[verb.i + 1 : verb.i + _FAR] if t.head == verb.i]
    second = next((t for t in behind if t.dep == "conj"), None)
    if second is None or second.tag != "VBD" or any(t.dep == "agent" for t in behind):
        return
    if any(t.head == second.i and t.dep in ("nsubj", "nsubjpass", "auxpass") for t in out[verb.i : second.i]):
        return
    out[verb.i] = replace(verb, tag="VBD", dep="ROOT", head=verb.i)
    out[noun.i] = replace(noun, dep="nsubj", head=verb.i)


def _set_beside_person(out: list[Token], verb: Token) -> None:
    """Hang a participle behind a comma on the person named before it, in place: "the funeral of Jane Roe, killed in May"."""
    act, comma = out[verb.head], out[verb.i - 1]
    person = out[verb.i - 2] if verb.i > 1 else comma
    link = out[person.head]
    set_off = comma.text == "," and person.dep == "pobj" and link.lower in ("for", "of") and link.head == act.i
    somebody = person.entity == "PERSON" or (person.pos == "PROPN" and verb.lemma in _SUFFERED)
    if set_off and somebody and act.pos == "NOUN" and not act.entity:
        out[verb.i] = replace(verb, head=person.i)


def _set_into_subject(out: list[Token], verb: Token) -> None:
    """Hang an infinitive on the noun before it, and that noun on the passive, in place."""
    kids = [t for t in out[max(0, verb.i - _FAR) : verb.i] if t.head == verb.i and t.sentence == verb.sentence]
    subject = next((t for t in kids if t.dep == "nsubj"), None)
    if subject is None or not any(t.tag == "TO" for t in kids) or any(t.dep == "mark" for t in kids):
        return
    out[subject.i] = replace(subject, dep="nsubjpass", head=verb.head)
    out[verb.i] = replace(verb, dep="acl", head=subject.i)
    for token in kids:
        if token.i < subject.i:
            out[token.i] = replace(token, head=verb.head)


def _set_beside_place(out: list[Token], verb: Token) -> None:
    """Make a noun set beside a place the subject of the passive, in place: "At the hall, a rite to honour her was held"."""
    preposition = out[verb.head]
    passive = out[preposition.head]
    place = next((t for t in out[preposition.i : verb.i] if t.head == preposition.i and t.dep == "pobj"), None)
    beside = [t for t in out[preposition.i : verb.i] if place is not None and t.head == place.i and t.dep == "appos"]
    kids = [t for t in out[verb.i : passive.i] if t.head == passive.i]
    if (
        not beside
        or not any(t.dep == "auxpass" for t in kids)
        or not any(t.tag == "TO" and t.head == verb.i for t in out[beside[-1].i : verb.i])
    ):
        return
    out[beside[-1].i] = replace(beside[-1], dep="nsubjpass", head=passive.i)
    out[verb.i] = replace(verb, dep="acl", head=beside[-1].i)


def _set_behind_preposition(out: list[Token], verb: Token) -> None:
    """Give a bare preposition the noun that the model made subject of a participle: "asylum to officers holed up there"."""
    kids = [t for t in out[max(0, verb.i - _FAR) : verb.i] if t.head == verb.i and t.sentence == verb.sentence]
    if [t.dep for t in kids if t.dep != "punct"] != ["nsubj"]:
        return
    subject = next(t for t in kids if t.dep == "nsubj")
    first = min((t.i for t in out[max(0, subject.i - _FAR) : subject.i] if t.head == subject.i), default=subject.i)
    before = out[first - 1] if first else subject
    if (
        before.dep not in ("prep", "dative")
        or before.tag not in ("IN", "TO")
        or any(t.head == before.i for t in out[before.i + 1 : verb.i])
    ):
        return
    out[subject.i] = replace(subject, dep="pobj", head=before.i)
    out[verb.i] = replace(verb, dep="acl", head=subject.i)


def _is_caption(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    ending = verb.lower.endswith(_VERB_ENDINGS) and verb.lower not in _WORDS.like_verbs
    object_ = tokens[verb.head]
    return (
        noun.sentence == verb.sentence
        and noun.tag == "VBZ"
        and noun.lower.endswith("s")
        and verb.tag == "JJ"
        and ending
        and object_.i > verb.i
        and object_.dep == "dobj"
        and object_.head == noun.i
        and not any(
            t.head == noun.i and t.dep in ("nsubj", "nsubjpass", "expl") for t in tokens[max(0, noun.i - _FAR) : noun.i]
        )
    )


def _turn(out: list[Token], noun: Token, verb: Token) -> None:
    """Make `verb` the verb and `noun` its subject, in place."""
    head = verb.i if noun.head == noun.i else noun.head
    out[verb.i] = replace(verb, lemma=verb.lower, pos="VERB", tag="VBP", dep=noun.dep, head=head)
    out[noun.i] = replace(noun, pos="NOUN", tag="NNS", dep="nsubj", head=verb.i)
    for token in out:
        if token.sentence == verb.sentence and token.head == noun.i and token.i > verb.i:
            out[token.i] = replace(token, head=verb.i)
