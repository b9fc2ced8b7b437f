"""Was it not done? Negations, denials, tales that are called untrue, and what is not known."""

from __future__ import annotations

from dateline.code.chains import FUTURE, NOMINAL, VERBAL, lemma_of
from dateline.code.lasting import has_no_end, not_over
from dateline.code.shares import has_no_share
from dateline.code.tenses import modal, modifiers, own_tense, past_tense
from dateline.records import Parse, Token
from dateline.reference.coding import coding_words
from dateline.reference.statuswords import StatusWords, load_status_words

_ABLE = frozenset(("can", "ca", "could"))
_NEGATIVE_SUBJECTS = frozenset(("nobody", "none", "neither", "nothing"))
_FELT = frozenset(("about", "at", "over", "with"))  # what leads from a feeling to its cause
_NEGATIVE_DETERMINERS = frozenset(("no", "neither"))
_ABOUT = frozenset("about after before for on over since".split())
_WORDS = load_status_words()


def is_negated(parse: Parse, head: int, words: StatusWords) -> bool:
    """Tell whether the clause of the word itself, not one above it, says that nothing of the kind was done."""
    chain = [parse.tokens[head]]
    above = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].pos in NOMINAL and above.pos in VERBAL:
        chain.append(above)
    elif parse.tokens[head].pos in NOMINAL:
        return False  # "not a stone in sight"
    while chain[-1].dep == "conj" and not own_tense(parse, chain[-1]) and chain[-1].head != chain[-1].i:
        chain.append(parse.tokens[chain[-1].head])
    if any(modal(parse, t, FUTURE | _ABLE) and not modal(parse, t, frozenset(("have",))) for t in chain):
        return False  # "will not enter" is no word on what was done
    return denied(parse, chain, words)


def denied(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    """Tell whether the clause, or one above it that decides, says that nothing of the kind was done."""
    if not_over(parse, chain) or has_no_end(parse, chain) or any(uncontested(parse, t) for t in chain[1:]):
        return False
    if _cleared_of(parse, chain[0], words) or has_no_share(parse, chain[0]):
        return True
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if below is not None and (_open_knowledge(parse, token, below) or _is_talked_over(parse, token, below)):
            return False
        if (
            below is not None
            and token.pos in NOMINAL
            and token.lemma in coding_words().verbs.left_untold
            and _is_definite(parse, chain[0])
        ):
            return False  # "gave no details of the arrests"
        if step == 1 and token.lemma in _WORDS.factive and chain[0].pos in NOMINAL and chain[0].dep == "dobj":
            return False  # "refused to condemn the attack": there was one
        if below is not None and _not_yet(parse, token, below):
            return True
        if below is not None and (_is_one_of_several(parse, token, below, words) or _is_real(parse, token, below)):
            return False
        if step and token.pos in NOMINAL and none_of(parse, token) and is_granted(parse, chain[0]):
            return False
        negative = any(
            t.lower in words.denied_modifiers for t in modifiers(parse, token) if t.dep in ("det", "amod", "advmod")
        )
        if step == 1 and below is not None and _left_undone(parse, token, below, words):
            continue
        said_no = token.pos != "ADV" and any(  # "struck not far from the hall"; "a planned attack, not an accident"
            t.i < token.i or token.pos not in NOMINAL for t in parse.kids(token.i, "neg")
        )
        if (said_no and not _only_until(parse, token)) or negative or _nor(parse, token):
            return not (step and token.lemma in words.denied | words.gives_up)
        if token.pos in NOMINAL and none_of(parse, token):
            return True
        if token.pos in VERBAL and (below is None or below.dep == "conj") and _negative_argument(parse, token):
            return True
        if below is not None and _denies(parse, token, below, words) and not _was_asked(chain[:step]):
            return True
        if token.pos in NOMINAL and (_untold(parse, token, words) or _turned_down(parse, token, below)):
            return True
    return _in_tale(parse, chain[-1], words)


def uncontested(parse: Parse, noun: Token) -> bool:
    """Tell whether "no" stands in a plea that disputes nothing: "pleaded no contest to murder"."""
    return noun.lemma == "contest" and parse.tokens[noun.head].lemma == "plead"


def _cleared_of(parse: Parse, deed: Token, words: StatusWords) -> bool:
    """Tell whether a court or an inquiry found that who is charged with a deed did not do it: "acquitted her of murder"."""
    link = parse.tokens[deed.head]
    if deed.dep != "pobj" or link.lower != "of":
        return False
    verb = parse.tokens[link.head]
    if verb.dep == "dobj":  # as parsers have "acquitted the man of theft"
        verb = parse.tokens[verb.head]
    freed = verb.lemma in words.clears
    return freed or (verb.lemma == "clear" and bool(parse.kids(verb.i, "nsubjpass")) and link.head == verb.i)


def _nor(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause turned round by "nor" goes on with a denial: "nor did they arrest anybody"."""
    auxiliaries = parse.kids(verb.i, "aux", "auxpass")
    if verb.pos not in VERBAL or not auxiliaries:
        return False
    before = parse.tokens[auxiliaries[0].i - 1] if auxiliaries[0].i else None
    return before is not None and before.lower in ("nor", "neither")


def is_granted(parse: Parse, deed: Token) -> bool:
    """Tell whether a word takes its happening as known, whatever there is none of: "no claim of responsibility for the blast"."""
    return deed.dep == "pobj" and parse.tokens[deed.head].lower in _ABOUT and _is_definite(parse, deed)


def _is_definite(parse: Parse, deed: Token) -> bool:
    return any(t.lower == "the" or t.dep == "poss" for t in parse.kids(deed.i, "det", "poss"))


def _is_one_of_several(parse: Parse, verb: Token, below: Token, words: StatusWords) -> bool:
    """Tell whether a negation says that there have been others: "it is not the first arrest of a reporter"."""
    definite = any(t.lower == "the" for t in parse.kids(below.i, "det"))
    among = any(t.tag in ("JJS", "RBS") or t.lower in words.among_others for t in parse.kids(below.i, "amod"))
    return verb.lemma == "be" and below.dep == "attr" and definite and among


def _is_real(parse: Parse, token: Token, below: Token) -> bool:
    """Tell whether a negation takes a happening for granted: it says what that was not like, felt about it, or who owns to it.

    "The march was not peaceful", "was not happy about the raid", "have not claimed the attack".
    """
    if token.lemma == "be" and below.dep == "nsubj" and below.pos in NOMINAL:
        described = parse.kids(token.i, "acomp", "attr")
        return bool(described) and all(t.lemma not in _WORDS.there_is for t in described)
    if token.dep == "acomp" and below.dep == "prep":
        return below.lower in _FELT
    owned = below.dep in ("dobj", "nsubjpass") and token.lemma in _WORDS.owns_up
    definite = any(t.lower in ("the", "this", "these", "those") for t in parse.kids(below.i, "det"))
    return owned and (definite or below.lemma in _WORDS.owning)


def _not_yet(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether something has still to be done: "has yet to release them"."""
    yet = any(t.lower == "yet" for t in (*parse.kids(verb.i, "advmod"), *parse.kids(below.i, "advmod")))
    return below.dep == "xcomp" and verb.lemma in ("be", "have", "remain") and yet


def _left_undone(parse: Parse, verb: Token, below: Token, words: StatusWords) -> bool:
    """Tell whether what was not done to a happening takes it for granted: "did not ban the rally"."""
    if (
        below.dep != "dobj"
        or below.pos not in NOMINAL
        or verb.lemma in coding_words().verbs.light | words.denied | words.planned | words.causes
    ):
        return False
    definite = any(t.lower in ("the", "this", "that", "these", "those") for t in parse.kids(below.i, "det"))
    return definite and not parse.kids(below.i, "relcl")


def _denies(parse: Parse, token: Token, below: Token, words: StatusWords) -> bool:
    """Tell whether a word denies what hangs on it: "denied shelling", "failed to materialise", "without firing"."""
    if token.lower == "without" and below.dep in ("pcomp", "pobj"):
        return True
    if token.lemma == "fail" and below.dep in ("nsubj", "nsubjpass"):
        return any(t.lemma in words.comes_about for t in parse.kids(token.i, "xcomp"))
    if {token.lemma, lemma_of(parse, token)} & words.denied and below.dep not in (
        "advcl",
        "conj",
        "nsubj",
        "nsubjpass",
    ):
        return not (token.lemma in words.undone and below.dep in ("ccomp", "prep"))
    return any(t.lemma in words.denied for t in parse.kids(token.i, "acomp"))


def _was_asked(below: list[Token]) -> bool:
    """Tell whether the phrase below a verb is what somebody asks for."""
    return below[0].lemma in _WORDS.asked and all(t.pos in NOMINAL for t in below)


def _untold(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether a noun of telling is called untrue, or says so itself: "the fairy tale of", "the story has collapsed"."""
    meeting = noun.lemma == "talk" and noun.tag == "NNS"  # talks that collapse have been held
    if noun.dep == "nsubj" and noun.lemma in words.tales and not meeting:
        verb = parse.tokens[noun.head]
        if verb.lemma in words.collapses or (verb.lemma in words.lasts and parse.kids(verb.i, "neg")):
            return True
        return any(_untrue(parse, t, words) for t in parse.kids(verb.i, "attr", "acomp", "oprd"))
    return False


def _in_tale(parse: Parse, top: Token, words: StatusWords) -> bool:
    """Tell whether a clause about a noun stands in a tale called untrue: "talk of a man who knifed a guard is a smear"."""
    noun = parse.tokens[top.head]
    if top.dep not in ("relcl", "acl") or noun.pos not in NOMINAL:
        return False
    while noun.dep == "pobj" and parse.tokens[noun.head].lower in ("of", "about"):
        noun = parse.tokens[parse.tokens[noun.head].head]
    return noun.pos in NOMINAL and _untold(parse, noun, words)


def _turned_down(parse: Parse, noun: Token, below: Token | None) -> bool:
    """Tell whether what hangs on a noun of telling is rejected: "rejected claims that police beat the boy"."""
    verb = parse.tokens[noun.head]
    if below is None or (below.dep == "prep" and below.lower != "of"):
        return False  # "dismissed claims against the guards over the raid"
    return noun.dep == "dobj" and noun.lemma in _WORDS.hearsay and verb.lemma in _WORDS.rejects


def _untrue(parse: Parse, word: Token, words: StatusWords) -> bool:
    return word.lemma in words.denied or any(t.lower == "fairy" for t in parse.kids(word.i, "compound", "amod"))


def _open_knowledge(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether only who, how or whether it was is unknown: "it is not known who fired"."""
    asked = any(
        t.tag in ("WP", "WRB", "WDT") for t in parse.kids(below.i, "nsubj", "advmod", "dobj", "nsubjpass", "attr")
    )
    asked = asked or any(t.lower in ("if", "whether") for t in parse.kids(below.i, "mark"))
    known = verb.lemma in _WORDS.knows and below.dep in ("ccomp", "csubj", "csubjpass", "advcl")
    return asked and (known or below.dep == "pcomp")  # "there is no clue as to who fired"


def _is_talked_over(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether somebody only refuses to speak of a happening: "police declined to discuss the raid"."""
    spoken_of = below.dep in ("dobj", "prep") and verb.lemma in _WORDS.talks_over
    return spoken_of and verb.dep == "xcomp" and parse.tokens[verb.head].lemma in _WORDS.undone


def _only_until(parse: Parse, token: Token) -> bool:
    """Tell whether a negation only corrects or puts off: "not only", "were not announced until Thursday"."""
    negation = parse.kids(token.i, "neg")[0]
    follows = negation.i + 1
    if follows < len(parse.tokens) and parse.tokens[follows].lower in ("only", "just"):
        return True
    clauses = parse.kids(token.i, "advcl")
    until = [*parse.kids(token.i, "prep", "mark"), *(t for c in clauses for t in parse.kids(c.i, "mark"))]
    return any(t.lower in ("until", "till") and t.i > token.i for t in until) and past_tense(parse, [token])


def _negative_argument(parse: Parse, verb: Token) -> bool:
    """Tell whether a verb has nobody or nothing as subject or object; what a comma parts from it is an aside."""
    arguments = parse.kids(verb.i, "nsubj", "nsubjpass", "dobj", "agent")
    return any(
        none_of(parse, t) and not any(mark.text == "," for mark in parse.tokens[verb.i + 1 : t.i]) for t in arguments
    )


def none_of(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun phrase says that there is none: "nobody", "no bridge", "not one tyre"."""
    if noun.lower in _NEGATIVE_SUBJECTS or any(t.lower in _NEGATIVE_DETERMINERS for t in parse.kids(noun.i, "det")):
        return True
    numbers = [noun, *parse.kids(noun.i, "nummod", "det")]
    first = parse.sentences[noun.sentence][0]
    return any(
        t.lower in ("one", "a", "single") and t.i > first and parse.tokens[t.i - 1].lower == "not" for t in numbers
    )
