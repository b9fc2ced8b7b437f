"""Words that sound like a happening and tell of none: what the weather does, what is only forbidden, who is only named."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.code import frames
from dateline.code.accidents import is_accident
from dateline.code.antecedents import ranked_by
from dateline.code.join import Happening
from dateline.code.other_senses import is_in_other_sense
from dateline.code.pictured import is_pictured
from dateline.code.word_classes import by_role, classes_of
from dateline.records import Parse, Token
from dateline.reference.codebook import Codebook
from dateline.reference.coding import coding_words

# What storms and repairs do too: shut, cut off, suspend, fill, open again.
_OF_NATURE = frozenset(("AID", "COERCE", "GATHER", "RETREAT", "SANCTION"))
_MADE_BY_NATURE = ("accident", "weather")
_PICTURING = frozenset(("human", "of"))
_HYPHENS = frozenset("-‐‑")
_CAUSE = frozenset(("because", "due", "owing"))
_GATHERINGS = frozenset(("GATHER", "PROTEST"))
_WORDS = coding_words()
_WHEN = frozenset("after before by on since until".split())
_JUDGING = frozenset(("ACCUSE", "REJECT", "REQUEST", "SANCTION", "SUPPORT"))
_NAME_WORDS = 6  # an institution's name at most
_REACH = 3  # sentences back to whom a pronoun means
_COUNTED = ("ASSAULT", "COERCE", "SANCTION")
_FIGURES = {"of": _WORDS.register.levels, "in": _WORDS.register.changes}
_ARMED = frozenset(("force", "irregular", "police"))
_TOWNS = ("FAC", "GPE", "LOC")
_MEANWHILE = frozenset(("as", "when", "while"))
_CONDITIONS = frozenset(("if", "should", "unless"))
_WHETHER = frozenset(("if", "whether"))
_ASKING = frozenset(("what", "who", "whom"))
_CARRIERS = frozenset(
    ("at", "by", "past", "through")
)  # what stands behind them does or bars something, and is not sent out


def is_none(parse: Parse, happening: Happening, others: Sequence[Happening], codebook: Codebook) -> bool:
    """Tell whether the words tell of nothing that people did in the sense of the codebook."""
    head = parse.tokens[happening.lead.head]
    return (
        _is_nature(parse, happening, head, codebook)
        or _is_forbidden(parse, happening, head)
        or _is_manner(happening, head, others)
        or _is_meeting_for(parse, happening, head, others)
        or _is_manner_of_deed(parse, happening, head, others)
        or _is_manner_of_speech(parse, happening, head, others)
        or _is_speech_to_known_crowd(parse, happening, head, others)
        or _is_left(parse, happening, head)
        or _is_wing(parse, head)
        or _is_body(parse, happening, head)
        or _is_feast(parse, happening, head)
        or _is_sitting(parse, happening, head, others)
        or _is_short_name(parse, happening, head)
        or _is_somebodys_body(parse, happening, head, codebook)
        or _is_figure(parse, happening, head)
        or _is_rank(parse, happening, head, others)
        or _is_asked_of_whom(parse, head)
        or _is_question(parse, happening, head)
        or _is_its_course(parse, happening, head, others)
        or _is_pictured_hostage(parse, happening, head)
        or _is_silence(parse, happening, head)
        or is_pictured(parse, happening, head)
        or is_accident(parse, happening, head, codebook)
        or is_in_other_sense(parse, happening, head, codebook)
        or _is_name(parse, head, others)
        or _is_in_name(parse, head)
        or _is_armed_aid(parse, happening, head, codebook)
        or _is_denial(parse, happening, head)
        or _is_way_out(parse, happening, head)
        or _is_settled(happening, head)
    )


def _is_nature(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether weather or an accident does it or is its cause: "the cyclone cut power", "shut because of high seas"."""
    if happening.type not in _OF_NATURE or head.pos not in ("VERB", "AUX"):
        return False
    words = frozenset().union(*(codebook.classes[name] for name in _MADE_BY_NATURE))
    causes = [t for link in parse.kids(head.i, "prep") if link.lower in _CAUSE for t in _objects(parse, link)]
    doers = parse.kids(head.i, "nsubj") + parse.kids(head.i, "agent") + frames.complements(parse, head.i, "by")
    return any(t.lemma in words and not _is_of_people(parse, t) for t in (*doers, *causes))


def _is_asked_of_whom(parse: Parse, head: Token) -> bool:
    """Tell whether a question only asks whom it befell or who did it, over the answer: "Who is in custody?", "Who shot him?"."""
    first, last = parse.sentences[head.sentence]
    opens, verb = parse.tokens[first], head if head.pos in ("VERB", "AUX") else parse.tokens[head.head]
    asked = opens.lower in _ASKING and parse.tokens[last - 1].text == "?" and opens.head in (head.i, verb.i, verb.head)
    told = parse.kids(head.i, "agent") or (parse.kids(head.i, "dobj") and opens.dep != "nsubj")
    return asked and opens.dep in ("nsubj", "nsubjpass", "attr") and not told


def _is_question(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody wants an answer and no deed: "asked her who had paid", "wants to know what became of them"."""
    verb = next((t for t in parse.kids(head.i, "xcomp") if t.lemma == "know"), head)
    if happening.type != "REQUEST" or (verb.i == head.i and head.lemma != "ask"):
        return False
    clauses = parse.kids(verb.i, "ccomp", "pcomp", "dobj", "advcl")
    if not parse.kids(
        verb.i, "ccomp", "xcomp", "prep"
    ):  # "asked the clerk who had paid", which the parser hangs on him
        clauses = [*clauses, *(c for t in parse.kids(verb.i, "dobj") for c in parse.kids(t.i, "relcl"))]
    opens = (parse.tokens[parse.subtree(t.i)[0]] for t in clauses)
    return any(t.i > verb.i and (t.tag in ("WDT", "WP", "WP$", "WRB") or t.lower in _WHETHER) for t in opens)


def _is_its_course(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether a condition is only how something told before goes on or ends: "if the talks fail, we will march"."""
    verb = parse.tokens[head.head]
    if head.pos != "NOUN" or head.dep not in ("nsubj", "compound") or verb.lemma not in _WORDS.verbs.taking_a_course:
        return False
    marks = {t.lower for t in parse.kids(verb.i, "mark", "aux")}
    known = any(t.lower in ("the", "this") for k in (head.i, verb.i) for t in parse.kids(k, "det"))
    told = any(o.type == happening.type and o.lead.head < head.i for o in others)
    return verb.dep == "advcl" and bool(marks & _CONDITIONS) and known and told


def _is_denial(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether "deny" says that something is not so and keeps nothing from anybody: "denied that it had sold fuel"."""
    return happening.type == "COERCE" and head.lemma == "deny" and bool(parse.kids(head.i, "ccomp", "xcomp"))


def _is_pictured_hostage(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a town or a thing is called a hostage: "held the city hostage", "hold our bread hostage"."""
    if happening.mode != "abduction":
        return False
    hostages = (t for t in parse.kids(head.i, "dobj") if t.lower == "hostage")
    held = (
        t for noun in hostages for t in parse.kids(noun.i, "compound", "nmod", "amod") if t.pos in ("NOUN", "PROPN")
    )
    return any(t.entity in _TOWNS or (t.pos == "NOUN" and not by_role(t, thing=False)) for t in held)


def _is_silence(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a source only keeps its name or its views to itself: "declined to be named", "refused to comment"."""
    verbs = _WORDS.verbs
    if happening.type in ("REJECT", "REQUEST") and any(
        t.lemma in verbs.kept_to_itself for t in _asked_for(parse, head)
    ):
        return True
    if happening.type != "REJECT" or head.lemma not in verbs.declining:
        return False
    return any(_keeps_quiet(parse, verb) for verb in parse.kids(head.i, "xcomp"))


def _keeps_quiet(parse: Parse, verb: Token) -> bool:
    """Tell whether what is refused is only to say something: "to give details", "to discuss what had set it off"."""
    verbs = _WORDS.verbs
    what = parse.kids(verb.i, "dobj")
    kept = verb.lemma in verbs.filling_in and any(t.lemma in verbs.said_in_full for t in what)
    asked = verb.lemma == "discuss" and bool(parse.kids(verb.i, "ccomp"))
    return kept or asked or verb.lemma in verbs.naming or verb.lemma in verbs.commenting


def _asked_for(parse: Parse, head: Token) -> list[Token]:
    """Return what is asked for or turned down, what a request is for, and what "remaining" or "staying" is followed by."""
    heads = [head.i, *(t.i for t in parse.kids(head.i, "dobj"))]
    found = [t for i in heads for t in (*parse.kids(i, "dobj"), *frames.complements(parse, i, "for", "on"))]
    staying = [c for p in parse.kids(head.i, "prep") for c in parse.kids(p.i, "pcomp")]
    return [*found, *(t for verb in (*staying, *parse.kids(head.i, "xcomp")) for t in parse.kids(verb.i, "acomp"))]


def _is_name(parse: Parse, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether a noun is only what somebody calls a happening told beside it: "called the shooting a murder"."""
    verb = parse.tokens[head.head]
    if head.dep != "oprd" or head.pos != "NOUN" or verb.pos != "VERB":
        return False
    called = {t.i for t in parse.kids(verb.i, "dobj", "nsubjpass")}
    return any(o.lead.head in called for o in others)


def _is_in_name(parse: Parse, head: Token) -> bool:
    """Tell whether a noun is part of an institution's name: "the Bureau of Investigation", "the Campaign Against Torture"."""
    while head.dep == "conj" and head.head < head.i and head.text[0].isupper():  # "for Security and Cooperation"
        head = parse.tokens[head.head]
    link = parse.tokens[head.head]
    noun = parse.tokens[link.head]
    capital = head.text[0].isupper() and noun.text[0].isupper() and noun.pos in ("NOUN", "PROPN")
    whole = noun.i < link.i < head.i and head.i - noun.i <= _NAME_WORDS and parse.tokens[head.i - 1].text[0].isupper()
    near = link.i == head.i - 1 or whole
    return head.dep == "pobj" and capital and near and noun.lemma.lower() in _WORDS.people.institutions


def _is_armed_aid(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether armed men are only described by who stands behind them: "police, backed by soldiers, stormed the hall"."""
    backed = parse.tokens[head.head]
    described = (
        happening.type == "SUPPORT" and head.dep in ("acl", "amod", "advcl") and frames.is_passive(parse, head.i)
    )
    if not described:
        return False
    who = [backed] if head.dep != "advcl" else parse.kids(backed.i, "nsubj")
    return any(classes_of(parse, t, codebook) & _ARMED for t in who)


def _is_of_people(parse: Parse, noun: Token) -> bool:
    """Tell whether the word only pictures a crowd: "a human flood", "a wave of mourners"."""
    return any(t.lower in _PICTURING for t in parse.kids(noun.i, "amod", "prep"))


def _objects(parse: Parse, link: Token) -> list[Token]:
    inner = [link, *parse.kids(link.i, "prep", "pcomp", "fixed")]
    return [t for at in inner for t in parse.kids(at.i, "pobj")]


def _is_forbidden(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a gathering is only what a rule forbids: "barring gatherings of more than five people"."""
    above = parse.tokens[head.head]
    plural = head.tag in ("NNS", "NNPS")
    return (
        happening.type in _GATHERINGS
        and plural
        and head.dep in ("dobj", "nsubjpass")
        and above.lemma in _WORDS.verbs.forbidding
    )


def _is_manner(happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether the words only say how a crowd protested: "marched through Lima, chanting his name"."""
    if happening.type != "GATHER" or head.tag != "VBG" or head.dep != "advcl":
        return False
    return any(o.type == "PROTEST" and head.head in o.lead.tokens for o in others)


def _is_meeting_for(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether people only meet for a gathering that is told itself: "widows will meet to remember the fallen"."""
    if happening.type != "CONSULT" or head.lemma not in _WORDS.gatherings.coming_together:
        return False
    aims = {t.i for t in parse.kids(head.i, "advcl", "xcomp") if t.tag == "VB"}
    return any(o.type in _GATHERINGS and o.lead.head in aims for o in others)


def _is_manner_of_deed(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether force only says how another deed was done: "the violence with which guards drove off the marchers"."""
    if happening.type != "ASSAULT" or head.pos != "NOUN":
        return False
    told = {o.lead.head for o in others if o is not happening}
    deeds = (t for t in parse.kids(head.i, "relcl") if t.i in told)
    return any(
        o.lower == "which"
        for t in deeds
        for p in parse.kids(t.i, "prep")
        if p.lower == "with"
        for o in parse.kids(p.i, "pobj")
    )


def _is_manner_of_speech(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether a participle only says in what words somebody spoke: "condemned the raid, calling it a crime"."""
    own = parse.kids(head.i, "mark", "nsubj")
    if happening.type not in _JUDGING or head.tag != "VBG" or head.dep != "advcl" or own:
        return False
    return any((o.type, o.mode) == (happening.type, happening.mode) and head.head in o.lead.tokens for o in others)


def _is_speech_to_known_crowd(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether somebody speaks to a crowd that was told of: "Thousands rallied. Addressing the crowd, he praised ..."."""
    if happening.type != "GATHER" or head.tag != "VBG" or head.dep != "advcl":
        return False
    heard = [*parse.kids(head.i, "dobj"), *frames.complements(parse, head.i, "to")]
    known = any(t.lower == "the" for noun in heard for t in parse.kids(noun.i, "det"))
    before = (parse.tokens[o.lead.head] for o in others if o.type in _GATHERINGS)
    return known and any(0 < head.sentence - t.sentence <= _REACH for t in before)


def _is_settled(happening: Happening, head: Token) -> bool:
    """Tell whether words before a noun only say which one is meant: "the approved plan", "the agreed changes"."""
    return happening.type == "AGREE" and head.tag in ("VBD", "VBN") and head.dep == "amod" and head.i < head.head


def _is_way_out(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether somebody only goes out of a house as something happens: "was leaving his office when a bomb exploded"."""
    if (happening.type, happening.lead.mode) != ("RETREAT", "resign") or head.lemma != "leave":
        return False
    going = any(t.tag == "VBD" for t in parse.kids(head.i, "aux"))  # "was leaving", "had just left"
    as_he_left = head.dep == "advcl" and head.tag == "VBD" and any(t.lower == "as" for t in parse.kids(head.i, "mark"))
    if as_he_left and not parse.kids(head.i, "aux"):  # "was shot as he left his office"
        return any(t.lemma in _WORDS.verbs.places_of_work for t in parse.kids(head.i, "dobj"))
    if head.dep == "advcl":  # "a shell fell as she was leaving her office"
        return going and any(t.lower in _MEANWHILE for t in parse.kids(head.i, "mark", "advmod"))
    clauses = (t for t in parse.kids(head.i, "advcl") if t.tag in ("VBD", "VBN"))
    return going and any(t.lower in _MEANWHILE for c in clauses for t in parse.kids(c.i, "mark", "advmod"))


def _is_left(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a gathering only says where somebody came from: "was leaving a memorial service when guards shot at her"."""
    verb = parse.tokens[head.head]
    going = verb.lemma == "leave" and verb.tag == "VBG" and head.dep == "dobj"
    return happening.type == "GATHER" and head.pos == "NOUN" and going


def _is_wing(parse: Parse, head: Token) -> bool:
    """Tell whether "left" is where a party stands: "a far-left group", "the centre-left mayor"."""
    return head.lower == "left" and head.i > 0 and parse.tokens[head.i - 1].text in _HYPHENS


def _is_body(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether men under arms are only named: "picked up by a naval patrol", "walked through a police cordon"."""
    link = parse.tokens[head.head]
    named = happening.type == "MOBILIZE" and head.pos == "NOUN" and head.dep == "pobj" and link.lower in _CARRIERS
    return named and not (link.lower == "at" and parse.kids(head.i, "acl", "relcl", "poss"))


def _is_feast(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a feast only says when something was: "freed 112 prisoners on Independence Day"."""
    dates = head.lemma.lower() in _WORDS.gatherings.feasts and parse.tokens[head.head].lower in _WHEN
    return happening.type == "GATHER" and head.dep == "pobj" and dates


def _is_sitting(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether a body is only named by what it does or is called: "a grand jury indicted him", "heads the Alpine Forum"."""
    named = (happening.type, happening.mode) == ("GATHER", "congress") and head.text[0].isupper()
    if happening.type == "COOPERATE" and head.lemma in _WORDS.people.institutions:  # "a joint committee met"
        return head.dep == "nsubj" and any(head.head == o.lead.head for o in others)
    if not (named or happening.type == "ACCUSE") or head.pos not in ("NOUN", "PROPN"):
        return False
    if named and head.dep == "dobj":
        return parse.tokens[head.head].lemma in _WORDS.gatherings.leading
    return head.dep == "nsubj" and any(o.type in _JUDGING and head.head == o.lead.head for o in others)


def _is_short_name(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether a body is only named by the noun it is called after: "the Forum urges", "the Conference's lawyers"."""
    clergy = (t.lemma in _WORDS.gatherings.clergy for t in parse.kids(head.i, "amod", "poss"))
    if happening.mode == "congress" and any(clergy):
        return True
    if (
        happening.type != "GATHER"
        or happening.mode != "congress"
        or not head.text[0].isupper()
        or len(happening.lead.tokens) > 1
    ):
        return False
    before = parse.tokens[head.i - 1] if head.i else head
    bare = before.tag in ("IN", "TO") and not parse.kids(head.i, "prep", "relcl")  # "a march to Congress"
    return (
        (bare or before.lower in ("the", "our")) and head.dep in ("nsubj", "poss", "pobj") and head.tag in ("NN", "NNP")
    )


def _is_somebodys_body(parse: Parse, happening: Happening, head: Token, codebook: Codebook) -> bool:
    """Tell whether a body with a name is only told as an officer's: "the chairman of the Miners' Forum", "its leader"."""
    link = parse.tokens[head.head]
    officer = parse.tokens[link.head]
    congress = happening.type == "GATHER" and happening.mode == "congress" and head.text[0].isupper()
    of = head.dep == "pobj" and link.lower == "of" and officer.pos in ("NOUN", "PROPN")
    return congress and of and officer.lemma.lower() in codebook.classes["statesman"] | codebook.classes["speaker"]


def _is_rank(parse: Parse, happening: Happening, head: Token, others: Sequence[Happening]) -> bool:
    """Tell whether a victim told of is only counted among others: "she was shot ... She is the third editor killed this year"."""
    noun = parse.tokens[head.head]
    verb = ranked_by(parse, noun) if head.dep in ("acl", "relcl") else None
    if verb is None or not any(t.pos == "PRON" for t in parse.kids(verb.i, "nsubj")):
        return False
    before = (parse.tokens[o.lead.head] for o in others if o.type == happening.type)
    return any(t.i < verb.i and noun.sentence - t.sentence <= _REACH for t in before)


def _is_figure(parse: Parse, happening: Happening, head: Token) -> bool:
    """Tell whether deeds are only counted over a time: "the number of homicides fell", "a rise in arrests"."""
    link = parse.tokens[head.head]
    above = parse.tokens[link.head]
    counted = head.tag == "NNS" and head.dep == "pobj" and link.lower in ("in", "of") and above.pos == "NOUN"
    return happening.type in _COUNTED and counted and above.lemma in _FIGURES[link.lower]
