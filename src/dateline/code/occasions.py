"""Who is at a gathering or a protest, who calls for it, and whom it is for."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code import frames
from dateline.code.bearers import PEOPLE, fits_role, is_somebody, kinds
from dateline.code.light_verbs import light_verb
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

_WORDS = coding_words()
_FORCES = frozenset(("police", "force"))
_FOR_DOWN = ("prep", "pobj", "dobj", "nsubjpass", "advcl")
_FOR_FAR = 4
# Happenings that the subject of a clause shares in, by the preposition before them.
_SHARED_BY_SUBJECT = {
    "AGREE": ("under",),
    "ASSAULT": ("after", "during", "in"),
    "CONSULT": ("after", "at", "during", "following", "for", "in"),
    "GATHER": (),
    "COOPERATE": ("during", "in"),
    "PROTEST": ("after", "in", "on", "with"),
    "RETREAT": ("under",),
}
_ON_A_VISIT = ("during", "on")


def organizes(parse: Parse, trigger: Trigger, token: Token, codebook: Codebook) -> bool:
    """Tell whether who protests is a body that also calls for it: "the party will march", "the union called a strike"."""
    if summons(parse, token):
        return True
    classes = kinds(parse, token, codebook)
    verb = light_verb(parse, trigger.head)
    calls = (verb or parse.tokens[trigger.head]).lemma in _WORDS.gatherings.calling
    if token.tag == "PRP":
        return calls and token.lower == "it"  # "the party wants an inquiry; it announced a march"
    bodies = token.tag == "NNS" and "org" in classes and "site" not in classes  # no shops that stay closed
    if token.tag in ("NNS", "NNPS") and not bodies:
        return False
    return ("org" in classes and not classes & {"crowd", "person"}) or (calls and bool(classes & {"org", "person"}))


def summons(parse: Parse, token: Token) -> bool:
    """Tell whether somebody is named as who called for a happening: "a protest called by student groups"."""
    above = parse.tokens[token.head]
    by = token.dep == "pobj" and above.dep == "agent"
    verb = parse.tokens[above.head] if by else above
    if verb.pos != "VERB" or verb.lemma not in _WORDS.gatherings.summoning:
        return False
    called = bool(parse.kids(verb.i, "dobj")) and not parse.kids(verb.i, "prt")  # "called off a strike"
    return by or (token.dep == "nsubj" and called)


def busy_with(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the subject of a clause that tells what somebody does in, after or with a happening.

    "on the third day of a strike dockers sang", "after talks with the envoy they signed".
    """
    noun = parse.tokens[trigger.head]
    owners = [t for t in parse.kids(noun.i, "poss") if t.tag != "PRP$" and t.entity not in ("DATE", "TIME")]
    if noun.pos != "NOUN" or trigger.type not in _SHARED_BY_SUBJECT or owners:
        return []
    if trigger.type == "ASSAULT" and trigger.mode != "armed-clash":
        return []
    spell = noun
    while spell.dep == "pobj" and parse.tokens[spell.head].lower == "of":
        spell = parse.tokens[parse.tokens[spell.head].head]
        if spell.pos == "NUM":  # "on day six of"
            spell = parse.tokens[spell.head]
        if spell.lemma not in _WORDS.acts.spells:
            return []
    if spell is not noun and spell.dep == "appos":  # "on Tuesday, the second day of"
        spell = parse.tokens[spell.head]
    above, ways = parse.tokens[spell.head], _SHARED_BY_SUBJECT[trigger.type]
    ways = _ON_A_VISIT if trigger.mode == "visit" else ways
    if spell.dep == "pobj" and above.lower in ways:
        above = parse.tokens[above.head]
    elif spell is noun or spell.dep != "npadvmod":
        return []
    verb = _of_statement(parse, above) if trigger.type == "CONSULT" else above
    if trigger.type == "PROTEST" and parse.tokens[spell.head].lower == "after" and not _goes_back(trigger, verb):
        return []
    found = frames.subjects(parse, verb.i) if verb.pos in ("VERB", "AUX") else _in_town(parse, verb, trigger)
    if trigger.type == "ASSAULT":  # "police shot two men in a gun battle", but "two officers died in a gun battle"
        return [t for t in found if kinds(parse, t, codebook) & _FORCES and verb.lemma not in _WORDS.harm.losing]
    if trigger.type == "PROTEST":
        return [t for t in found if not kinds(parse, t, codebook) & _FORCES]
    return [t for t in found if is_somebody(parse, t, codebook)]


def _in_town(parse: Parse, noun: Token, trigger: Trigger) -> list[Token]:
    """Return who is told to be somewhere for talks: "the minister, in town for talks with growers"."""
    if trigger.type != "CONSULT":
        return []
    link = parse.tokens[noun.head]
    if noun.dep != "pobj" or link.lower not in ("at", "in"):
        return [noun] if any(t.lower in ("at", "in") for t in parse.kids(noun.i, "prep")) else []
    above = parse.tokens[link.head]
    return [above] if above.pos in ("NOUN", "PROPN") else frames.subjects(parse, above.i)


def _of_statement(parse: Parse, verb: Token) -> Token:
    """Return the verb of who says what was written after talks: "in a statement issued after the talks they called for"."""
    link = parse.tokens[parse.tokens[verb.head].head]
    written = verb.dep == "acl" and verb.tag == "VBN" and link.lower == "in" and link.dep == "prep"
    return parse.tokens[link.head] if written else verb


def _goes_back(trigger: Trigger, verb: Token) -> bool:
    """Tell whether who does something after a strike has struck: "went back to work after a strike of 20 days"."""
    return trigger.mode in ("strike", "hunger-strike") and verb.lemma in _WORDS.gatherings.going_back


def present(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return who is at a happening named as a place is: "500 stood at a vigil", "police counted 500 on the march"."""
    noun = parse.tokens[trigger.head]
    preposition = parse.tokens[noun.head]
    if noun.dep in ("nsubj", "nsubjpass") and preposition.lemma in ("be", "begin", "hold", "start"):
        crowd = frames.complements(parse, preposition.i, "with")  # "a service is under way with some 120 people"
        return [t for t in crowd if kinds(parse, t, codebook) & PEOPLE and parse.kids(t.i, "nummod")]
    if noun.dep != "pobj" or preposition.lower not in ("at", "in", "for", "on"):
        return []
    above = parse.tokens[preposition.head]
    if above.lemma in _WORDS.gatherings.violent:  # who fires at a vigil is not at it
        return []
    seen = frames.objects(parse, above.i) if above.pos in ("VERB", "AUX") else [above]
    seen = parse.kids(above.i, "attr") if above.lemma == "be" else seen  # "there were about 90 of them at the vigil"
    people = [t for t in seen if kinds(parse, t, codebook) & PEOPLE]
    if people:
        return people
    barred = (
        _FORCES if trigger.type == "PROTEST" and above.lemma != "be" else frozenset()
    )  # "police used gas at a rally"
    here = ((t, kinds(parse, t, codebook)) for t in frames.subjects(parse, above.i))
    return [t for t, classes in here if classes & PEOPLE and not classes & barred]


def guests(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return in whose presence people come together, and who of note is among them.

    "Was opened in the presence of the governor", "900 people, including the mayor, attended".
    """
    carrier = light_verb(parse, trigger.head)
    heads = [trigger.head] if carrier is None else [trigger.head, carrier.i]
    presence = [t for i in heads for t in frames.complements(parse, i, "in") if t.lower == "presence"]
    found = [t for p in presence for t in (*parse.kids(p.i, "poss"), *frames.complements(parse, p.i, "of"))]
    came = {t.i for i in heads for t in frames.subjects(parse, i)}
    named = [t for i in came for t in (*frames.complements(parse, i, "including"), *_among_them(parse, i))]
    return found + [t for t in named if t.entity == "PERSON" or "guest" in kinds(parse, t, codebook)]


def _among_them(parse: Parse, i: int) -> list[Token]:
    """Return who is named beside a crowd as part of it: "900 people, among them the mayor"."""
    return [t for t in parse.kids(i, "appos") if any(p.lower == "among" for p in parse.kids(t.i, "prep"))]


def is_addressed(parse: Parse, trigger: Trigger, i: int, codebook: Codebook) -> bool:
    """Tell whether somebody is who listens to a speech, and so who came: "told supporters at a rally"."""
    speaking = parse.tokens[trigger.head].lemma in _WORDS.gatherings.addressing
    inside = [parse.tokens[i], *frames.complements(parse, i, "of")]  # "thousands of supporters"
    return speaking and any(kinds(parse, t, codebook) & {"crowd"} for t in inside)


def inner_nouns(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return the nouns inside a trigger of several words: "vigil" in "hold a vigil" has its own "for"."""
    return [parse.tokens[i] for i in trigger.tokens if i != trigger.head and parse.tokens[i].pos in ("NOUN", "PROPN")]


def remembered(parse: Parse, trigger: Trigger, codebook: Codebook) -> Iterable[Token]:
    """Yield whose coffin or portrait is carried, in whose memory or honour people come together."""
    nouns = [*inner_nouns(parse, trigger), *frames.complements(parse, trigger.head)]
    nouns += frames.objects(parse, trigger.head) if parse.tokens[trigger.head].pos == "VERB" else []
    for noun in nouns:
        if noun.lemma in _WORDS.gatherings.keepsakes:
            own = parse.kids(noun.i, "poss") + frames.complements(parse, noun.i, "of")
            yield from (t for t in own if t.pos in ("PROPN", "PRON") or kinds(parse, t, codebook) & PEOPLE)
    if trigger.mode != "rally":
        yield from _meant_for(parse, trigger, codebook)
    for verb in _purposes(parse, trigger):
        found = frames.objects(parse, verb.i) if verb.lemma in _WORDS.gatherings.honouring else []
        owned = [o for t in found if t.lemma in _WORDS.gatherings.keepsakes for o in parse.kids(t.i, "poss")]
        if verb.lemma == "pay" and any(t.lemma in _WORDS.gatherings.respects for t in parse.kids(verb.i, "dobj")):
            found = [*frames.complements(parse, verb.i, "to")]
            found += [o for t in parse.kids(verb.i, "dobj") for o in frames.complements(parse, t.i, "to")]
            owned = found
        yield from (t for t in found if t in owned or kinds(parse, t, codebook) & PEOPLE)
        yield from (t for t in owned if t not in found)


def dear_to(parse: Parse, token: Token, codebook: Codebook) -> list[Token]:
    """Return whose friends or kin hold a vigil, as it is held for them: "relatives of the crew", "classmates of Jane Roe"."""
    if token.lemma not in _WORDS.gatherings.close:
        return []
    found = frames.complements(parse, token.i, "of")
    return [t for t in found if t.pos == "PROPN" or kinds(parse, t, codebook) & PEOPLE]


def _purposes(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return the verbs that say what people come together for: "held a vigil to honour", "a rite where they paid"."""
    carrier = light_verb(parse, trigger.head)
    heads = [trigger.head] if carrier is None else [trigger.head, carrier.i]
    verbs = [v for i in heads for v in parse.kids(i, "advcl", "xcomp", "conj", "acl")]
    verbs += [v for i in heads for v in parse.kids(i, "relcl") if any(t.lower == "to" for t in parse.kids(v.i, "aux"))]
    below = [o for i in heads for o in parse.kids(i, "dobj", "prep", "pobj")]
    below += [t for o in below for t in parse.kids(o.i, "pobj", "appos", "conj")]
    verbs += [v for o in below for v in parse.kids(o.i, "relcl") if v.lemma == "pay"]
    return list({v.i: v for w in verbs for v in [w, *parse.kids(w.i, "conj")] if v.pos == "VERB"}.values())


def _meant_for(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return whom a vigil is for where the parser hung "for" on another phrase: "at the lighthouse for Petre Lungu"."""
    verb = light_verb(parse, trigger.head) or parse.tokens[trigger.head]
    level = [verb.i]
    for _ in range(_FOR_FAR):
        level = [t.i for i in level for t in parse.kids(i, *_FOR_DOWN) if t.i > trigger.tokens[0]]
        for i in level:
            clause = parse.kids(i, "nsubj") if any(t.lower == "for" for t in parse.kids(i, "mark")) else []
            if clause and frames.is_passive(parse, i):  # "a vigil for the four men shot dead"
                return clause
            if parse.tokens[i].lower == "for":
                found = [t for t in parse.kids(i, "pobj") if fits_role(parse, "honouree", "GATHER", t, codebook)]
                if found:
                    return found
    return []
