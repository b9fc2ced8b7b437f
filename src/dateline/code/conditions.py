"""Is it only thought of? Conditions, modals, wishes and purposes, and negations that stand in them."""

from __future__ import annotations

from dateline.code.chains import (
    FUTURE,
    IRREAL_MODALS,
    NOMINAL,
    VERBAL,
    Context,
    by_clause,
    future_in_past,
    governs,
    indefinite,
    inverted,
    is_called,
    lemma_of,
)
from dateline.code.negation import none_of, uncontested
from dateline.code.tenses import modal, modifiers, past_tense
from dateline.code.word_classes import ANYBODY
from dateline.records import Parse, Token
from dateline.reference.codebook import load_codebook
from dateline.reference.coding import coding_words
from dateline.reference.statuswords import StatusWords, load_status_words

_CONDITION = frozenset(("if", "unless", "whether", "lest", "should", "provided"))
_IF = frozenset(("if", "unless", "lest", "provided"))
# With a negation these leave it open, or forbid it: "might not take place", "may not enter".
_OPEN_MODALS = frozenset(("may", "might", "should", "must", "shall", "ought"))
_WORDS = load_status_words()
_BEFORE_COMMANDS = frozenset(("ADV", "CCONJ", "INTJ", "PART", "PUNCT", "SPACE"))
DECREED = frozenset(("COERCE", "RETREAT", "SANCTION"))  # what a court or a ruler does by ordering it
_SAYABLE = frozenset(("can", "must"))
_TRYING = frozenset(("attempt", "try"))
_SPELLING_OUT = frozenset(("be", "cover", "include"))
_DUE = frozenset(("must", "ought", "should"))
_PROMISABLE = frozenset(("AID", "CONSULT", "COOPERATE", "MOBILIZE", "RETREAT"))
_SAID = frozenset(("ACCUSE", "REQUEST", "SUPPORT"))
_JOINT = frozenset(("GATHER", "PROTEST", "REQUEST", "ACCUSE", "SUPPORT", "AID"))


def supposed(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    """Tell whether it is a command, or a negation stands in a condition, a ban or a guess: nothing says that it was not done.

    "do not shoot", "if the troops do not leave", "the talks might not take place", "the order allows no gathering".
    """
    for step, token in enumerate(chain):
        if (step == 0 or (step == 1 and token.lemma in coding_words().verbs.light)) and is_commanded(parse, token):
            return True
        marks = parse.kids(token.i, "mark")
        if any(t.lower in _IF for t in marks) or (token.pos in VERBAL and _opened(parse, token)):
            return True
        if parse.kids(token.i, "neg") and modal(parse, token, _OPEN_MODALS):
            return True
        if token.pos in NOMINAL and none_of(parse, token) and _ruled_out(parse, token, words):
            return True
        if step and token.pos in VERBAL and token.lemma in words.denied:
            return False
    return False


def _opened(parse: Parse, verb: Token) -> bool:
    """Tell whether "should" or "were" before the subject makes the clause a condition: "should she be arrested"."""
    first = parse.sentences[verb.sentence][0]
    return any(
        t.lower in ("should", "were") and (t.i == first or verb.dep == "advcl") and inverted(parse, t, verb)
        for t in parse.kids(verb.i, "aux", "auxpass")
    )


def _ruled_out(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether the noun stands in the words of a rule: "allows no gathering", "his order: no gathering near the mine"."""
    verb = parse.tokens[noun.head]
    while verb.dep == "conj" and verb.pos in NOMINAL:
        verb = parse.tokens[verb.head]
    if verb.pos in NOMINAL and verb.dep in ("dobj", "attr", "nsubj"):
        verb = parse.tokens[verb.head]
    if verb.lemma in words.permits or (verb.lemma == "be" and bool(parse.kids(verb.i, "xcomp"))):
        return True
    first = parse.sentences[noun.sentence][0]
    before = parse.tokens[first : noun.i]
    return any(t.lower in (":", "-", "–", "—") for t in before) and any(t.lemma in words.rulings for t in before)


def hypothetical(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    """Tell whether a happening is asked about, wished, feared, possible, or the purpose of something else."""
    top = chain[-1]
    last = parse.tokens[parse.sentences[top.sentence][1] - 1]
    if last.text == "?" and not _asks_how(parse, chain):
        return True
    if _is_hoped_from(parse, chain[0], words):
        return True
    if any(uncontested(parse, t) for t in chain):
        return False
    if _whoever(parse, top):
        return True
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if any(t.lower in _CONDITION for t in parse.kids(token.i, "mark")) or _awaited(parse, token, words):
            return True
        if _hangs_on_a_condition(parse, token, below, words, context):
            return True
        open_yet = modal(parse, token, IRREAL_MODALS) and not future_in_past(parse, token, context)
        if open_yet and not _told_so(parse, token, below, words):
            return True
        if any(t.lower in words.hypothetical_modifiers for t in modifiers(parse, token)):
            return True
        if _laid_down(parse, token, below) or _is_a_demand(parse, token, below):
            return True
        if below is not None and lemma_of(parse, token) in words.hypothetical and governs(parse, token, below):
            if (context.type in DECREED and is_ordered(parse, below)) or _attempted(parse, token, chain[0], context):
                continue
            return not (is_called(token, below) or parse.kids(token.i, "neg"))
        if step == 0 and token.pos in NOMINAL and by_clause(parse, token, words.hypothetical):
            return True
        if (
            below is not None
            and below.dep == "nsubj"
            and indefinite(parse, below)
            and modal(parse, token, IRREAL_MODALS)
            and not (_gets_going(parse, token) and future_in_past(parse, token, context))
        ):
            return True
        if (
            _purpose(parse, token)
            and not _planned_noun(parse, token, words)
            and not _real(parse, token, below, context)
        ):
            return True
    return False


def _hangs_on_a_condition(
    parse: Parse, token: Token, below: Token | None, words: StatusWords, context: Context
) -> bool:
    """Tell whether what is to come is to come only if something else does: "would leave if", "is ready to leave provided"."""
    promised = below is not None or (token.lemma in words.promises and context.type in _PROMISABLE)
    if promised and token.lemma in words.planned:
        return any(t is not None and _conditioned(parse, t) for t in (token, below)) or _after_if(parse, token)
    open_yet = modal(parse, token, FUTURE | IRREAL_MODALS)
    return open_yet and (_conditioned(parse, token) or _after_if(parse, token))


def _is_hoped_from(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether what people are asked or paid for may lead to it: "a reward for information leading to his arrest"."""
    verb = parse.tokens[parse.tokens[noun.head].head]
    told = parse.tokens[verb.head]
    leads = noun.dep == "pobj" and verb.lemma == "lead" and verb.tag != "VBD" and verb.dep in ("acl", "relcl")
    return leads and told.lemma in words.hints and told.dep == "pobj" and parse.tokens[told.head].lower == "for"


def _laid_down(parse: Parse, verb: Token, below: Token | None) -> bool:
    """Tell whether a law or pact says what is to come to whom it fits: "provides for a jail term", "carries a sentence of"."""
    if below is None or verb.pos not in VERBAL or past_tense(parse, [verb]):
        return False
    if lemma_of(parse, verb) == "carry":
        return below.dep == "dobj" and below.lemma in _WORDS.penalties
    return verb.lemma == "provide" and below.lower == "for" and not parse.kids(verb.i, "dobj", "nsubjpass")


def _is_a_demand(parse: Parse, verb: Token, below: Token | None) -> bool:
    """Tell whether a clause says what is asked for: "their main demand is the release of six men", "demands include"."""
    if below is None or below.dep not in ("attr", "dobj") or verb.lemma not in _SPELLING_OUT:
        return False
    return any(t.lemma in _WORDS.asked for t in parse.kids(verb.i, "nsubj"))


def _told_so(parse: Parse, verb: Token, below: Token | None, words: StatusWords) -> bool:
    """Tell whether who may or has to say that something was done says so: "we can confirm that a man was stabbed"."""
    if below is None or below.dep != "ccomp" or lemma_of(parse, verb) not in words.gives_out:
        return False
    unsaid = parse.kids(verb.i, "neg") or any(none_of(parse, t) for t in parse.kids(verb.i, "nsubj"))
    said = any(t.lower in _SAYABLE for t in parse.kids(verb.i, "aux")) and not unsaid
    return said and past_tense(parse, [below]) and all(t.lower == "that" for t in parse.kids(below.i, "mark"))


def _gets_going(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says of its subject when or where it begins: "talks would start on Monday", "would take place"."""
    places = any(t.lemma == "place" for t in parse.kids(verb.i, "dobj"))
    return verb.lemma in _WORDS.gets_going or (verb.lemma == "take" and places)


def _attempted(parse: Parse, verb: Token, deed: Token, context: Context) -> bool:
    """Tell whether a crowd set about what it did not get done, a protest all the same: "tried to storm the gate"."""
    if context.type != "PROTEST" or verb.lemma not in _TRYING or not past_tense(parse, [verb]):
        return False
    held = any(t.lemma in load_codebook().happenings for t in parse.kids(deed.i, "dobj"))  # "tried to hold a march"
    return deed.pos in VERBAL and deed.head == verb.i and not held


def _awaited(parse: Parse, verb: Token, words: StatusWords) -> bool:
    """Tell whether a clause names what somebody waits for: "will not talk until they lay down their arms".

    In the past, too, where what is done until then is willed: "vowed to stay until he resigned", "would not eat until".
    """
    if not any(t.lower == "until" for t in parse.kids(verb.i, "mark")):
        return False
    if any(t.tag in ("VBP", "VBZ") for t in (verb, *parse.kids(verb.i, "aux", "auxpass"))):
        return True
    act = parse.tokens[verb.head]
    vowed = act.dep == "xcomp" and parse.tokens[act.head].lemma in words.planned | words.denied | words.threatens
    return vowed or bool(modal(parse, act, FUTURE | {"would"}))


def is_ordered(parse: Parse, verb: Token) -> bool:
    """Tell whether a passive clause says what is done to somebody by an order: "ordered that he be held", "ordered him held"."""
    above = parse.tokens[verb.head]
    suffers = parse.kids(verb.i, "auxpass") or (verb.tag in ("VBN", "VBD") and verb.dep in ("ccomp", "oprd", "xcomp"))
    clause = verb.dep in ("ccomp", "oprd", "xcomp") and not parse.kids(verb.i, "dobj", "agent")
    ordered = above.lemma in _WORDS.orders and past_tense(parse, [above])
    return bool(suffers) and clause and ordered and not _conditioned(parse, verb)


def _whoever(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says of whom something would be true: "protesters who block roads would be arrested"."""
    noun = parse.tokens[verb.head]
    if verb.dep != "relcl" or verb.tag not in ("VBP", "VBZ"):
        return False
    bare = noun.tag in ("NNS", "PRP") and not parse.kids(noun.i, "det", "poss", "nummod") and verb.tag == "VBP"
    if not (noun.lower in ANYBODY or (bare and noun.dep in ("nsubj", "nsubjpass"))):
        return False
    return bool(modal(parse, parse.tokens[noun.head], FUTURE | IRREAL_MODALS))


def performed(parse: Parse, verb: Token) -> bool:
    """Tell whether who speaks does by saying it what he says he would do: "we would like to thank", "let me congratulate".

    So does who says what somebody deserves: "they should be praised".
    """
    above = parse.tokens[verb.head]
    if verb.lemma in _WORDS.deserved and parse.kids(verb.i, "auxpass") and modal(parse, verb, _DUE):
        return not parse.kids(verb.i, "neg", "agent")
    if verb.dep not in ("xcomp", "ccomp") or above.lemma not in _WORDS.would_like:
        return False
    speakers = [*parse.kids(above.i, "nsubj"), *(parse.kids(verb.i, "nsubj") if above.lemma == "let" else ())]
    return any(t.lower in ("i", "we", "me") for t in speakers) and above.tag != "VBD"


def _asks_how(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a question takes for granted that it was done: "why did they close the school", "who shot him".

    What a clause beside the question tells is taken for granted too: "though they killed six, why should we pay?".
    """
    verb = next((t for t in chain if t.pos in VERBAL), None)
    if verb is None or not past_tense(parse, [verb]):
        return False
    if chain[-1].dep in ("advcl", "relcl"):
        return True
    first = parse.sentences[verb.sentence][0]
    return any(t.tag in ("WP", "WRB", "WDT", "WP$") for t in parse.tokens[first : verb.i])


def is_commanded(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb opens its clause as a command: "free the editor", "please do not shoot"."""
    if verb.tag != "VB" or verb.dep not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    above = parse.tokens[verb.head]
    if verb.dep == "conj" and above.pos in VERBAL:
        return above.i != verb.i and is_commanded(parse, above)
    if any(t.lower not in ("do", "n't", "not") for t in parse.kids(verb.i, "aux")):
        return False
    first, at = parse.sentences[verb.sentence][0], verb.i
    while at > first and (
        parse.tokens[at - 1].pos in _BEFORE_COMMANDS or parse.tokens[at - 1].lower in ("do", "please")
    ):
        at -= 1
    return at == first and not parse.kids(verb.i, "nsubj", "nsubjpass", "expl")


def _purpose(parse: Parse, token: Token) -> bool:
    """Tell whether a verb says what something is for: "troops to guard the bridge"."""
    passive = token.tag == "VBN" and any(t.lower == "be" for t in parse.kids(token.i, "auxpass"))  # "to be freed"
    if not (passive or token.tag == "VB") or token.dep not in ("advcl", "acl", "relcl") or _is_nth(parse, token):
        return False
    return any(t.lower == "to" for t in parse.kids(token.i, "aux"))


def _is_nth(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb says what somebody was the first or last to do: "the first envoy to visit Kabul since 2001"."""
    noun = parse.tokens[verb.head]
    ranked = (t.lower in _WORDS.among_others for t in (noun, *parse.kids(noun.i, "amod")))
    if noun.lemma in _WORDS.means:
        return False  # "the only way to free them"
    return verb.dep in ("acl", "relcl") and any(ranked)


def _real(parse: Parse, purpose: Token, below: Token | None, context: Context) -> bool:
    """Tell whether what stands in a clause of purpose is there already.

    That holds of what people have come together for, of a definite thing ("to condemn the killing") and of what a
    statement in the clause says ("to show that").
    """
    if below is None:
        above = parse.tokens[purpose.head]
        coming = above.lemma in _WORDS.coming or any(
            t.lemma in coding_words().acts.protests for t in parse.kids(above.i, "dobj")
        )
        driven = purpose.lemma in _WORDS.disperses and past_tense(parse, [above])  # "fired to disperse the crowd"
        if context.type in _SAID and _acted(parse, purpose):
            return True
        return purpose.dep == "advcl" and ((context.type in _JOINT and coming) or (context.type == "COERCE" and driven))
    if below.dep == "ccomp":
        if below.tag == "VB" and purpose.lemma in _WORDS.perceives:
            return True  # "came to hear speakers demand"
        return below.tag in ("VBD", "VBZ", "VBP") or any(
            t.tag in ("VBD", "VBZ", "VBP") for t in parse.kids(below.i, "aux")
        )
    if context.type in _JOINT and parse.tokens[purpose.head].lemma in _WORDS.coming and purpose.lemma in _WORDS.shows:
        return True  # "came to show his support"
    noun = below
    while noun.dep in ("prep", "pcomp") or noun.pos == "ADP":
        inner = parse.kids(noun.i, "pobj")
        if not inner:
            return False
        noun = inner[0]
    if purpose.lemma in _WORDS.factive:
        return True
    definite = any(t.lower in ("the", "this", "that", "these", "those") for t in parse.kids(noun.i, "det"))
    return noun.pos in NOMINAL and definite and purpose.lemma not in coding_words().verbs.light


def _acted(parse: Parse, purpose: Token) -> bool:
    """Tell whether somebody did something in order to ask, accuse or look into it: "sent a team to investigate"."""
    above = parse.tokens[purpose.head]
    if above.pos in NOMINAL and above.dep in ("dobj", "nsubjpass"):
        above = parse.tokens[above.head]
    acted = above.lemma in _WORDS.sets_about | _WORDS.coming
    return acted and past_tense(parse, [above]) and not parse.kids(above.i, "neg")


def _planned_noun(parse: Parse, token: Token, words: StatusWords) -> bool:
    return parse.tokens[token.head].lemma in words.planned


def _conditioned(parse: Parse, verb: Token) -> bool:
    """Tell whether an if-clause hangs on the verb or on the verb of saying above it."""
    verbs = [verb, parse.tokens[verb.head]] if verb.dep == "ccomp" else [verb]
    verbs += [t for t in parse.kids(verb.i, "parataxis", "ccomp") if t.i < verb.i]
    if any(t.lower in ("provided", "providing") for some in verbs for t in parse.kids(some.i, "prep", "advcl", "mark")):
        return True
    return any(
        mark.lower in ("if", "unless", "provided")
        or (mark.lower in ("should", "had", "were") and inverted(parse, mark, clause))
        for some in verbs
        for clause in parse.kids(some.i, "advcl")
        for mark in parse.kids(clause.i, "mark", "aux", "auxpass")
    )


def _after_if(parse: Parse, verb: Token) -> bool:
    """Tell whether the sentence opens with a condition and the verb stands behind its comma."""
    first = parse.sentences[verb.sentence][0]
    while first < verb.i and parse.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    if parse.tokens[first].lower not in ("if", "unless", "should"):
        return False
    return any(t.text == "," for t in parse.tokens[first : verb.i])
