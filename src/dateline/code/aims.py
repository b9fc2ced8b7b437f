"""Whom or what an act is aimed at: what is fired on, who is hurt, before whose door people protest."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.code import frames
from dateline.code.bearers import PEOPLE, kinds, names_place
from dateline.code.culprits import held_by
from dateline.code.light_verbs import light_verb
from dateline.code.standing import is_dead
from dateline.code.triggers import Trigger
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words
from dateline.reference.roles import roles

_WORDS = coding_words().harm
_INSIDE = frozenset(("aboard", "inside"))
_ARMED = ("REB", "UAF")
_GIVEN = frozenset(("ACCUSE", "AID", "COERCE", "CONCEDE", "SANCTION", "THREATEN"))
_WHEN = frozenset("after as once when while".split())
_FATE = frozenset(("dead", "death"))
_SOMEBODY = frozenset("anybody anyone her him i me she them they us we you".split())
_MEANS = frozenset(("in", "using", "with"))
_BOMBING = ("bombing", "suicide-attack")
_THROUGH = ("into", "through")
_UPON = ("on", "onto", "over", "across", "upon")
_BESIDE = ("above", "behind", "beneath", "beside", "in", "inside", "outside", "under", "underneath")
_IMPOSED_ON = ("across", "on", "over", "throughout")


def undergoes(parse: Parse, noun: Token) -> bool:
    """Tell whether a possessive before the noun names who suffers it: "her arrest", but not "Israel's release of 30 men"."""
    return noun.lemma in _WORDS.undergone and not frames.complements(parse, noun.i, "of")


def is_dealt_with(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether something is to be done to whom a demand or refusal names, who is not asked for it.

    "Called for the release of the men", "for the envoy to be readmitted", "refused to free them".
    """
    if trigger.type not in ("AGREE", "CONSULT", "PROTEST", "REJECT", "REQUEST"):
        return False
    asked = _WORDS.undergone | _WORDS.asked_for
    while token.dep in ("appos", "compound", "conj") and parse.tokens[token.head].lemma not in asked:
        token = parse.tokens[token.head]
    counted = parse.tokens[parse.tokens[token.head].head]
    token = counted if token.dep == "pobj" and counted.pos == "NUM" else token  # "the dismissal of 57 of them"
    verb, above = parse.tokens[trigger.head], parse.tokens[token.head]
    if token.dep == "pobj" and above.lower == "for" and above.head == verb.i:
        to_be = [t for t in parse.kids(verb.i, "advcl", "xcomp") if any(k.tag == "TO" for k in parse.kids(t.i, "aux"))]
        return any(frames.is_passive(parse, t.i) for t in to_be)
    if token.dep == "dobj" and above.lemma in _WORDS.dealt_with and above.dep in ("advcl", "ccomp", "xcomp"):
        return True
    noun = parse.tokens[above.head] if token.dep == "pobj" and above.lower in ("of", "on") else above
    if token.dep == "poss" and noun.lemma in _WORDS.own_moves:
        return False  # "called for Peru's withdrawal": Peru is to withdraw
    return token.dep in ("compound", "pobj", "poss") and noun.pos == "NOUN" and noun.lemma in asked


def suffers(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether the subject of a verb undergoes what it tells: "two men died", "she is in custody", "got threats"."""
    verb = parse.tokens[trigger.head]
    if verb.lemma in _WORDS.wounds and verb.pos == "NOUN" and verb.dep == "dobj":
        return parse.tokens[verb.head].lemma in _WORDS.bearing
    if trigger.type == "SANCTION" and verb.lemma in coding_words().acts.rulings and verb.dep == "dobj":
        return parse.tokens[verb.head].lemma in _WORDS.bearing  # "he has two convictions"
    if verb.pos not in ("VERB", "AUX") or frames.is_passive(parse, verb.i):
        return False
    if verb.lemma in _WORDS.vanishing and not frames.complements(parse, verb.i, "with"):  # not "vanished with the boys"
        return trigger.mode in ("abduction", "arrest")
    if trigger.type == "ASSAULT":
        gone = {t.lemma for t in parse.kids(verb.i, "dobj")}
        lost = (verb.lemma == "give" and "life" in gone) or (
            verb.lemma == "lose" and bool(gone - _WORDS.mutual)
        )  # no battle
        fell_upon = verb.lemma == "fall" and any(t.lower in ("on", "upon") for t in parse.kids(verb.i, "prep"))
        mined = bool({t.lemma for t in parse.kids(verb.i, "dobj")} & _WORDS.mines) and verb.lemma in _WORDS.running_upon
        over = [t for t in frames.complements(parse, verb.i, "on", "onto", "over") if t.lemma in _WORDS.mines]
        mined = mined and not (verb.lemma == "detonate" and any(t.lemma == "bomb" for t in parse.kids(verb.i, "dobj")))
        mined = mined or (bool(over) and verb.lemma in _WORDS.going_over)
        mined = mined and not any(_handles(verb, t) for t in parse.kids(verb.i, "nsubj"))
        under = verb.lemma in _WORDS.coming_under and any(parse.tokens[i].lower == "under" for i in trigger.tokens)
        under = under or (verb.lemma in _WORDS.coming_under and bool(held_by(parse, trigger)))
        spared = verb.lemma in _WORDS.living_through
        return (
            lost or mined or under or spared or is_dead(parse, verb) or (verb.lemma in _WORDS.dying and not fell_upon)
        )
    if trigger.type in ("ACCUSE", "REQUEST") and verb.lemma in _WORDS.facing | _WORDS.coming_under:
        return any(parse.tokens[i].lemma in _WORDS.faced for i in trigger.tokens)
    if trigger.mode == "release":
        return verb.lemma in _WORDS.coming_free and not (verb.lemma == "return" and parse.kids(verb.i, "dobj"))
    if trigger.mode in ("arrest", "convict") and verb.lemma in _WORDS.doing_time:
        return True
    return trigger.type in _GIVEN and verb.lemma in _WORDS.getting


def is_limit(parse: Parse, token: Token) -> bool:
    """Tell whether people only measure what is banned: "gatherings of more than five people"."""
    return any(parse.tokens[i].lower in ("more", "over", "than") for i in parse.subtree(token.i) if i < token.i)


def is_ground(parse: Parse, trigger: Trigger, classes: frozenset[str]) -> bool:
    """Tell whether what is named behind a mobilising verb is where it is, or what is made stronger: "guarding a bridge".

    classes: of what is named. People, bodies, vehicles and arms can be sent out, where the verb does not go over them.
    """
    placed = classes & {"place", "site", "way"} and not classes & (PEOPLE | {"vehicle", "org"})
    moved = classes & (PEOPLE | {"org", "vehicle", "weapon"}) and not placed
    verb, words = parse.tokens[trigger.head].lemma, coding_words().verbs
    return not moved or verb in words.crossing or verb in words.heightening


def is_no_culprit(parse: Parse, trigger: Trigger, token: Token, codebook: Codebook) -> bool:
    """Tell whether who stands where a doer does keeps an attack from being done ("sappers defused a bomb"), or explodes."""
    verb = parse.tokens[trigger.head]
    if trigger.type != "ASSAULT":
        return False
    if verb.pos == "VERB" and verb.lemma in _WORDS.exploding and not kinds(parse, token, codebook) & PEOPLE:
        return not frames.objects(parse, verb.i) and not frames.is_passive(parse, verb.i)  # "a car at the gate blew up"
    return verb.lemma in _WORDS.undoing


def drawing_verb(parse: Parse, trigger: Trigger) -> Token | None:
    """Return the verb that tells with what words somebody meets: "drew criticism from the union", "received threats"."""
    letters = coding_words().verbs.letters
    words = [parse.tokens[i] for i in trigger.tokens]
    brought = any(t.lower == "to" or t.lemma in letters for t in words)  # "brought him to justice", "bring a message"
    if trigger.type not in ("ACCUSE", "SUPPORT", "THREATEN") or brought:
        return None
    word = parse.tokens[trigger.head]
    above = parse.tokens[word.head]
    above = parse.tokens[above.head] if above.lower == "with" else above
    verb = word if word.pos == "VERB" else above
    return verb if verb.lemma in _WORDS.drawing and _what_is_met(parse, verb) else None


def _what_is_met(parse: Parse, verb: Token) -> list[Token]:
    return parse.kids(verb.i, "dobj") or frames.complements(parse, verb.i, "with")


def blame_or_praise(parse: Parse, trigger: Trigger) -> list[tuple[str, Token]]:
    """Return who speaks and who meets with it, each with its role, where somebody meets with blame, praise or a threat."""
    verb = drawing_verb(parse, trigger)
    if verb is None:
        return []
    heads = [verb.i, *(t.i for t in _what_is_met(parse, verb))]
    speaking = [t for i in heads for t in frames.complements(parse, i, "from", "among", "by")]
    return [*(("actor", t) for t in speaking), *(("recipient", t) for t in frames.subjects(parse, verb.i))]


def reached(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return what a deed reaches that is the subject of its clause: "a wave of hacking hit the mail of ministries"."""
    noun = parse.tokens[trigger.head]
    while noun.dep == "pobj" and parse.tokens[noun.head].lower == "of":
        noun = parse.tokens[parse.tokens[noun.head].head]
    verb = parse.tokens[noun.head]
    told = noun.dep == "nsubj" and noun.pos == "NOUN" and verb.lemma in _WORDS.reaching
    return frames.objects(parse, verb.i) if told and verb.i not in trigger.tokens else []


def means_of(parse: Parse, trigger: Trigger) -> Token | None:
    """Return the verb whose means a noun of force is: "drowned them in tear gas", "opened up with rubber bullets"."""
    noun = parse.tokens[trigger.head]
    verb = parse.tokens[parse.tokens[noun.head].head]
    told = noun.pos == "NOUN" and noun.dep == "pobj" and parse.tokens[noun.head].lower in _MEANS
    return verb if told and verb.pos == "VERB" and trigger.mode == "crowd-control" else None


def attackers(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return who did what a side clause gives as the cause: "wounded by a stray bullet when mourners fired"."""
    if trigger.type != "ASSAULT" or parse.tokens[trigger.head].pos != "VERB":
        return []
    if _falls_to(parse, trigger):
        return frames.complements(parse, trigger.head, "to")
    inside = _deeds(parse, trigger.head)
    within = [t for noun in inside for t in frames.subjects(parse, noun.i)]
    if within:
        named = [t for t in within if t.pos == "PROPN" or t.entity == "NORP"]
        return [t for t in within if t in named or kinds(parse, t, codebook) & (PEOPLE | {"org"})]
    armed = [t for noun in inside for t in parse.kids(noun.i, "compound") if t.lemma in _WORDS.bodies]
    if armed:  # "killed during a police raid"
        return armed
    telling = _WORDS.attacking | _WORDS.routing
    causes = [v for v in parse.kids(trigger.head, "advcl") if v.lemma in telling and _is_when(parse, v)]
    found = [t for verb in causes for t in frames.subjects(parse, verb.i)]
    return [t for t in found if kinds(parse, t, codebook) & PEOPLE]


def _deeds(parse: Parse, i: int) -> list[Token]:
    """Return the nouns of attacking that hurt: "killed in an Israeli raid", "the Turkish offensive killed nine"."""
    if parse.tokens[i].lemma not in _WORDS.hurting | _WORDS.dying | _WORDS.shooting:
        return []
    named = [*frames.complements(parse, i, "in", "by", "during"), *parse.kids(i, "nsubj")]
    return [t for t in named if t.lemma in _WORDS.assaults]


def _handles(verb: Token, token: Token) -> bool:
    """Tell whether those who set off a bomb meant to: "rebels detonated a device", "police detonated two mines"."""
    if roles().sector(token.lemma) in _ARMED:
        return True
    able = token.pos in ("PRON", "PROPN") or token.lemma in _WORDS.handling or roles().sector(token.lemma) == "COP"
    return verb.lemma == "detonate" and able


def _falls_to(parse: Parse, trigger: Trigger) -> bool:
    return parse.tokens[trigger.head].lemma == "fall" and any(parse.tokens[i].lower == "to" for i in trigger.tokens)


def _is_when(parse: Parse, verb: Token) -> bool:
    return any(t.lower in _WHEN for t in parse.kids(verb.i, "mark", "advmod"))


def is_hurt(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether a verb hurts its object, whatever that is called ("shot Papa dead"), or the object is a lone name."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    dead = bool(lemmas & _FATE) or any(t.lower in _FATE for t in parse.kids(trigger.head, "oprd", "acomp"))
    felled = brings_down(parse, trigger) and "gun" not in lemmas  # "shot down a Sukhoi", but "gunned down"
    close = bool(lemmas & _WORDS.at_close_hand) and not felled
    named = token.pos == "PROPN" and (token.entity == "PERSON" or (close and token.entity != "NORP"))
    shot = close and bool(lemmas & _WORDS.shooting)  # "Florence was shot" tells of no place
    named = named and token.text.isalpha() and (shot or not names_place(parse, token))
    named = named or (trigger.type == "ASSAULT" and token.lower in _SOMEBODY)
    return token.dep != "pobj" and (bool(lemmas & _WORDS.hurting) or dead or named)


def is_before_seat(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether people protest where those sit whom they mean: at an embassy, outside the gate of a ministry."""
    if trigger.type != "PROTEST" or trigger.mode == "riot":
        return False
    return token.lemma.lower() in _WORDS.seats or any(
        t.lemma.lower() in _WORDS.seats for t in frames.complements(parse, token.i, "of")
    )


def sought(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return the seats to which or before which people march: "marched to the town hall", "in front of the embassy"."""
    if trigger.type != "PROTEST":
        return []
    verb = light_verb(parse, trigger.head)
    heads = [trigger.head] if verb is None else [trigger.head, verb.i]
    found = [t for i in heads for t in frames.complements(parse, i, "to", "before", "towards")]
    fronts = [t for i in heads for t in frames.complements(parse, i, "in") if t.lower == "front"]
    found += [t for front in fronts for t in frames.complements(parse, front.i, "of")]
    return [t for t in found if is_before_seat(parse, trigger, t)]


def is_received(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether a visit is told of the guest as who undergoes it: "is expected in town", "was received by the king"."""
    verb = parse.tokens[trigger.head]
    return verb.lemma in _WORDS.receiving and frames.is_passive(parse, verb.i)


def closed(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the ways on or across which people sit, park or burn something to close them: "lit tyres on the motorway"."""
    if trigger.mode != "blockade" or parse.tokens[trigger.head].pos != "VERB":
        return []
    heads = [*trigger.tokens, *(t.i for t in frames.objects(parse, trigger.head))]
    found = {t.i: t for i in heads for t in frames.complements(parse, i, "across", "on", "onto")}
    return [t for t in found.values() if "way" in kinds(parse, t, codebook)]


def confined(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the towns and districts that a curfew or emergency law holds for: "imposed on 12 villages", "in force in Gao".

    What stands behind the bare noun ("the curfew in Gao") only says where.
    """
    if trigger.mode not in ("curfew", "martial-law"):
        return []
    words = [*trigger.tokens, *(t.i for i in trigger.tokens for t in parse.kids(i, "acl", "relcl"))]
    carrier = light_verb(parse, trigger.head)
    words += [carrier.i] if carrier is not None else []
    found = {t.i: t for i in words for t in frames.complements(parse, i, *_IMPOSED_ON)}
    found |= {t.i: t for i in trigger.tokens if i != trigger.head for t in frames.complements(parse, i, "in")}
    return [t for t in found.values() if "place" in kinds(parse, t, codebook) or t.entity in ("GPE", "LOC")]


def blown_up(parse: Parse, trigger: Trigger, mode: str | None, codebook: Codebook) -> list[Token]:
    """Return at what a bomb goes off: "exploded under a car", "tore through a bus", "a bomb killed six at a market"."""
    verb = parse.tokens[trigger.head]
    if trigger.type != "ASSAULT":
        return []
    where = _THROUGH if verb.lemma in _WORDS.tearing else _BESIDE if verb.lemma in _WORDS.exploding else ()
    if mode in _BOMBING:
        where = (*where, "at")
    heads = {*trigger.tokens, *(t.i for t in frames.objects(parse, trigger.head) if verb.pos == "VERB")}
    found = {t.i: t for i in heads for t in frames.complements(parse, i, *where)} if where else {}
    named = {t.i for t in found.values() if t.pos == "PROPN" and t.entity in ("FAC", "ORG")}
    return [t for t in found.values() if kinds(parse, t, codebook) & {"site", "vehicle"} or t.i in named]


def covered(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return on what something is thrown, poured or written: "daubed slogans on the wall", "poured paint over a statue"."""
    verb = parse.tokens[trigger.head]
    if trigger.type != "PROTEST" or verb.lemma not in _WORDS.covering:
        return []
    put = frames.objects(parse, verb.i)
    if any(kinds(parse, t, codebook) & (PEOPLE | {"site", "vehicle", "way", "place"}) for t in put):
        return []  # "sprayed a car on the high street"
    heads = {*trigger.tokens, *(t.i for t in put)}
    found = {t.i: t for i in heads for t in frames.complements(parse, i, *_UPON)}
    return [t for t in found.values() if t.entity not in ("DATE", "TIME") and t.i not in trigger.tokens]


def aims(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether "at" behind the trigger says what is meant to be hit: "fired at", "stones at"."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    above = parse.tokens[parse.tokens[trigger.head].head]
    return bool(lemmas & _WORDS.aiming) or (parse.tokens[trigger.head].pos == "NOUN" and above.lemma in _WORDS.aiming)


def is_mutual(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether "with" behind the trigger names the other side of a fight: "clashed with police"."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    return trigger.type not in ("ASSAULT", "PROTEST") or trigger.mode == "armed-clash" or bool(lemmas & _WORDS.mutual)


def is_reciprocal(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether both sides do the same to each other: "the two parties blamed each other", "traded accusations"."""
    if trigger.type == "ACCUSE" and parse.tokens[trigger.head].lemma in _WORDS.exchanging:
        return True
    beside = [parse.tokens[t.i - 1].lower for t in parse.kids(trigger.head, "dobj") if t.lower in ("another", "other")]
    return any(word in ("each", "one") for word in beside)


def is_hit(parse: Parse, trigger: Trigger, codebook: Codebook) -> bool:
    """Tell whether a verb has those whom it hits as object, so that "at" only says where: "shot two men at a bus stop"."""
    verb = parse.tokens[trigger.head]
    hurt = frames.objects(parse, verb.i) if verb.pos == "VERB" else []
    return any(kinds(parse, t, codebook) & PEOPLE for t in hurt)


def fires(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether "on" behind the verb says what is hit: "fired on", "opened fire on", "dropped bombs on"."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    return bool(lemmas & _WORDS.firing)


def is_deed(noun: Token) -> bool:
    """Tell whether a word for force names the act, not the weapon: "shelling", "bombardment"."""
    return noun.lower.endswith("ing") or noun.lemma in _WORDS.assaults


def brings_down(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether the object may be a weapon in the air: "shot down a drone", "intercepted two missiles"."""
    return bool({parse.tokens[i].lemma for i in trigger.tokens} & _WORDS.bringing_down)


def _tended(parse: Parse, noun: Token) -> list[Token]:
    """Return who is seen to for wounds: "six were admitted with gunshot wounds", "treated two boys for bullet wounds"."""
    link = parse.tokens[noun.head]
    verb = parse.tokens[link.head]
    tended = noun.dep == "pobj" and link.lower in ("for", "with") and verb.lemma in _WORDS.tending
    return frames.objects(parse, verb.i) if tended and noun.lemma in _WORDS.wounds else []


def casualties(parse: Parse, trigger: Trigger, codebook: Codebook) -> Iterable[Token]:
    """Yield whom a clause beside or below the trigger's says to be hurt: "threw stones at police, injuring 12 officers"."""
    yield from (t for t in _tended(parse, parse.tokens[trigger.head]) if kinds(parse, t, codebook) & PEOPLE)
    for verb in parse.kids(trigger.head, "advcl", "conj", "xcomp"):
        anothers = verb.dep == "advcl" and bool(parse.kids(verb.i, "nsubj"))  # "burned tyres after soldiers killed two"
        if verb.lemma in _WORDS.hurting and verb.i > trigger.head and not anothers:
            yield from (t for t in frames.objects(parse, verb.i) if kinds(parse, t, codebook) & PEOPLE)
    for noun in (
        trigger.head,
        *(t.i for t in frames.objects(parse, trigger.head)),
    ):  # "burned a bus with six people aboard"
        with_them = frames.complements(parse, noun, "with")
        inside = [t for t in with_them if any(k.lower in _INSIDE for k in parse.tokens[t.i + 1 : t.i + 2])]
        yield from (t for t in inside if kinds(parse, t, codebook) & PEOPLE)
    for verb in (t for i in trigger.tokens for t in parse.kids(i, "advcl", "conj", "relcl", "xcomp")):
        if verb.lemma == "leave" and any(
            t.lower in _WORDS.hurt for t in parse.kids(verb.i, "acomp", "advcl", "oprd", "xcomp")
        ):
            yield from (t for t in frames.objects(parse, verb.i) if kinds(parse, t, codebook) & PEOPLE)
    verb, above = parse.tokens[trigger.head], parse.tokens[parse.tokens[trigger.head].head]
    if verb.dep == "advcl" and above.lemma in _WORDS.dying and _is_when(parse, verb):  # "two died when soldiers fired"
        yield from (t for t in frames.subjects(parse, above.i) if kinds(parse, t, codebook) & PEOPLE)


def is_joined(parse: Parse, token: Token, head: int) -> bool:
    """Tell whether somebody is named with the other side: "between students and police", not "troops and police clashed with"."""
    joined = token.dep in ("conj", "pobj") or bool(parse.kids(token.i, "conj"))
    return joined and not frames.complements(parse, head, "with")
