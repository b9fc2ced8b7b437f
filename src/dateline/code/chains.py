"""From a trigger up to the root of its clause: the words that the status rules walk over, and what each does to the one below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.code.lasting import goes_on
from dateline.code.tenses import modal, own_tense
from dateline.records import Attribution, Parse, Token
from dateline.reference.roles import roles
from dateline.reference.statuswords import load_status_words

NOMINAL = ("NOUN", "PROPN")
VERBAL = ("VERB", "AUX")
_CAME_BEFORE = frozenset(("after", "since"))
IRREAL_MODALS = frozenset(("could", "would", "might", "may", "should", "must", "can", "ought", "'d"))
FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll"))
# Steps upwards that leave the happening in another clause, which cannot change it any more.
_LEADS_ON = frozenset(
    "against behind for from in of on to with".split()
)  # what they lead to is part of the verb's telling
_BARRIERS = frozenset(("relcl", "parataxis", "appos"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_DEFINITE = frozenset(("all", "her", "his", "its", "our", "the", "their", "these", "this", "those"))
_ANY = frozenset(("a", "an", "any", "each", "every", "no"))
_NEAR = 40  # tokens within which a semicolon is looked for
_REASONS = frozenset(("for", "in", "over"))  # what leads to the deed that somebody is tried or punished for
_UNHEEDED = frozenset(("defiance", "spite"))
_WORDS = load_status_words()
_WITH = frozenset(("charge", "menace", "threaten"))
_VAINLY = frozenset(("attempt", "fail", "try"))
_NO = frozenset(("no", "nothing"))
_OUT_OF = frozenset(("among", "of"))


@dataclass(frozen=True, slots=True)
class Context:
    """What the status rules know of a happening.

    future, past, today: its clause names a time after, before the text was written, the very day. type: the event type.
    later: it names a time after, whatever else it names.
    says_no: its own words hold the "no" ("ate nothing"), which denies nothing then. mode: the event mode.
    """

    attribution: Attribution | None
    future: bool
    past: bool
    type: str = ""
    today: bool = False
    later: bool = False
    says_no: bool = False
    mode: str | None = None


def no_in(parse: Parse, tokens: Iterable[int]) -> bool:
    """Tell whether words hold a "no" of their own: "ate nothing"."""
    return any(parse.tokens[i].lower in _NO for i in tokens)


def chain_of(parse: Parse, head: int) -> Iterator[Token]:
    """Yield the trigger and the words that it hangs on, up to the clause that tells of it as a whole."""
    token = below = parse.tokens[head]
    yield token
    while token.head != token.i:
        above = parse.tokens[token.head]
        if _is_told_apart(parse, token, above, head) or _is_led_apart(parse, token, above):
            return
        if _is_known(parse, token, above) or (token.dep in _SUBJECTS and below.dep == "acl" and below.tag == "VBG"):
            return  # "jets patrolling the coast were not near": not the patrol
        if token.dep == "nsubjpass" and above.lemma in _WORDS.befalls:
            return
        if (
            token.dep == "dobj"
            and above.lemma in _WORDS.ends
            and any(t.tag == "TO" for t in parse.kids(above.i, "aux"))
        ):
            return
        acts = token.i == head and token.lemma in roles().people  # "the kidnappers have set a deadline"
        if token.dep in ("nsubj", "csubj") and above.pos in VERBAL and (acts or not _happens(parse, above)):
            if indefinite(parse, token) and modal(parse, above, IRREAL_MODALS):
                yield above
            return
        below, token = token, above
        yield token


def _is_known(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether the word above takes a happening for granted: it is to be stopped, might have been worse, describes a noun.

    "Urged them to stop the attacks", "the shooting could have been bloodier", "freed the jailed miners".
    """
    if token.dep == "dobj" and above.lemma in _WORDS.halts and above.tag in ("VB", "VBG"):
        definite = any(t.lower in _DEFINITE for t in parse.kids(token.i, "det", "poss"))
        links = (*parse.kids(token.i, "prep"), *parse.kids(above.i, "prep"))
        aimed = token.tag == "NNS" and any(t.lower in ("against", "on") for t in links)
        return definite or aimed
    if token.dep == "dobj" and token.pos in NOMINAL and is_met_with(parse, token, above):
        return True
    if token.dep == "nsubj" and above.lemma == "be":
        have = any(t.lower == "have" for t in parse.kids(above.i, "aux"))
        return have and any(t.tag == "JJR" for t in parse.kids(above.i, "acomp"))
    known = any(t.lower in _DEFINITE for t in parse.kids(above.i, "det", "poss"))
    return known and token.dep == "amod" and token.tag == "VBN" and above.pos in NOMINAL


def is_met_with(parse: Parse, noun: Token, verb: Token) -> bool:
    """Tell whether a happening is there to come upon or not to keep: "tried to disrupt the rally", "broke the truce"."""
    if verb.lemma in _WORDS.breaches and noun.dep == "dobj":
        definite = any(t.lower in _DEFINITE for t in parse.kids(noun.i, "det", "poss"))
        return definite or bool(parse.kids(noun.i, "relcl"))
    if verb.lemma not in _WORDS.comes_upon or verb.tag not in ("VB", "VBG"):
        return False
    over = parse.tokens[verb.head]
    over = parse.tokens[over.head] if over.dep == "prep" else over
    return over.lemma in _VAINLY | _WORDS.hinders and over.i != verb.i


def _is_told_apart(parse: Parse, token: Token, above: Token, head: int) -> bool:
    """Tell whether a clause tells of its own what the word above it does not touch."""
    if token.dep in _BARRIERS or (token.dep == "advcl" and token.tag != "VB" and not _listed(parse, token, above)):
        return True
    if token.dep in ("ccomp", "conj", "dep") and _parted(parse, token, above):
        return True
    if token.dep == "acl" and token.tag == "VBD" and above.dep == "attr" and parse.kids(token.i, "dobj"):
        return True  # "men believed to be smugglers shot a guard": parsers hang the verb on the smugglers
    if token.dep == "acl" and (_told_to(parse, token, above) or (token.i == head and befell(parse, token, above))):
        return True
    verbs = token.dep == "conj" and above.pos in VERBAL and token.pos in VERBAL
    return verbs and own_tense(parse, token) and not _shares_modal(parse, token, above)


def _shares_modal(parse: Parse, verb: Token, first: Token) -> bool:
    """Tell whether a verb without subject and ending stands beside one with a modal: "could be fined and [have] it seized"."""
    bare = verb.tag == "VBP" and not parse.kids(verb.i, "aux", "auxpass", "nsubj", "nsubjpass")
    return bare and first.tag == "VB" and any(t.tag == "MD" for t in parse.kids(first.i, "aux"))


def _is_led_apart(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a preposition leads to what the word above it does not touch: "are hunting the men behind the raid"."""
    word = token.lower
    if token.dep != "prep":
        return False
    if word == "behind" and above.lemma != "be":
        return True
    if word == "from" and above.lemma in _WORDS.hinders and _in_vain(parse, above):
        return True
    if above.pos not in VERBAL or _leads_to_part(parse, token):
        return False
    if word in _REASONS and above.lemma in _WORDS.punishes and _is_known_deed(parse, token):
        return True
    if word in ("on", "of") and above.lemma in _WORDS.talks_of:
        return True
    return word not in _LEADS_ON or _defies(parse, token)


def _leads_to_part(parse: Parse, link: Token) -> bool:
    """Tell whether one thing is only told as part of another: "will meet as part of marking the day"."""
    return link.lower == "as" and any(t.lemma == "part" for t in parse.kids(link.i, "pobj"))


def _is_known_deed(parse: Parse, link: Token) -> bool:
    """Tell whether a preposition leads to a deed that there was: "is to die for the killing of a judge"."""
    deeds = [t for t in parse.kids(link.i, "pobj") if t.pos in NOMINAL]
    return any(t.lower in _DEFINITE for deed in deeds for t in parse.kids(deed.i, "det", "poss"))


def _in_vain(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb that hinders did not: "did not stop them from marching", "failed to keep them from it"."""
    above = parse.tokens[verb.head]
    over = (above, *parse.kids(above.i, "acomp", "dobj")) if verb.dep in ("xcomp", "advcl", "acl", "relcl") else ()
    return bool(parse.kids(verb.i, "neg")) or any(t.lemma in _WORDS.fails for t in over)


def _told_to(parse: Parse, clause: Token, hearer: Token) -> bool:
    """Tell whether a that-clause hangs on the one who was told, not on the verb: "told a friend that men were beaten"."""
    that = any(t.lower == "that" for t in parse.kids(clause.i, "mark"))
    return that and hearer.dep in ("dobj", "dative") and parse.tokens[hearer.head].lemma in _WORDS.tells


def befell(parse: Parse, participle: Token, noun: Token) -> bool:
    """Tell whether a participle says what has befallen somebody known or counted: "to free the miners abducted in March"."""
    known = any(t.lower not in _ANY for t in parse.kids(noun.i, "det", "nummod", "poss"))
    known = known or noun.entity == "PERSON"
    return participle.tag == "VBN" and known and not parse.kids(participle.i, "neg", "aux", "auxpass")


def picks_out(parse: Parse, participle: Token) -> bool:
    """Tell whether what befell people only says who is meant of those told of: "two of those kidnapped", "among those shot"."""
    noun = parse.tokens[participle.head]
    if participle.tag != "VBN" or participle.dep not in ("acl", "relcl") or noun.lower != "those":
        return False
    return noun.dep == "pobj" and parse.tokens[noun.head].lower in _OUT_OF and not parse.kids(participle.i, "neg")


def _listed(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a participle goes on with a list that the parser took for a clause: "were not beaten, gassed or held"."""
    bare = not parse.kids(token.i, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    passive = token.tag == above.tag == "VBN" and bool(parse.kids(above.i, "auxpass"))
    return bare and passive and above.i < token.i and parse.tokens[token.i - 1].text == ","


def _parted(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a semicolon stands between two verbs: then they tell of two things."""
    first, last = sorted((token.i, above.i))
    return last - first < _NEAR and any(t.text == ";" for t in parse.tokens[first:last])


def _happens(parse: Parse, verb: Token) -> bool:
    return verb.lemma in _WORDS.happens or lemma_of(parse, verb) in _WORDS.shifts or goes_on(parse, verb)


def lemma_of(parse: Parse, token: Token) -> str:
    """Return the lemma with its particle: "call off", "look forward"."""
    particle = parse.kids(token.i, "prt") or [t for t in parse.kids(token.i, "advmod") if t.lower == "forward"]
    return f"{token.lemma} {particle[0].lower}" if particle else token.lemma


def governs(parse: Parse, above: Token, below: Token) -> bool:
    """Tell whether the happening is what the word is about ("called for a strike"), not who or when, nor told as past."""
    if below.dep == "ccomp" and (
        below.tag == "VBD" or any(t.tag in ("VBD", "VBZ") for t in parse.kids(below.i, "aux", "auxpass"))
    ):
        return above.lemma not in _WORDS.speaks
    if below.dep == "ccomp" and above.lemma == "tell" and own_tense(parse, below):
        return False
    if (
        below.dep == "dobj"
        and above.lemma in _WORDS.heard
        and parse.kids(above.i, "ccomp", "xcomp", "prep", "parataxis")
    ):
        return False  # "told the opening ceremony that"
    if below.dep == "prep" and above.lemma == "tell":
        return False  # "told of soldiers firing on them"
    if below.dep in ("xcomp", "ccomp", "dobj", "obj", "pcomp", "acl", "oprd", "nsubjpass"):
        return True
    if above.lemma in _WITH and below.lower == "with":
        return True  # "charged with murder", "threatened with arrest"
    return below.dep in ("prep", "dative") and below.lower in ("for", "to", "of", "on", "against", "from")


def called(parse: Parse, above: Token, below: Token) -> bool:
    """Tell whether the verb sets a happening on foot: "called a strike", "a vigil was called", "invited the town to a feast"."""
    return is_called(above, below) and not names(parse, above) and not is_known_caller(parse, above)


def is_called(above: Token, below: Token) -> bool:
    """Tell whether a happening is what is called, not what is called for, or what somebody is invited to."""
    if above.lemma == "invite":
        return below.dep == "prep"
    return above.lemma == "call" and below.dep in ("dobj", "nsubjpass")


def is_known_caller(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause only says who called for what is told before: "the union, which called the protest, said"."""
    objects = parse.kids(verb.i, "dobj") if verb.dep == "relcl" else []
    return any(t.lower in ("that", "the", "this") for noun in objects for t in parse.kids(noun.i, "det"))


def names(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb only gives what is done a name: "called the strike a folly", "the strike was called illegal"."""
    return verb.lemma == "call" and bool(parse.kids(verb.i, "oprd", "acomp"))


def is_noticed(parse: Parse, link: Token) -> bool:
    """Tell whether a preposition leads to what is to come: "gave notice of a strike", "preparations for it"."""
    if link.dep != "prep" or link.lower not in ("for", "of"):
        return False
    above = parse.tokens[link.head]
    nouns = (above, *parse.kids(above.i, "dobj", "nsubj", "nsubjpass"))
    return any(t.pos in NOMINAL and t.lemma in _WORDS.notices for t in nouns)


def _defies(parse: Parse, link: Token) -> bool:
    """Tell whether a phrase names what somebody does not heed: "in spite of the ban"."""
    return link.lower == "in" and any(t.lower in _UNHEEDED for t in parse.kids(link.i, "pobj"))


def indefinite(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun phrase names something not known yet: "a strike", "talks"."""
    determiners = [t.lower for t in parse.kids(noun.i, "det", "poss")]
    return not determiners or determiners[0] in ("a", "an", "any", "another", "such")


def inverted(parse: Parse, auxiliary: Token, clause: Token) -> bool:
    """Tell whether an auxiliary stands before its subject: "should the talks fail"."""
    return any(auxiliary.i < t.i for t in parse.kids(clause.i, "nsubj", "nsubjpass"))


def by_clause(parse: Parse, noun: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a relative clause or a participle says of a happening what somebody wants of it: "a truce that they seek"."""
    verb = parse.tokens[noun.head]
    if noun.dep in ("nsubj", "nsubjpass") and verb.lemma in _WORDS.happens and verb.lemma != "be":
        return False
    for clause in parse.kids(noun.i, "relcl", "acl"):
        if lemma_of(parse, clause) not in lemmas or parse.kids(clause.i, "ccomp", "xcomp", "neg"):
            continue
        if clause.lemma == "call" and clause.tag == "VBN" and parse.kids(clause.i, "agent"):
            continue  # "a strike called by the union brought the port to a halt"
        objects = [
            *parse.kids(clause.i, "dobj", "nsubjpass"),
            *(o for p in parse.kids(clause.i, "prep") for o in parse.kids(p.i, "pobj")),
        ]
        relative = any(t.lower in ("which", "that") for t in objects)
        if relative or (clause.tag == "VBN" and not parse.kids(clause.i, "nsubj", "nsubjpass")):
            return True
    return False


def future_in_past(parse: Parse, token: Token, context: Context) -> bool:
    """Tell whether "would" only moves "will" into the past: "he said he would appeal"."""
    aux = [t.lower for t in parse.kids(token.i, "aux")]
    return "would" in aux and "have" not in aux and context.attribution is not None


def came_before(parse: Parse, token: Token, head: Token) -> bool:
    """Tell whether a word stands in a clause of what came before the happening: "riots broke out after two men died"."""
    around = {head.i, *(t.i for t in parse.ancestors(head.i))}
    while token.i not in around and token.head != token.i:
        if token.dep == "advcl" and any(t.lower in _CAME_BEFORE for t in parse.kids(token.i, "mark")):
            return True
        if token.dep == "prep" and token.lower == "since":
            return True  # "the deadliest raid since May, when 90 were killed"
        token = parse.tokens[token.head]
    return False
