"""Who takes part: fills the roles of a happening from the grammar around its triggers."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from dateline.code import frames
from dateline.code.aims import (
    aims,
    attackers,
    blame_or_praise,
    blown_up,
    brings_down,
    casualties,
    closed,
    confined,
    covered,
    is_before_seat,
    is_dealt_with,
    is_deed,
    is_ground,
    is_hurt,
    is_joined,
    is_limit,
    is_no_culprit,
    is_received,
    is_reciprocal,
    means_of,
    reached,
    sought,
    suffers,
    undergoes,
)
from dateline.code.bearers import INSTRUMENTS, PEOPLE, can_act, can_take_part, is_somebody, kinds
from dateline.code.charges import charged
from dateline.code.culprits import culprits, fired_by, laid_at_door
from dateline.code.join import Happening
from dateline.code.light_verbs import light_verb
from dateline.code.objects import all_objects
from dateline.code.oblique import behind_prepositions, in_clause, object_role
from dateline.code.occasions import busy_with, dear_to, guests, is_addressed, organizes, present, remembered, summons
from dateline.code.organizers import ORGANIZED
from dateline.code.parties import (
    add_beyond,
    astray,
    drop_no_parties,
    drop_twins,
    given_to,
    is_demanded,
    is_told,
    tellers,
)
from dateline.code.phrases import phrase_span
from dateline.code.sides import sides, together
from dateline.code.struck import beset, drop_doubles, is_site, police_beside, sites_struck
from dateline.code.triggers import Trigger
from dateline.records import Argument, Parse, Token
from dateline.reference.codebook import ECHO, Codebook
from dateline.reference.coding import coding_words

_NAMES = ("PROPN", "PRON", "NOUN")
_NOBODY = frozenset(("goods", "org", "place", "site", "vehicle", "way"))
# Types whose nouns are not aimed at anybody: what follows "on" or "into" is a place or a topic.
_WITHOUT_AIM = frozenset(("GATHER", "PROTEST", "CONSULT", "AGREE", "AID", "COOPERATE"))
_FORCEFUL = ("ASSAULT", "COERCE")
_WHERE = frozenset("on at upon into toward towards".split())
_OF_MARCHERS = frozenset((None, "demonstration", "hunger-strike", "riot", "strike"))
_DOERS = ("actor", "organizer", "perpetrator")
_FOR_THE_ABSENT = ("funeral", "vigil")
_HOST = {"actor": "recipient", "recipient": "actor"}
_WORDS = coding_words().gatherings
_WRITS = coding_words().acts.decisions | coding_words().acts.rulings
_JOINING = ("accede", "join")
_WITH = ("AGREE", "CONSULT", "COOPERATE")
_ASTRAY = ("against", "between", "with")  # prepositions that are looked for wherever the parser hung them


def arguments_of(parse: Parse, happening: Happening, codebook: Codebook) -> tuple[Argument, ...]:
    """Return the arguments of a happening, each role's in text order, none twice."""
    slots = codebook.slots(happening.type, happening.mode)
    found: dict[tuple[str, int], Argument] = {}
    telling = {i for trigger in happening.triggers for i in trigger.tokens}
    for trigger in happening.triggers:
        for role, token in _filled(parse, trigger, slots, happening.mode, codebook):
            itself = token.i in telling and not kinds(parse, token, codebook) & (PEOPLE | {"way"})
            itself = itself and not (role == "target" and happening.mode == "censorship")  # "cut mobile internet"
            if happening.mode == "riot" and role == "actor" and is_joined(parse, token, trigger.head):
                role = "target" if "police" in kinds(parse, token, codebook) else role  # "between students and police"
            innocent = role in _DOERS and is_no_culprit(parse, trigger, token, codebook)
            if innocent or (role in _DOERS and not can_act(parse, token, codebook)):
                continue
            if role == "actor" and _opens_itself(parse, happening, token, codebook):
                continue
            if role == "recipient" and is_dealt_with(parse, trigger, token):
                continue
            if role and not itself and can_take_part(parse, token) and (role, token.i) not in found:
                span = phrase_span(parse, token)
                found[role, token.i] = Argument(role=role, span=span, text="")
                classes = kinds(parse, token, codebook)
                if happening.mode == "riot" and role == "target" and classes & PEOPLE and "vehicle" not in classes:
                    found["victim", token.i] = Argument(role="victim", span=span, text="")
    found = _of_occasion(parse, happening, found, codebook)
    done_to = happening.type == "COERCE" or happening.mode in ("access", "release")
    if done_to and not any(role == "actor" for role, _ in found):
        for token in tellers(parse, happening, codebook):
            found["actor", token.i] = Argument(role="actor", span=phrase_span(parse, token), text="")
    if not found:
        for token in confined(parse, happening.lead, codebook):
            found["target", token.i] = Argument(role="target", span=phrase_span(parse, token), text="")
    if (happening.type, happening.mode) == ("CONSULT", "visit") and is_received(parse, happening.lead):
        found = {(_HOST.get(role, role), i): replace(a, role=_HOST.get(role, role)) for (role, i), a in found.items()}
    if happening.type == "CONSULT":  # "a meeting of the committee was held": the committee meets, nobody met it
        found = {(role, i): a for (role, i), a in found.items() if role != "recipient" or ("actor", i) not in found}
    add_beyond(parse, happening, slots.get("beyond", ""), found, codebook)
    drop_no_parties(parse, happening, found, codebook)
    drop_twins(parse, found, codebook)
    if happening.type == "ASSAULT":
        drop_doubles(parse, found, codebook)
    for role, i in [key for key in found if key[1] in telling and not parse.kids(key[1])]:
        if any(other == role and k not in telling for other, k in found):  # "took nine people hostage"
            del found[role, i]
    ordered = tuple(found[key] for key in sorted(found, key=lambda k: (k[1], k[0])))
    symmetric = happening.type != ECHO and codebook.entry(happening.type, happening.mode).symmetric
    symmetric = symmetric or is_reciprocal(parse, happening.lead)
    joins = parse.tokens[happening.lead.head].lemma in _JOINING  # all join the body, not each other
    symmetric = symmetric and not joins and happening.mode != "visit"  # who travel together are of one side
    return sides(parse, ordered) if symmetric else together(parse, ordered, codebook)


def _opens_itself(parse: Parse, happening: Happening, token: Token, codebook: Codebook) -> bool:
    """Tell whether a way or a building is only what opens again, and nobody who opens it: "the bridge reopened"."""
    classes = kinds(parse, token, codebook)
    thing = token.pos == "NOUN" and bool(classes & {"site", "way"}) and not classes & (PEOPLE | {"org"})
    return happening.type == "RETREAT" and thing and not frames.objects(parse, happening.lead.head)


def _of_occasion(
    parse: Parse, happening: Happening, found: dict[tuple[str, int], Argument], codebook: Codebook
) -> dict[tuple[str, int], Argument]:
    """Return the roles with who calls a gathering or protest apart from who takes part and who is remembered."""
    if happening.mode in _FOR_THE_ABSENT and not any(role == "honouree" for role, _ in found):
        for token in [t for role, i in found if role == "actor" for t in dear_to(parse, parse.tokens[i], codebook)]:
            found["honouree", token.i] = Argument(role="honouree", span=phrase_span(parse, token), text="")
    if happening.type == "GATHER":
        for key in [k for k in found if k[0] == "actor" and summons(parse, parse.tokens[k[1]])]:
            found["organizer", key[1]] = replace(found.pop(key), role="organizer")
        for key in [k for k in found if k[0] == "honouree" and is_addressed(parse, happening.lead, k[1], codebook)]:
            found["actor", key[1]] = replace(found.pop(key), role="actor")
        for key in [k for k in found if k[0] == "actor" and ("honouree", k[1]) in found]:
            counted = parse.kids(key[1], "nummod") or parse.tokens[key[1]].pos == "NUM"  # "drew 25,000 people"
            del found["honouree" if counted else "actor", key[1]]  # whoever is remembered takes no part
    if happening.type == "PROTEST" and happening.mode in ORGANIZED:
        for key in [
            k for k in found if k[0] == "actor" and organizes(parse, happening.lead, parse.tokens[k[1]], codebook)
        ]:
            found["organizer", key[1]] = replace(found[key], role="organizer")
        callers = [i for role, i in found if role == "organizer" and summons(parse, parse.tokens[i])]
        if any(role == "actor" and i not in callers for role, i in found):  # "nurses, in a march called by the union"
            found = {key: a for key, a in found.items() if key[0] != "actor" or key[1] not in callers}
    if happening.type in ("GATHER", "PROTEST") and parse.tokens[happening.lead.head].lemma in _WORDS.bringing:
        found = _brought(parse, happening.lead, found)
    return found


def _brought(parse: Parse, trigger: Trigger, found: dict[tuple[str, int], Argument]) -> dict[tuple[str, int], Argument]:
    """Return the roles of "the union brought 900 onto the streets": who brings is the organiser, who is brought takes part."""
    brought = {t.i for t in frames.objects(parse, trigger.head) if ("target", t.i) not in found}
    roles = {i: "organizer" for role, i in found if role == "actor" and i not in brought} if brought else {}
    roles |= dict.fromkeys(brought, "actor")
    return {(roles.get(i, role), i): replace(a, role=roles.get(i, role)) for (role, i), a in found.items()}


def _filled(
    parse: Parse, trigger: Trigger, slots: dict[str, str], mode: str | None, codebook: Codebook
) -> Iterable[tuple[str, Token]]:
    noun = parse.tokens[trigger.head]
    classes = kinds(parse, noun, codebook)
    # "boycotts", which the model takes for a people; "joint patrols by two armies"
    deed = noun.lemma in coding_words().acts.coming_from or trigger.type == "COOPERATE"
    if noun.pos == "NOUN" and classes & PEOPLE and not classes & INSTRUMENTS and not deed:
        yield slots.get("subject", ""), noun  # "arsonists", "a second gunman", "2,500 marchers"
        puts = parse.tokens[noun.head].lemma in coding_words().harm.covering  # "vandals daubed slogans on"
        if noun.dep == "nsubj" and mode not in ORGANIZED and not puts:  # "demonstrators demanded the release"
            found = frames.objects(parse, noun.head)
            found = frames.complements(parse, noun.i, "of") if mode == "abduction" else found
            yield from ((object_role(kinds(parse, t, codebook), slots), t) for t in found)
        return
    met_with = blame_or_praise(parse, trigger) or laid_at_door(parse, trigger)
    if met_with:
        yield from met_with
        return
    subjects = _who_acts(parse, trigger, slots, codebook)
    verb = means_of(parse, trigger)
    if verb is not None and not subjects:
        yield from ((slots["subject"], t) for t in frames.subjects(parse, verb.i))
        yield from ((object_role(kinds(parse, t, codebook), slots), t) for t in frames.objects(parse, verb.i))
    if not subjects or trigger.type in ("ASSAULT", "THREATEN"):
        yield from ((object_role(kinds(parse, t, codebook), slots), t) for t in reached(parse, trigger))
    yield from subjects
    if "present" in slots and noun.dep == "nsubj" and parse.tokens[noun.head].lemma in _WORDS.drawing:
        drawn = [t for t in frames.objects(parse, noun.head) if kinds(parse, t, codebook) & PEOPLE]
        yield from ((slots["present"], t) for t in drawn)
    if not subjects:
        there = present(parse, trigger, codebook) if "present" in slots else []
        yield from ((slots["present"], t) for t in there)
        if not there:
            yield from ((slots.get("subject", ""), t) for t in busy_with(parse, trigger, codebook))
    yield from _objects(parse, trigger, slots, codebook)
    yield from behind_prepositions(parse, trigger, slots, codebook)
    if noun.dep == "nsubj" and "between" in slots:  # "clashes broke out between X and Y"
        yield from ((slots["between"], t) for t in frames.complements(parse, noun.head, "between"))
    for word in (w for w in _ASTRAY if w in slots and (w != "with" or trigger.type in _WITH)):
        yield from ((slots[word], t) for t in astray(parse, trigger, codebook, word))
    yield from in_clause(parse, trigger, slots, codebook)
    yield from _of_kind(parse, trigger, slots, mode, codebook)


def _of_kind(
    parse: Parse, trigger: Trigger, slots: dict[str, str], mode: str | None, codebook: Codebook
) -> Iterable[tuple[str, Token]]:
    """Yield the parties that only happenings of a kind have: what is sought or closed, who is charged, given to or remembered."""
    targets = (
        *sought(parse, trigger), *closed(parse, trigger, codebook), *covered(parse, trigger, codebook),
        *blown_up(parse, trigger, mode, codebook), *sites_struck(parse, trigger, codebook),
    )  # fmt: skip
    yield from (("target", t) for t in targets)
    for token in beset(parse, trigger):
        # what is raided may be a club of no class, what suffers a crackdown is somebody
        unknown = frozenset(() if mode == "raid" else ("person",))
        yield object_role(kinds(parse, token, codebook) or unknown, slots), token
    if trigger.type == "ACCUSE":
        yield from (("recipient", t) for t in charged(parse, trigger, codebook))
    if trigger.type == "AID":
        yield from (("recipient", t) for t in given_to(parse, trigger, codebook))
    if trigger.type == "GATHER":
        yield from (("honouree", t) for t in remembered(parse, trigger, codebook))
        yield from (("attendee", t) for t in guests(parse, trigger, codebook))
    if "victim" in slots.values():
        yield from (("victim", t) for t in casualties(parse, trigger, codebook))


def _who_acts(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> list[tuple[str, Token]]:
    """Return who does what the trigger tells, or undergoes it, each with its role."""
    subjects = [(role, t) for role, t in _subjects(parse, trigger, slots, codebook) if can_take_part(parse, t)]
    if subjects and all(t.tag == "PRP$" and role == slots.get("subject") for role, t in subjects):
        own = busy_with(parse, trigger, codebook)  # "the women are on the sixth day of their strike"
        subjects = [(slots["subject"], t) for t in own] or subjects
    if suffers(parse, trigger):
        plain = [
            (kinds(parse, t, codebook) | ({"person"} if t.pos in ("PRON", "NUM") else set()), t) for _, t in subjects
        ]
        subjects = [(object_role(classes, slots), t) for classes, t in plain]
    if trigger.type == "ACCUSE":
        subjects += [("actor", t) for t in fired_by(parse, trigger) if t not in (s for _, s in subjects)]
    if not any(role == "perpetrator" for role, _ in subjects):
        subjects += [("perpetrator", t) for t in attackers(parse, trigger, codebook)]
        if trigger.type == "ASSAULT" and not any(role == "perpetrator" for role, _ in subjects):
            subjects += [("perpetrator", t) for t in culprits(parse, trigger.head) or fired_by(parse, trigger)]
    return subjects or [("actor", t) for t in police_beside(parse, trigger)]


def _subjects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    verb = light_verb(parse, trigger.head)
    attended = verb is not None and verb.lemma in ("attend", "join")
    found = frames.subjects(parse, trigger.head)
    if "poss" in slots and trigger.type == "GATHER":  # "attended his funeral"
        found = [t for t in parse.kids(trigger.head, "poss") if t not in found] + found
        if verb is not None and all(t.dep == "poss" for t in found):
            found = found + frames.subjects(parse, verb.i)
    suffering = parse.kids(trigger.head, "poss") if undergoes(parse, parse.tokens[trigger.head]) else []
    found = [t for t in suffering if t not in found] + found
    for token in _doers(parse, found, codebook):
        if (
            trigger.type == "GATHER" and token.lemma.lower() in _WORDS.keepsakes
        ):  # "Anniversary of Jane Roe Commemorated"
            owners = parse.kids(token.i, "poss") + frames.complements(parse, token.i, "of")
            yield from (("honouree", t) for t in owners if t.pos == "PROPN" or kinds(parse, t, codebook) & PEOPLE)
        elif token.dep == "poss" and token.head == trigger.head and "poss" in slots:
            yield slots["poss"], token
        elif token.dep == "poss" and token in suffering:
            yield object_role(frozenset(("person",)), slots), token
        else:
            here = attended or _attends(parse, token)
            yield _subject_role(token, kinds(parse, token, codebook), slots, here), token
    if "attend" in slots and verb is not None:
        for other in parse.kids(verb.i, "conj"):
            if other.lemma == "attend":
                found = frames.subjects(parse, other.i)
                yield from ((_subject_role(t, kinds(parse, t, codebook), slots, True), t) for t in found)


def _attends(parse: Parse, token: Token) -> bool:
    """Tell whether somebody is named as who attends: "a congress was held and attended by officials"."""
    above = parse.tokens[token.head]
    return token.dep == "pobj" and above.dep == "agent" and parse.tokens[above.head].lemma == "attend"


def _doers(parse: Parse, found: Iterable[Token], codebook: Codebook) -> Iterable[Token]:
    """Yield who acts; behind a weapon stands who owns it ("the army's rockets")."""
    for token in found:
        makers = frames.complements(parse, token.i, "by", "from") if token.lemma in _WRITS else []
        if makers:  # "halted by an order from the High Court"
            yield from makers
        elif kinds(parse, token, codebook) & INSTRUMENTS:
            owners = [
                t for t in parse.kids(token.i, "poss", "compound", "amod") if t.pos in _NAMES or t.entity == "NORP"
            ]
            # no "roadside bomb", no "embassy blast"
            owners = [t for t in owners if t.dep == "poss" or _may_fire(parse, t, codebook)]
            yield from (t for t in owners if not kinds(parse, t, codebook) & INSTRUMENTS)
            if not is_deed(token):  # "the rockets of the rebels", but "the shelling of a village"
                yield from (t for t in frames.complements(parse, token.i, "of") if is_somebody(parse, t, codebook))
        else:
            yield token


def _may_fire(parse: Parse, token: Token, codebook: Codebook) -> bool:
    return is_somebody(parse, token, codebook) and not is_site(parse, token, codebook)


def _subject_role(token: Token, classes: frozenset[str], slots: dict[str, str], attended: bool) -> str:
    if attended and "attend" in slots and ("guest" in classes or token.entity == "PERSON"):
        return slots["attend"]
    if "subject_org" in slots and "org" in classes and not classes & {"crowd", "person"}:
        return slots["subject_org"]
    return slots.get("subject", "")


def _objects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    found = all_objects(parse, trigger, codebook)
    several = (parse.tokens[i] for i in trigger.tokens if parse.tokens[i].tag == "NNS")
    weapon = any("weapon" in kinds(parse, t, codebook) for t in several)
    told = [t for t in found if t.i in trigger.tokens and t.pos == "NOUN"]  # "imposed a ban on", "held 40 hostages"
    inner = [t for noun in told for t in frames.objects(parse, noun.i)]
    freed = trigger.type == "RETREAT"  # "ordered the release of 40 men", but "granted bail of 20,000 euros"
    to = [trigger.head, *(t.i for t in told)] if freed and told else []  # "granted bail to three nurses"
    inner += [t for i in to for t in frames.complements(parse, i, "to")]
    if trigger.type in _FORCEFUL or freed:
        found = found + [t for t in inner if not freed or kinds(parse, t, codebook) & PEOPLE]
    for token in found:
        classes = kinds(parse, token, codebook)
        if token.dep == "pobj" and parse.tokens[token.head].lower == "of" and weapon:
            continue  # "bullets of unknown origin"
        joint = {t.i for t in parse.kids(token.i, "amod")} & set(trigger.tokens)
        if trigger.type == "COOPERATE" and joint:
            continue  # "hold joint patrols"
        if any(t.i in trigger.tokens for t in frames.complements(parse, token.i, "of")) and trigger.type in _FORCEFUL:
            continue  # "carried out dozens of attacks"
        held = token in told and trigger.type in _FORCEFUL and bool(classes & PEOPLE)
        # "cut mobile internet", but "blocked access to three sites"
        net = trigger.mode == "censorship" and all(t in told for t in found)
        held = held or (token in told and net)
        spared = classes & INSTRUMENTS and trigger.mode != "seizure" and not brings_down(parse, trigger)
        if (token.i in trigger.tokens and not held) or spared:
            continue
        role = _role_of_object(parse, trigger, token, slots, classes)
        if role is not None and not is_demanded(parse, trigger, token):
            yield role, token
        owned = slots.get("object_thing") != "target" or (trigger.type == "COERCE" and trigger.mode != "cyber")
        if role and owned and not classes & (PEOPLE | {"org", "place"}):  # "raided her home", "banned its march"
            whose = slots.get("object_person") or slots.get("object") or ""
            against = () if trigger.type == "REJECT" else ("against",)  # turned down a motion against him
            inner = parse.kids(token.i, "poss") + frames.complements(parse, token.i, "of", "by", *against)
            inner = [t for t in inner if trigger.mode != "ban" or not is_limit(parse, t)]
            inner = [t for t in inner if trigger.type != "REQUEST" or t.tag != "PRP$"]  # "demanded her rights"
            yield from ((whose, t) for t in inner if kinds(parse, t, codebook) & (PEOPLE | {"org"}) or t.pos == "PROPN")


def _role_of_object(
    parse: Parse, trigger: Trigger, token: Token, slots: dict[str, str], classes: frozenset[str]
) -> str | None:
    """Return the role of an object or of what stands behind a noun's preposition, None where it only tells the place."""
    preposition = parse.tokens[token.head].lower if token.dep == "pobj" else ""
    if preposition == "at" and not aims(parse, trigger) and not is_before_seat(parse, trigger, token):
        return None
    if preposition in _WHERE and trigger.type in _WITHOUT_AIM and parse.tokens[trigger.head].pos == "NOUN":
        return None
    direct = trigger.type == "ASSAULT" and preposition in ("on", "at")  # people shot at are victims, things targets
    role = (not direct and slots.get(preposition)) or object_role(classes, slots)
    if not role and is_told(parse, token):
        return slots.get("object_person")
    if trigger.type == "MOBILIZE" and role == "actor" and is_ground(parse, trigger, classes):
        return None
    held = role == "target" and token.lemma in _WORDS.names | _WORDS.shown
    if held and trigger.type == "PROTEST" and trigger.mode in ORGANIZED:
        return None  # "held a silent march"
    if role == "honouree" and (not classes & PEOPLE or "place" in classes) and token.pos not in ("PROPN", "PRON"):
        return None
    if preposition == "of" and role == "actor" and not classes & (PEOPLE | {"org"}):
        return None
    if preposition == "of" and trigger.type == "PROTEST" and trigger.mode in _OF_MARCHERS and classes & PEOPLE:
        return "actor"  # "a rally of nurses"
    if role == "target" and "victim" in slots.values():
        suffered = preposition == "of" and parse.tokens[trigger.head].lemma in coding_words().harm.undergone
        if is_hurt(parse, trigger, token) or (suffered and not classes & _NOBODY):
            return "victim"  # "the murder of a rival"
    return role
