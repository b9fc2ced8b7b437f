"""Who takes part: fills the roles of a happening from the grammar around its triggers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from msgspec.structs import replace

from dateline.code import frames
from dateline.code.join import Happening
from dateline.code.phrases import phrase_span
from dateline.code.triggers import Trigger, classes_of
from dateline.records import Argument, Parse, Token
from dateline.reference.actors import registry
from dateline.reference.codebook import ECHO, Codebook
from dateline.reference.roles import roles

_PEOPLE = frozenset(("person", "force", "police", "crowd", "worker"))
# How far down, and along which links, somebody is looked for whom an act is aimed at.
_LEVELS = 7
_DOWN = frozenset(
    "dobj obj prep pobj xcomp ccomp pcomp poss acl advcl agent dative nmod amod compound conj appos".split()
)
_NAMED = frozenset("pobj poss dobj obj nsubj nsubjpass conj amod compound nmod appos".split())
_WHEN_AND_WHERE = frozenset(
    "in at on near during after before since until within around inside outside following".split()
)
_MEANWHILE = frozenset("after although because before since though until when while".split())
_NAMES = ("PROPN", "PRON", "NOUN")
# Types whose recipient is somebody: what is turned down, handed over or left is no party to it.
_TO_SOMEBODY = frozenset("AGREE AID CONCEDE CONSULT COOPERATE REJECT REQUEST RETREAT SANCTION THREATEN".split())
_TELLING = frozenset("add announce confirm declare deny report say state tell".split())
_DECREED = ("ban", "curfew", "martial-law", "deportation")
# Protests that somebody calls for; who blocks, boycotts or riots just does it.
_ORGANIZED = (None, "demonstration", "strike")
_CALLING = frozenset("announce call declare order organise organize plan promise schedule stage".split())
_THINGS = frozenset(("site", "goods", "way"))
_INSTRUMENTS = frozenset(("weapon", "missile"))
# Types whose happenings are local: a place behind a preposition is where, not to whom.
_LOCAL = frozenset(("GATHER", "PROTEST", "AID", "MOBILIZE", "RETREAT", "COERCE", "ASSAULT"))
# Types whose nouns are not aimed at anybody: what follows "on" or "into" is a place or a topic.
_WITHOUT_AIM = frozenset(("GATHER", "PROTEST", "CONSULT", "AGREE", "AID", "COOPERATE"))
_WHERE = frozenset("on at upon into toward towards".split())
_EMPTY = frozenset("there this that which what one".split())
# Words before "of" that only count or part what follows: "dozens of farmers", "one of its councillors".
_PARTS = frozenset(
    "dozen score hundred thousand million handful number group majority half part third quarter rest most some many several few "
    "all each none any both couple pair crowd wave string series total".split()
)
# Verbs whose object is hurt, whatever it is called.
_HURTING = frozenset("kill wound injure murder slay hurt maim behead execute massacre assassinate lynch".split())
_AT_CLOSE_HAND = frozenset("beat club flog kick knife lash rape shoot stab strangle torture whip".split())
_FIRING = frozenset("bomb bombing drop fall fire land lob open rain strike unleash".split())
_AT_WHAT = ("on", "at")  # people shot at are victims, things targets
# What aims: only behind these "at" says whom or what it is meant for, not where it happens.
_AIMING = frozenset(
    "aim attack chuck fire fling heave hurl launch lob pelt pitch rain sling shoot shot spray spit swear swing throw toss".split()
)
_KEEPSAKES = frozenset(
    "anniversary ash birthday body burial casket coffin death funeral grave hearse honor honour memory photo photograph picture portrait "
    "remains tomb".split()
)
_HONOURING = frozenset("bury celebrate commemorate greet honor honour mourn receive remember salute welcome".split())
_DRAWING = frozenset("attract bring draw gather number unite".split())
_FOR_DOWN = ("prep", "pobj", "dobj", "nsubjpass", "advcl")
_FOR_FAR = 4
_THOSE = frozenset("those dead fallen all martyrs victims".split())
_DEMANDING = frozenset(
    "against anger call condemn defiance defy demand denounce disapproval dismissal insist oppose opposition ouster over overthrow press pressure "
    "protest quit removal resign resignation urge".split()
)
_OUR_OWN = frozenset("own dead wounded injured missing rest faithful".split())
_ANYBODY = frozenset("anybody anyone nobody somebody those".split())
# Nouns whose owner suffers them, where no "of" says who does.
_UNDERGONE = frozenset(
    "abduction acquittal arrest assassination beating capture conviction death deportation detention disappearance dismissal "
    "evacuation eviction execution expulsion extradition imprisonment jailing kidnapping killing liberation lynching murder ouster "
    "prosecution release removal rescue sentence sentencing suspension trial".split()
)
# Happenings that the subject of a clause shares in, by the preposition before them.
_SHARED_BY_SUBJECT = {
    "CONSULT": ("after", "at", "during", "following", "in"),
    "PROTEST": ("in", "on", "with"),
}
_SIDES = ("nsubj", "nsubjpass", "poss", "pobj")
_SEATS = frozenset(
    "barracks building bureau capitol commission consulate council court courthouse department embassy hall headquarters hq home house "
    "jail ministry mission office palace parliament prison residence secretariat villa".split()
)
_SPELLS = frozenset("day hour minute month night round series week weekend year".split())
_HOURS = frozenset("at by until till before after around about since from".split())
_PREPOSITIONS_OF_PATTERN = frozenset("on upon to for with at against into from of by behind".split())


def arguments_of(parse: Parse, happening: Happening, codebook: Codebook) -> tuple[Argument, ...]:
    """Return the arguments of a happening, each role's in text order, none twice."""
    slots = codebook.slots(happening.type, happening.mode)
    found: dict[tuple[str, int], Argument] = {}
    for trigger in happening.triggers:
        for role, token in _filled(parse, trigger, slots, codebook):
            itself = token.i in trigger.tokens and not _kinds(parse, token, codebook) & _PEOPLE
            if role and not itself and _can_take_part(parse, token) and (role, token.i) not in found:
                span = phrase_span(parse, token)
                found[role, token.i] = Argument(role=role, span=span, text="")
                if happening.mode == "riot" and role == "target" and _kinds(parse, token, codebook) & _PEOPLE:
                    found["victim", token.i] = Argument(role="victim", span=span, text="")
    if happening.type == "PROTEST" and happening.mode in _ORGANIZED:
        for key in [k for k in found if k[0] == "actor" and _organizes(parse, happening.lead, parse.tokens[k[1]], codebook)]:
            found["organizer", key[1]] = replace(found[key], role="organizer")
    if happening.type == "COERCE" and not any(role == "actor" for role, _ in found):
        for token in _tellers(parse, happening, codebook):
            found["actor", token.i] = Argument(role="actor", span=phrase_span(parse, token), text="")
    _add_beyond(parse, happening, slots.get("beyond", ""), found, codebook)
    if happening.type in _TO_SOMEBODY and happening.mode not in ("release", "access"):
        bearing = [(key, parse.tokens[key[1]]) for key in found if key[0] == "recipient"]
        for key, token in bearing:
            left = (happening.type, happening.mode) == ("RETREAT", "withdraw")
            own = left and bool(_kinds(parse, token, codebook) & {"force"})
            if own or not _may_receive(parse, token, codebook) or (_goes_there(happening) and _is_town(parse, token, codebook)):
                del found[key]
    ordered = tuple(found[key] for key in sorted(found, key=lambda k: (k[1], k[0])))
    symmetric = happening.type != ECHO and codebook.entry(happening.type, happening.mode).symmetric
    return _sides(_both(parse, ordered)) if symmetric else ordered


def _organizes(parse: Parse, trigger: Trigger, token: Token, codebook: Codebook) -> bool:
    """Tell whether who protests is a body that also calls for it: "the party will march", "the union called a strike"."""
    if token.tag in ("NNS", "NNPS", "PRP"):
        return False
    classes = _kinds(parse, token, codebook)
    verb = frames.light_verb(parse, trigger.head)
    calls = verb is not None and verb.lemma in _CALLING
    return ("org" in classes and not classes & {"crowd", "person"}) or (calls and bool(classes & {"org", "person"}))


def _tellers(parse: Parse, happening: Happening, codebook: Codebook) -> list[Token]:
    """Return the forces of order that tell of an arrest without a doer, or who tells of a curfew in office: they did it."""
    token = parse.tokens[happening.lead.head]
    verb = frames.light_verb(parse, token.i) or token
    above = parse.tokens[verb.head]
    while verb.dep == "conj" and above.pos in ("VERB", "AUX"):
        verb, above = above, parse.tokens[above.head]
    if token.pos == "NOUN" and verb is token and token.dep in ("nsubj", "nsubjpass"):
        verb, above = above, parse.tokens[above.head]
    reported = verb is token and token.dep == "dobj"  # "police reported 27 arrests"
    if not (verb.dep == "ccomp" or reported) or above.lemma not in _TELLING:
        return []
    wanted = {"police", "force"} if happening.mode not in _DECREED else {"office"}
    return [t for t in parse.kids(above.i, "nsubj") if _offices(parse, t, codebook) & wanted]


def _offices(parse: Parse, token: Token, codebook: Codebook) -> set[str]:
    """Return the classes of a word, with "office" for those who govern."""
    table = roles()
    near = [token, *parse.kids(token.i, "compound", "appos")]
    governs = any("GOV" in (table.people.get(t.lemma), table.bodies.get(t.lemma)) for t in near)
    return _kinds(parse, token, codebook) | ({"office"} if governs else set())


def _add_beyond(
    parse: Parse, happening: Happening, role: str, found: dict[tuple[str, int], Argument], codebook: Codebook
) -> None:
    """Fill a role that only things bear so far with whom the act is aimed at further down its clause.

    "threatened to break off relations with X", "rejected a call by X's rulers".
    """
    taken = {i for _, i in found}
    if not role or any(r == role and _is_somebody(parse, parse.tokens[i], codebook) for r, i in found):
        return
    local = happening.type in _LOCAL  # there "the Romanian port" names no party
    token = next(
        (
            t
            for t in _below(parse, happening.lead)
            if t.i not in taken
            and not any(owner.tag == "PRP$" for owner in parse.kids(t.i, "poss"))  # "its troops" are the actor's own
            and not (local and t.dep in ("amod", "compound"))
            and _is_somebody(parse, t, codebook)
            and (happening.type != "PROTEST" or _is_demanded_of(parse, t, happening.lead))
        ),
        None,
    )
    if token is not None:
        for key in [k for k in found if k[0] == role and role == "recipient"]:
            del found[key]
        found[role, token.i] = Argument(role=role, span=phrase_span(parse, token), text="")


def _may_receive(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word can mean somebody who is dealt with: not "it", not a bill, a ban or a harbour."""
    if token.pos in ("PROPN", "NUM", "DET") or (token.pos == "PRON" and token.lower != "it"):
        return True
    return _is_somebody(parse, token, codebook) or "place" in _kinds(parse, token, codebook)


def _goes_there(happening: Happening) -> bool:
    return (happening.type, happening.mode) in (("CONSULT", "visit"), ("RETREAT", "withdraw"))


def _is_town(parse: Parse, token: Token, codebook: Codebook) -> bool:
    """Tell whether a word names a place that is no country: where somebody goes, not whom he deals with."""
    if token.pos != "PROPN" or token.entity in ("PERSON", "ORG", "NORP"):
        return "place" in _kinds(parse, token, codebook) and token.lemma not in ("country", "nation", "state")
    name = [t.text for t in parse.kids(token.i, "compound") if t.i < token.i] + [token.text]
    return registry().country_of(" ".join(name)) is None


def _is_demanded_of(parse: Parse, token: Token, trigger: Trigger) -> bool:
    """Tell whether words of demanding or opposing stand between a protest and somebody further down."""
    between = takewhile(lambda t: t.i not in trigger.tokens, parse.ancestors(token.i))
    return any(t.lemma in _DEMANDING for t in between)


def _is_somebody(parse: Parse, token: Token, codebook: Codebook) -> bool:
    if token.pos == "ADJ" and token.tag == "JJ" and token.entity not in ("GPE", "NORP"):
        return False  # "a general strike", "a military offensive"
    return bool(_kinds(parse, token, codebook) & (_PEOPLE | {"org"})) or token.entity in ("GPE", "NORP", "ORG", "PERSON")


def _below(parse: Parse, trigger: Trigger) -> Iterable[Token]:
    """Yield what the trigger governs, level by level, without its subject, its times and places and side clauses."""
    level = list(trigger.tokens)
    for _ in range(_LEVELS):
        level = [
            child.i
            for i in level
            for child in parse.kids(i)
            if child.dep in _DOWN
            and not (child.dep == "prep" and child.lower in _WHEN_AND_WHERE)
            and not (child.dep == "advcl" and any(t.lower in _MEANWHILE for t in parse.kids(child.i, "mark", "advmod")))
        ]
        yield from (parse.tokens[i] for i in level if parse.tokens[i].dep in _NAMED)


def _both(parse: Parse, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Add the second side that one plural noun names: "the foreign ministers of Norway and Finland"."""
    actors = [a for a in arguments if a.role == "actor"]
    if len(actors) != 1 or any(a.role == "recipient" for a in arguments):
        return arguments
    head = next((t for t in parse.inside(actors[0].span) if t.tag in ("NNS", "NNPS") and t.dep in _SIDES), None)
    if head is None:
        return arguments
    named = [t for t in frames.complements(parse, head.i, "of") + parse.kids(head.i, "appos", "amod", "compound")]
    second = [c for t in named for c in [t, *parse.kids(t.i, "conj")] if c.dep == "conj" and c.pos in ("PROPN", "ADJ")]
    if not second:
        return arguments
    span = phrase_span(parse, second[0])
    return (*arguments, Argument(role="recipient", span=span, text=""))


def _sides(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """Where all sides act alike, make the first one the actor and the others recipients."""
    actors = [a for a in arguments if a.role == "actor"]
    if len(actors) < 2 or any(a.role == "recipient" for a in arguments):
        return arguments
    return tuple(replace(a, role="recipient") if a in actors[1:] else a for a in arguments)


def _kinds(parse: Parse, token: Token, codebook: Codebook) -> set[str]:
    """Return the classes of what a word means: of "farmers" for "dozens of farmers", of the name set beside it too."""
    found = classes_of(token, codebook)
    for part in _parts(parse, token):
        inner = classes_of(part, codebook) | ({"person", "crowd"} if part.lower in _OUR_OWN else set())
        return inner if inner & _PEOPLE or token.pos == "NUM" else found | inner
    if token.lower in _ANYBODY or (token.lower == "one" and parse.kids(token.i, "det")):
        found |= {"person", "crowd"}
    if any(t.entity == "PERSON" for t in parse.kids(token.i, "appos")):
        found.add("person")
    return found


def _parts(parse: Parse, token: Token) -> list[Token]:
    """Return what a number or a part is of: "farmers" for "dozens of farmers"."""
    if token.pos != "NUM" and token.lemma not in _PARTS and token.lower not in ("one", "none"):
        return []
    return frames.complements(parse, token.i, "of")


def _is_hour(parse: Parse, token: Token) -> bool:
    """Tell whether a bare number is a time of day: "by five", "tomorrow at six"."""
    above = parse.tokens[token.head]
    return token.pos == "NUM" and token.dep == "pobj" and above.lower in _HOURS and not parse.kids(token.i)


def _can_take_part(parse: Parse, token: Token) -> bool:
    if not any(c.isalnum() for c in token.text) or _is_hour(parse, token):
        return False
    if token.lower == "one" and parse.kids(token.i, "det"):  # "no one"
        return True
    if (token.lower in _EMPTY and not _parts(parse, token)) or token.pos in ("VERB", "ADP", "PUNCT", "SYM", "SCONJ"):
        return False
    if token.entity in ("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"):
        return False
    return token.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X")


def _filled(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    noun = parse.tokens[trigger.head]
    kinds = _kinds(parse, noun, codebook)
    if noun.pos == "NOUN" and kinds & _PEOPLE and not kinds & _INSTRUMENTS:
        yield slots.get("subject", ""), noun  # "arsonists", "a second gunman", "2,500 marchers"
        if noun.dep == "nsubj":
            found = frames.objects(parse, noun.head)
            yield from ((_object_role(_kinds(parse, t, codebook), slots), t) for t in found)
        return
    subjects = list(_subjects(parse, trigger, slots, codebook))
    yield from subjects
    if "present" in slots and noun.dep == "nsubj" and parse.tokens[noun.head].lemma in _DRAWING:
        drawn = [t for t in frames.objects(parse, noun.head) if _kinds(parse, t, codebook) & _PEOPLE]
        yield from ((slots["present"], t) for t in drawn)
    if not subjects:
        present = _present(parse, trigger, codebook) if "present" in slots else []
        yield from ((slots["present"], t) for t in present)
        if not present:
            yield from ((slots.get("subject", ""), t) for t in _busy_with(parse, trigger, codebook))
    yield from _objects(parse, trigger, slots, codebook)
    yield from _behind_prepositions(parse, trigger, slots, codebook)
    yield from _in_clause(parse, trigger, slots)
    if trigger.type == "GATHER":
        yield from (("honouree", t) for t in _remembered(parse, trigger, codebook))
    if "victim" in slots.values():
        yield from (("victim", t) for t in _casualties(parse, trigger, codebook))


def _subjects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    verb = frames.light_verb(parse, trigger.head)
    attended = verb is not None and verb.lemma in ("attend", "join")
    found = frames.subjects(parse, trigger.head)
    if "poss" in slots and trigger.type == "GATHER":  # "attended his funeral"
        found = [t for t in parse.kids(trigger.head, "poss") if t not in found] + found
        if verb is not None and all(t.dep == "poss" for t in found):
            found = found + frames.subjects(parse, verb.i)
    suffering = parse.kids(trigger.head, "poss") if _undergoes(parse, parse.tokens[trigger.head]) else []
    found = [t for t in suffering if t not in found] + found
    for token in _doers(parse, found, codebook):
        if token.dep == "poss" and token.head == trigger.head and "poss" in slots:
            yield slots["poss"], token
        elif token.dep == "poss" and token in suffering:
            yield _object_role({"person"}, slots), token
        else:
            yield _subject_role(token, _kinds(parse, token, codebook), slots, attended), token
    if "attend" in slots and verb is not None:
        for other in parse.kids(verb.i, "conj"):
            if other.lemma == "attend":
                found = frames.subjects(parse, other.i)
                yield from ((_subject_role(t, _kinds(parse, t, codebook), slots, True), t) for t in found)


def _busy_with(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return the subject of a clause that tells what somebody does in, after or with a happening.

    "on the third day of a strike dockers sang", "after talks with the envoy they signed".
    """
    noun = parse.tokens[trigger.head]
    if noun.pos != "NOUN" or trigger.type not in _SHARED_BY_SUBJECT or parse.kids(noun.i, "poss"):
        return []
    spell = noun
    while spell.dep == "pobj" and parse.tokens[spell.head].lower == "of":
        spell = parse.tokens[parse.tokens[spell.head].head]
        if spell.lemma not in _SPELLS:
            return []
    if spell.dep != "pobj" or parse.tokens[spell.head].lower not in _SHARED_BY_SUBJECT[trigger.type]:
        return []
    verb = parse.tokens[parse.tokens[spell.head].head]
    found = frames.subjects(parse, verb.i) if verb.pos in ("VERB", "AUX") else []
    if trigger.type == "PROTEST":
        return [t for t in found if not _kinds(parse, t, codebook) & {"police", "force"}]
    return [t for t in found if _is_somebody(parse, t, codebook)]


def _undergoes(parse: Parse, noun: Token) -> bool:
    """Tell whether a possessive before the noun names who suffers it: "her arrest", but not "Israel's release of 30 men"."""
    return noun.lemma in _UNDERGONE and not frames.complements(parse, noun.i, "of")


def _present(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return who is at a happening named as a place is: "500 stood at a vigil", "police counted 500 on the march"."""
    noun = parse.tokens[trigger.head]
    preposition = parse.tokens[noun.head]
    if noun.dep != "pobj" or preposition.lower not in ("at", "in", "for", "on"):
        return []
    above = parse.tokens[preposition.head]
    seen = frames.objects(parse, above.i) if above.pos in ("VERB", "AUX") else [above]
    people = [t for t in seen if _kinds(parse, t, codebook) & _PEOPLE]
    return people or [t for t in frames.subjects(parse, above.i) if _kinds(parse, t, codebook) & _PEOPLE]


def _doers(parse: Parse, found: Iterable[Token], codebook: Codebook) -> Iterable[Token]:
    """Yield who acts; behind a weapon stands who owns it ("the army's rockets")."""
    for token in found:
        if _kinds(parse, token, codebook) & _INSTRUMENTS:
            owners = parse.kids(token.i, "poss", "compound")
            yield from (t for t in owners if t.pos in _NAMES and not _kinds(parse, t, codebook) & _INSTRUMENTS)
            yield from frames.complements(parse, token.i, "of")
        else:
            yield token


def _subject_role(token: Token, classes: set[str], slots: dict[str, str], attended: bool) -> str:
    if attended and "attend" in slots and ("guest" in classes or token.entity == "PERSON"):
        return slots["attend"]
    if "subject_org" in slots and "org" in classes and not classes & {"crowd", "person"}:
        return slots["subject_org"]
    return slots.get("subject", "")


def _objects(parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook) -> Iterable[tuple[str, Token]]:
    found = frames.objects(parse, trigger.head)
    for i in trigger.tokens:
        token = parse.tokens[i]
        if i != trigger.head and token.lower in _PREPOSITIONS_OF_PATTERN:
            found = found + [t for t in parse.kids(i, "pobj") if t.i not in trigger.tokens]
    for token in found:
        classes = _kinds(parse, token, codebook)
        if token.i in trigger.tokens or classes & _INSTRUMENTS:
            continue
        preposition = parse.tokens[token.head].lower if token.dep == "pobj" else ""
        if preposition == "at" and not _aims(parse, trigger) and not _is_before_seat(parse, trigger, token):
            continue
        if preposition in _WHERE and trigger.type in _WITHOUT_AIM and parse.tokens[trigger.head].pos == "NOUN":
            continue
        direct = trigger.type == "ASSAULT" and preposition in _AT_WHAT
        role = (not direct and slots.get(preposition)) or _object_role(classes, slots)
        if role == "honouree" and (not classes & _PEOPLE or "place" in classes) and token.pos not in ("PROPN", "PRON"):
            continue
        if preposition == "of" and role == "actor" and not classes & (_PEOPLE | {"org"}):
            continue
        if role == "target" and "victim" in slots.values() and _is_hurt(parse, trigger, token):
            role = "victim"
        yield role, token
        if not classes & (_PEOPLE | {"org", "place"}) and slots.get("object_thing") != "target":
            role = slots.get("object_person") or slots.get("object")
            inner = parse.kids(token.i, "poss") + frames.complements(parse, token.i, "of", "by", "against")
            yield from (
                (role or "", t) for t in inner if _kinds(parse, t, codebook) & (_PEOPLE | {"org"}) or t.pos == "PROPN"
            )


def _object_role(classes: set[str], slots: dict[str, str]) -> str:
    person = bool(classes & _PEOPLE)
    if person or "object_thing" not in slots:
        return slots.get("object") or (slots.get("object_person", "") if person or classes & {"org", "place"} else "")
    if slots["object_thing"] == "victim" and classes & _THINGS:
        return "target"
    return slots["object_thing"]


def _behind_prepositions(
    parse: Parse, trigger: Trigger, slots: dict[str, str], codebook: Codebook
) -> Iterable[tuple[str, Token]]:
    heads = [trigger.head, *(t.i for t in _inner_nouns(parse, trigger))]
    verb = frames.light_verb(parse, trigger.head) or frames.relative_light_verb(parse, parse.tokens[trigger.head])
    if verb is not None:
        heads.append(verb.i)
    if trigger.type in _TO_SOMEBODY:  # "shared evidence with", "mediate talks between"
        given = frames.objects(parse, trigger.head)
        heads += [t.i for t in given if trigger.type == "AID" or not _is_somebody(parse, t, codebook)]
    for i in heads:
        for child in parse.kids(i, "prep", "dative"):
            role = slots.get(child.lower)
            if role == "honouree" and trigger.mode == "rally":
                continue
            if role:
                found = frames.complements(parse, i, child.lower)
                if child.lower in ("at", "outside") and not _aims(parse, trigger):
                    found = [t for t in found if _is_before_seat(parse, trigger, t)]
                if trigger.type == "ASSAULT" and child.lower in _AT_WHAT:
                    found = found if child.lower == "at" or _fires(parse, trigger) else []
                    yield from ((_object_role(_kinds(parse, t, codebook), slots), t) for t in found)
                    continue
                yield from ((role, t) for t in found if _fits_role(parse, role, trigger.type, t, codebook))


def _is_hurt(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether a verb hurts its object, whatever that is called ("shot Papa dead"), or the object is a lone name."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    dead = "dead" in lemmas or any(t.lower in ("dead", "death") for t in parse.kids(trigger.head, "oprd", "acomp"))
    named = token.pos == "PROPN" and (token.entity == "PERSON" or (not token.entity and bool(lemmas & _AT_CLOSE_HAND)))
    return token.dep != "pobj" and (bool(lemmas & _HURTING) or dead or named)


def _is_before_seat(parse: Parse, trigger: Trigger, token: Token) -> bool:
    """Tell whether people protest where those sit whom they mean: at an embassy, outside the gate of a ministry."""
    if trigger.type != "PROTEST" or trigger.mode == "riot":
        return False
    return token.lemma.lower() in _SEATS or any(t.lemma.lower() in _SEATS for t in frames.complements(parse, token.i, "of"))


def _aims(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether "at" behind the trigger says what is meant to be hit: "fired at", "stones at"."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    above = parse.tokens[parse.tokens[trigger.head].head]
    return bool(lemmas & _AIMING) or (parse.tokens[trigger.head].pos == "NOUN" and above.lemma in _AIMING)


def _fires(parse: Parse, trigger: Trigger) -> bool:
    """Tell whether "on" behind the verb says what is hit: "fired on", "opened fire on", "dropped bombs on"."""
    lemmas = {parse.tokens[i].lemma for i in trigger.tokens}
    return bool(lemmas & _FIRING)


def _inner_nouns(parse: Parse, trigger: Trigger) -> list[Token]:
    """Return the nouns inside a trigger of several words: "vigil" in "hold a vigil" has its own "for"."""
    return [parse.tokens[i] for i in trigger.tokens if i != trigger.head and parse.tokens[i].pos in ("NOUN", "PROPN")]


def _fits_role(parse: Parse, role: str, type_: str, token: Token, codebook: Codebook) -> bool:
    """Tell whether what stands behind a preposition can bear the role: targets may be things, all others are somebody."""
    classes = _kinds(parse, token, codebook)
    if role == "target":
        return not classes & _INSTRUMENTS
    if type_ == "ACCUSE" and parse.tokens[token.head].lower == "into":
        return True
    if role == "honouree" and (token.pos == "PROPN" or token.lower in _THOSE):
        return True
    country = "place" in classes and type_ == "RETREAT" and not _is_town(parse, token, codebook)
    return bool(classes & (_PEOPLE | {"org"})) or country or ("place" in classes and type_ not in _LOCAL)


def _remembered(parse: Parse, trigger: Trigger, codebook: Codebook) -> Iterable[Token]:
    """Yield whose coffin or portrait is carried, in whose memory or honour people come together."""
    nouns = [*_inner_nouns(parse, trigger), *frames.complements(parse, trigger.head)]
    nouns += frames.objects(parse, trigger.head) if parse.tokens[trigger.head].pos == "VERB" else []
    for noun in nouns:
        if noun.lemma in _KEEPSAKES:
            own = parse.kids(noun.i, "poss") + frames.complements(parse, noun.i, "of")
            yield from (t for t in own if t.pos in ("PROPN", "PRON") or _kinds(parse, t, codebook) & _PEOPLE)
    if trigger.mode != "rally":
        yield from _meant_for(parse, trigger, codebook)
    for verb in parse.kids(trigger.head, "advcl", "xcomp", "conj"):
        if verb.lemma in _HONOURING:
            yield from (t for t in frames.objects(parse, verb.i) if _kinds(parse, t, codebook) & _PEOPLE)


def _meant_for(parse: Parse, trigger: Trigger, codebook: Codebook) -> list[Token]:
    """Return whom a vigil is for where the parser hung "for" on another phrase: "at the lighthouse for Petre Lungu"."""
    verb = frames.light_verb(parse, trigger.head) or parse.tokens[trigger.head]
    level = [verb.i]
    for _ in range(_FOR_FAR):
        level = [t.i for i in level for t in parse.kids(i, *_FOR_DOWN) if t.i > trigger.tokens[0]]
        for i in level:
            clause = parse.kids(i, "nsubj") if any(t.lower == "for" for t in parse.kids(i, "mark")) else []
            if clause and frames.is_passive(parse, i):  # "a vigil for the four men shot dead"
                return clause
            if parse.tokens[i].lower == "for":
                found = [t for t in parse.kids(i, "pobj") if _fits_role(parse, "honouree", "GATHER", t, codebook)]
                if found:
                    return found
    return []


def _casualties(parse: Parse, trigger: Trigger, codebook: Codebook) -> Iterable[Token]:
    """Yield whom a clause beside or below the trigger's says to be hurt: "threw stones at police, injuring 12 officers"."""
    for verb in parse.kids(trigger.head, "advcl", "conj", "xcomp"):
        if verb.lemma in _HURTING and verb.i > trigger.head:
            yield from (t for t in frames.objects(parse, verb.i) if _kinds(parse, t, codebook) & _PEOPLE)


def _in_clause(parse: Parse, trigger: Trigger, slots: dict[str, str]) -> Iterable[tuple[str, Token]]:
    """Yield who is asked, threatened or let go in a clause: "demanded that the ministry publish it"."""
    for clause in parse.kids(trigger.head, "ccomp", "xcomp", "acl", "advcl"):
        marks = {t.lower for t in parse.kids(clause.i, "mark")}
        asked = clause.dep == "ccomp" or (clause.dep == "advcl" and "for" in marks) or (clause.dep == "acl" and "that" in marks)
        if "clause_subject" in slots and asked:
            yield from ((slots["clause_subject"], t) for t in parse.kids(clause.i, "nsubj", "nsubjpass"))
        if "clause_object" in slots and clause.dep in ("ccomp", "xcomp"):
            yield from ((slots["clause_object"], t) for t in frames.objects(parse, clause.i))
        if trigger.type == "THREATEN" and marks & {"if", "unless"}:
            yield from (("recipient", t) for t in parse.kids(clause.i, "nsubj"))
        for inner in parse.kids(clause.i, "advcl") if trigger.type == "THREATEN" else ():
            if any(t.lower in ("if", "unless") for t in parse.kids(inner.i, "mark")):
                yield from (("recipient", t) for t in parse.kids(inner.i, "nsubj"))
