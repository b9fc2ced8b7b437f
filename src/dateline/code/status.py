"""Did it happen? Status of a happening from tense, negation, modals, conditions and reporting verbs.

The rules walk from the trigger up to the root of its sentence and ask at each step what the word there does to the
happening below it. The word lists are data (`reference/data/status.en.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.code.frames import LIGHT_VERBS
from dateline.code.tenses import goes_on, is_ahead, is_ongoing, modal, modifiers, not_over, own_tense, past_tense
from dateline.records import Attribution, Parse, Token
from dateline.records.mention import Status
from dateline.reference.statuswords import StatusWords

_IRREAL_MODALS = frozenset(("could", "would", "might", "may", "should", "must", "can", "ought", "'d"))
_FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll"))
_CONDITION = frozenset(("if", "unless", "whether", "lest", "should", "provided"))
_IF = frozenset(("if", "unless", "lest", "provided"))
# With a negation these leave it open, or forbid it: "might not take place", "may not enter".
_OPEN_MODALS = frozenset(("may", "might", "should", "must", "shall", "ought"))
_CAUSES = frozenset(
    "cause direct do approve authorise authorize inflict instigate ordain permit provoke receive support trigger".split()
)
_ABLE = frozenset(("can", "ca", "could"))
_PERMITS = frozenset("accept allow authorise authorize permit provide require tolerate want".split())
_RULES = frozenset("agreement ban condition decree edict injunction law order regulation rule ruling term".split())
_NEGATIVE_SUBJECTS = frozenset(("nobody", "none", "neither", "nothing"))
_NEGATIVE_DETERMINERS = frozenset(("no", "neither"))
# Steps upwards that leave the happening in another clause, which cannot change it any more.
_SPEECH_VERBS = frozenset(("tell", "suggest", "warn", "worry", "wonder", "ask", "recommend"))
_BARRIERS = frozenset(("relcl", "parataxis", "appos"))
_NOMINAL = ("NOUN", "PROPN")
_VERBAL = ("VERB", "AUX")
# Verbs that with "fail to" and "did not" say of a happening that it was none.
_COMES_ABOUT = frozenset(
    "materialise materialize happen occur take begin start come arrive appear follow emerge".split()
)
# These deny what they govern as an infinitive or an object, no clause that stands beside them: "to say one thing: you failed".
_UNDONE = frozenset(("decline", "fail", "refuse", "stop"))
# With a negation these say that something went on: "never tires of repeating".
_GIVES_UP = frozenset(("cease", "hesitate", "forget", "tire", "flinch"))
_KNOWS = frozenset("be clear determine establish explain find identify know say see tell".split())
_HEARSAY = frozenset(("accusation", "allegation", "claim", "report", "rumor", "rumour", "suspicion"))
_REJECTS = frozenset("contradict deny dismiss dispute rebut refute reject".split())
_LASTS = frozenset(("survive", "stand", "hold"))
_OPENS_CONDITION = frozenset(("if", "unless", "should", "had", "were"))
# Coming together for a purpose is already the thing: "queued to give blood", "poured into the streets to demand".
_COMING = frozenset(
    "assemble come converge crowd flock flood gather line march meet pack pour queue "
    "rally sit stand stream take throng turn walk".split()
)
_JOINT = frozenset(("GATHER", "PROTEST", "REQUEST", "ACCUSE", "SUPPORT", "AID"))
_PROMISES = frozenset("promise pledge plan vow intend offer".split())
_DEEDS = frozenset(
    ("AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "MOBILIZE", "ASSAULT", "COERCE", "PROTEST", "GATHER")
)
_SPEECH_ACTS = frozenset(
    ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
)  # a date ahead is that of what is asked
_OCCASIONS = frozenset(("CONSULT", "GATHER", "PROTEST"))
_APPOINTED = frozenset(("GATHER", "PROTEST"))
_NEAR = 40  # tokens within which a semicolon is looked for


@dataclass(frozen=True, slots=True)
class Context:
    """What the status rules know of a happening.

    future, past: its clause names a time after, before the text was written. type: the event type.
    """

    attribution: Attribution | None
    future: bool
    past: bool
    type: str = ""


def status_of(parse: Parse, head: int, words: StatusWords, context: Context) -> Status:
    """Return the status of the happening whose trigger is the token `head`."""
    chain = list(_chain(parse, head))
    commitment = context.attribution.commitment if context.attribution else ""
    given = words.commitment.get(commitment)
    if given == "denied":
        return "denied"
    if _supposed(parse, chain, words):
        return "hypothetical"
    if _denied(parse, chain, words):
        return "denied"
    told = chain[-1].dep == "relcl" and past_tense(parse, chain)  # "would not say whether those who were arrested"
    if _hypothetical(parse, chain, words, context) or (given == "hypothetical" and not told):
        return "hypothetical"
    promised = given == "planned" and not context.past and not past_tense(parse, chain)
    if promised or _planned(parse, chain, words, context):
        return "planned"
    if given == "alleged" or _alleged(parse, chain, words, own_account=context.attribution is not None):
        return "alleged"
    return "ongoing" if is_ongoing(parse, chain, words) else "occurred"


def is_negated(parse: Parse, head: int, words: StatusWords) -> bool:
    """Tell whether the clause of the word itself, not one above it, says that nothing of the kind was done."""
    chain = [parse.tokens[head]]
    above = parse.tokens[parse.tokens[head].head]
    if parse.tokens[head].pos in _NOMINAL and above.pos in _VERBAL:
        chain.append(above)
    elif parse.tokens[head].pos in _NOMINAL:
        return False  # "not a stone in sight"
    while chain[-1].dep == "conj" and not own_tense(parse, chain[-1]) and chain[-1].head != chain[-1].i:
        chain.append(parse.tokens[chain[-1].head])
    if any(modal(parse, t, _FUTURE | _ABLE) and not modal(parse, t, frozenset(("have",))) for t in chain):
        return False  # "will not enter" is no word on what was done
    return _denied(parse, chain, words)


def _chain(parse: Parse, head: int) -> Iterator[Token]:
    """Yield the trigger and the words that it hangs on, up to the clause that tells of it as a whole."""
    token = parse.tokens[head]
    yield token
    while token.head != token.i:
        above = parse.tokens[token.head]
        if token.dep in ("ccomp", "conj", "dep") and _parted(parse, token, above):
            return
        if token.dep in _BARRIERS or (token.dep == "advcl" and token.tag != "VB" and not _listed(parse, token, above)):
            return
        if (
            token.dep == "conj"
            and above.pos in ("VERB", "AUX")
            and token.pos in ("VERB", "AUX")
            and own_tense(parse, token)
        ):
            return
        if (
            token.dep == "prep"
            and above.pos in ("VERB", "AUX")
            and token.lower not in ("for", "to", "of", "against", "on", "in", "from", "with")
        ):
            return
        if token.dep == "nsubjpass" and above.lemma in _BEFALLS:
            return
        if token.dep == "prep" and token.lower in ("on", "of") and above.pos in _VERBAL and above.lemma in _TALKS:
            return
        if token.dep in ("nsubj", "csubj") and above.pos in ("VERB", "AUX") and not _happens(parse, above):
            if _indefinite(parse, token) and modal(parse, above, _IRREAL_MODALS):
                yield above
            return
        token = above
        yield token


def _listed(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a participle goes on with a list that the parser took for a clause: "were not beaten, gassed or held"."""
    bare = not parse.kids(token.i, "nsubj", "nsubjpass", "aux", "auxpass", "mark")
    passive = token.tag == above.tag == "VBN" and bool(parse.kids(above.i, "auxpass"))
    return bare and passive and above.i < token.i and parse.tokens[token.i - 1].text == ","


def _parted(parse: Parse, token: Token, above: Token) -> bool:
    """Tell whether a semicolon stands between two verbs: then they tell of two things."""
    first, last = sorted((token.i, above.i))
    return last - first < _NEAR and any(t.text == ";" for t in parse.tokens[first:last])


# Verbs whose subject is the happening itself: "the strike begins".
_HAPPENS = frozenset(
    "be begin break cancel close come continue convene due end erupt expect fail fall flare follow go happen last occur "
    "open plan postpone proceed resume schedule set spread start stop take".split()
)


# Verbs with a particle that move a happening in time: "the congress, put off from February".
_SHIFTS = frozenset(("put off", "put back", "push back", "bring forward"))
# What is talked about is there: "would not comment on the arrests".
_TALKS = frozenset("brief comment elaborate focus reflect report rule speak speculate talk testify".split())
# What befalls a happening that there is, whether it comes to that or not: "the expulsions are not revoked".
_BEFALLS = frozenset(
    "acknowledge appeal clear condemn confirm corroborate criticise criticize end explain extend forget forgive "
    "investigate justify lift loosen mention overturn probe prosecute punish quash repeal rescind reverse revoke solve "
    "substantiate verify".split()
)


def _happens(parse: Parse, verb: Token) -> bool:
    return verb.lemma in _HAPPENS or _lemma(parse, verb) in _SHIFTS or goes_on(parse, verb)


def _lemma(parse: Parse, token: Token) -> str:
    """Return the lemma with its particle: "call off"."""
    particle = parse.kids(token.i, "prt")
    return f"{token.lemma} {particle[0].lower}" if particle else token.lemma


def _supposed(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    """Tell whether a negation stands in a condition, a ban or a guess, which says of nothing that it was not done.

    "if the troops do not leave", "the talks might not take place", "the order allows no gathering".
    """
    for step, token in enumerate(chain):
        marks = parse.kids(token.i, "mark")
        if any(t.lower in _IF for t in marks) or (token.pos in _VERBAL and _opened(parse, token)):
            return True
        if parse.kids(token.i, "neg") and modal(parse, token, _OPEN_MODALS):
            return True
        if token.pos in _NOMINAL and _none_of(parse, token) and _ruled_out(parse, token, words):
            return True
        if step and token.pos in _VERBAL and token.lemma in words.denied:
            return False
    return False


def _opened(parse: Parse, verb: Token) -> bool:
    """Tell whether "should" or "were" before the subject makes the clause a condition: "should she be arrested"."""
    first = parse.sentences[verb.sentence][0]
    return any(
        t.lower in ("should", "were") and (t.i == first or verb.dep == "advcl") and _inverted(parse, t, verb)
        for t in parse.kids(verb.i, "aux", "auxpass")
    )


def _ruled_out(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether the noun stands in the words of a rule: "allows no gathering", "his order: no gathering near the mine"."""
    verb = parse.tokens[noun.head]
    while verb.dep == "conj" and verb.pos in _NOMINAL:
        verb = parse.tokens[verb.head]
    if verb.pos in _NOMINAL and verb.dep in ("dobj", "attr", "nsubj"):
        verb = parse.tokens[verb.head]
    if verb.lemma in _PERMITS or (verb.lemma == "be" and bool(parse.kids(verb.i, "xcomp"))):
        return True
    first = parse.sentences[noun.sentence][0]
    before = parse.tokens[first : noun.i]
    return any(t.lower in (":", "-", "–", "—") for t in before) and any(t.lemma in _RULES for t in before)


def _denied(parse: Parse, chain: list[Token], words: StatusWords) -> bool:
    if not_over(parse, chain):
        return False
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if below is not None and _open_knowledge(parse, token, below):
            return False
        negative = any(
            t.lower in words.denied_modifiers for t in modifiers(parse, token) if t.dep in ("det", "amod", "advmod")
        )
        if step == 1 and below is not None and _left_undone(parse, token, below, words):
            continue
        if (parse.kids(token.i, "neg") and not _only_until(parse, token)) or negative:
            return not (step and token.lemma in words.denied | _GIVES_UP)
        if token.pos in _NOMINAL and _none_of(parse, token):
            return True
        if token.pos in _VERBAL and (below is None or below.dep == "conj") and _negative_argument(parse, token):
            return True
        if below is not None and _denies(parse, token, below, words):
            return True
        if token.pos in _NOMINAL and (_untold(parse, token, words) or _turned_down(parse, token, below)):
            return True
    return False


def _left_undone(parse: Parse, verb: Token, below: Token, words: StatusWords) -> bool:
    """Tell whether what was not done to a happening takes it for granted: "did not ban the rally"."""
    if (
        below.dep != "dobj"
        or below.pos not in _NOMINAL
        or verb.lemma in LIGHT_VERBS | words.denied | words.planned | _CAUSES
    ):
        return False
    definite = any(t.lower in ("the", "this", "that", "these", "those") for t in parse.kids(below.i, "det"))
    return definite and not parse.kids(below.i, "relcl")


def _denies(parse: Parse, token: Token, below: Token, words: StatusWords) -> bool:
    """Tell whether a word denies what hangs on it: "denied shelling", "failed to materialise", "without firing"."""
    if token.lower == "without" and below.dep in ("pcomp", "pobj"):
        return True
    if token.lemma == "fail" and below.dep in ("nsubj", "nsubjpass"):
        return any(t.lemma in _COMES_ABOUT for t in parse.kids(token.i, "xcomp"))
    if {token.lemma, _lemma(parse, token)} & words.denied and below.dep not in ("nsubj", "advcl", "nsubjpass"):
        return not (token.lemma in _UNDONE and below.dep in ("ccomp", "prep"))
    return any(t.lemma in words.denied for t in parse.kids(token.i, "acomp"))


def _untold(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether a noun of telling is called untrue, or says so itself: "the fairy tale of", "the story has collapsed"."""
    if noun.dep == "nsubj" and noun.lemma in words.tales:
        verb = parse.tokens[noun.head]
        if verb.lemma in words.collapses or (verb.lemma in _LASTS and parse.kids(verb.i, "neg")):
            return True
        return any(_untrue(parse, t, words) for t in parse.kids(verb.i, "attr", "acomp", "oprd"))
    return False


def _turned_down(parse: Parse, noun: Token, below: Token | None) -> bool:
    """Tell whether what hangs on a noun of telling is rejected: "rejected claims that police beat the boy"."""
    verb = parse.tokens[noun.head]
    return below is not None and noun.dep == "dobj" and noun.lemma in _HEARSAY and verb.lemma in _REJECTS


def _untrue(parse: Parse, word: Token, words: StatusWords) -> bool:
    return word.lemma in words.denied or any(t.lower == "fairy" for t in parse.kids(word.i, "compound", "amod"))


def _open_knowledge(parse: Parse, verb: Token, below: Token) -> bool:
    """Tell whether only who or how it was is unknown: "it is not known who fired"."""
    asked = any(
        t.tag in ("WP", "WRB", "WDT") for t in parse.kids(below.i, "nsubj", "advmod", "dobj", "nsubjpass", "attr")
    )
    return verb.lemma in _KNOWS and below.dep in ("ccomp", "csubj", "csubjpass") and asked


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
    return any(_none_of(parse, argument) for argument in parse.kids(verb.i, "nsubj", "nsubjpass", "dobj", "agent"))


def _none_of(parse: Parse, noun: Token) -> bool:
    """Tell whether a noun phrase says that there is none: "nobody", "no bridge", "not one tyre"."""
    if noun.lower in _NEGATIVE_SUBJECTS or any(t.lower in _NEGATIVE_DETERMINERS for t in parse.kids(noun.i, "det")):
        return True
    numbers = [noun, *parse.kids(noun.i, "nummod", "det")]
    first = parse.sentences[noun.sentence][0]
    return any(
        t.lower in ("one", "a", "single") and t.i > first and parse.tokens[t.i - 1].lower == "not" for t in numbers
    )


def _hypothetical(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    top = chain[-1]
    last = parse.tokens[parse.sentences[top.sentence][1] - 1]
    if last.text == "?":
        return True
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if any(t.lower in _CONDITION for t in parse.kids(token.i, "mark")):
            return True
        open_yet = modal(parse, token, _FUTURE | _IRREAL_MODALS) or (step and token.lemma in words.planned)
        if open_yet and (_conditioned(parse, token) or _after_if(parse, token)):
            return True
        if modal(parse, token, _IRREAL_MODALS) and not _future_in_past(parse, token, context):
            return True
        if any(t.lower in words.hypothetical_modifiers for t in modifiers(parse, token)):
            return True
        if below is not None and _lemma(parse, token) in words.hypothetical and _governs(parse, token, below):
            return not (_called(token, below) or parse.kids(token.i, "neg"))
        if step == 0 and token.pos in _NOMINAL and _by_clause(parse, token, words.hypothetical):
            return True
        if (
            below is not None
            and below.dep == "nsubj"
            and _indefinite(parse, below)
            and modal(parse, token, _IRREAL_MODALS)
        ):
            return True
        if (
            _purpose(parse, token)
            and not _planned_noun(parse, token, words)
            and not _real(parse, token, below, context)
        ):
            return True
    return False


def _purpose(parse: Parse, token: Token) -> bool:
    """Tell whether a verb says what something is for: "troops to guard the bridge"."""
    if token.tag != "VB" or token.dep not in ("advcl", "acl", "relcl"):
        return False
    return any(t.lower == "to" for t in parse.kids(token.i, "aux"))


def _real(parse: Parse, purpose: Token, below: Token | None, context: Context) -> bool:
    """Tell whether what stands in a clause of purpose is there already.

    That holds of what people have come together for, of a definite thing ("to condemn the killing") and of what a
    statement in the clause says ("to show that").
    """
    if below is None:
        above = parse.tokens[purpose.head]
        return context.type in _JOINT and above.lemma in _COMING and purpose.dep == "advcl"
    if below.dep == "ccomp":
        return below.tag in ("VBD", "VBZ", "VBP") or any(
            t.tag in ("VBD", "VBZ", "VBP") for t in parse.kids(below.i, "aux")
        )
    noun = below
    while noun.dep in ("prep", "pcomp") or noun.pos == "ADP":
        inner = parse.kids(noun.i, "pobj")
        if not inner:
            return False
        noun = inner[0]
    definite = any(t.lower in ("the", "this", "that", "these", "those") for t in parse.kids(noun.i, "det"))
    return noun.pos in _NOMINAL and definite and purpose.lemma not in LIGHT_VERBS


def _by_clause(parse: Parse, noun: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a relative clause or a participle says of a happening what somebody wants of it: "a truce that they seek"."""
    verb = parse.tokens[noun.head]
    if noun.dep in ("nsubj", "nsubjpass") and verb.lemma in _HAPPENS and verb.lemma != "be":
        return False
    for clause in parse.kids(noun.i, "relcl", "acl"):
        if _lemma(parse, clause) not in lemmas or parse.kids(clause.i, "ccomp", "xcomp", "neg"):
            continue
        objects = [
            *parse.kids(clause.i, "dobj", "nsubjpass"),
            *(o for p in parse.kids(clause.i, "prep") for o in parse.kids(p.i, "pobj")),
        ]
        relative = any(t.lower in ("which", "that") for t in objects)
        if relative or (clause.tag == "VBN" and not parse.kids(clause.i, "nsubj", "nsubjpass")):
            return True
    return False


def _calls(parse: Parse, verb: Token, context: Context) -> bool:
    """Tell whether the trigger itself sets a happening on foot: "called a general strike"."""
    return verb.lemma == "call" and context.type in _OCCASIONS and bool(parse.kids(verb.i, "dobj"))


def _called(above: Token, below: Token) -> bool:
    """Tell whether the verb sets a happening on foot: "called a strike", "invited the town to a feast"."""
    return (above.lemma == "call" and below.dep == "dobj") or (above.lemma == "invite" and below.dep == "prep")


def _indefinite(parse: Parse, noun: Token) -> bool:
    determiners = [t.lower for t in parse.kids(noun.i, "det")]
    return not determiners or determiners[0] in ("a", "an", "any", "another", "such")


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
        or (mark.lower in ("should", "had", "were") and _inverted(parse, mark, clause))
        for some in verbs
        for clause in parse.kids(some.i, "advcl")
        for mark in parse.kids(clause.i, "mark", "aux", "auxpass")
    )


def _inverted(parse: Parse, auxiliary: Token, clause: Token) -> bool:
    """Tell whether an auxiliary stands before its subject: "should the talks fail"."""
    return any(auxiliary.i < t.i for t in parse.kids(clause.i, "nsubj", "nsubjpass"))


def _after_if(parse: Parse, verb: Token) -> bool:
    """Tell whether the sentence opens with a condition and the verb stands behind its comma."""
    first = parse.sentences[verb.sentence][0]
    while first < verb.i and parse.tokens[first].pos in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    if parse.tokens[first].lower not in ("if", "unless", "should"):
        return False
    return any(t.text == "," for t in parse.tokens[first : verb.i])


def _future_in_past(parse: Parse, token: Token, context: Context) -> bool:
    """Tell whether "would" only moves "will" into the past: "he said he would appeal"."""
    aux = [t.lower for t in parse.kids(token.i, "aux")]
    return "would" in aux and "have" not in aux and context.attribution is not None


def _governs(parse: Parse, above: Token, below: Token) -> bool:
    """Tell whether the happening is what the word is about ("called for a strike"), not who or when, nor told as past."""
    if below.dep == "ccomp" and (
        below.tag == "VBD" or any(t.tag in ("VBD", "VBZ") for t in parse.kids(below.i, "aux", "auxpass"))
    ):
        return above.lemma not in _SPEECH_VERBS
    if below.dep == "ccomp" and above.lemma == "tell" and own_tense(parse, below):
        return False
    if below.dep in ("xcomp", "ccomp", "dobj", "obj", "pcomp", "acl", "oprd", "nsubjpass"):
        return True
    if above.lemma == "charge" and below.lower == "with":
        return True
    return below.dep in ("prep", "dative") and below.lower in ("for", "to", "of", "on", "against", "from")


def _planned(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if modal(parse, token, _FUTURE) or _going_to(parse, token) or _future_in_past_of(parse, token, context):
            return True
        if any(t.lower in words.planned_modifiers for t in modifiers(parse, token)):
            return True
        if _due(parse, token, below):
            return True
        if step == 0 and (_promised(parse, token, words, context) or _calls(parse, token, context)):
            return True
        if (
            below is not None
            and _lemma(parse, token) in words.planned
            and (_governs(parse, token, below) or below.dep == "nsubj")
            and not (below.dep == "ccomp" and token.lemma != "want" and past_tense(parse, [below]))
        ):
            if token.lemma == "announce" and context.type in _APPOINTED:
                return True
            return (
                token.lemma not in ("set", "announce", "decide")
                or below.dep not in ("dobj", "nsubjpass")
                or context.future
            )
        if below is not None and _called(token, below):
            return True
        if below is not None and token.lemma == "be" and below.dep == "xcomp" and below.tag == "VB":
            return True
    if _to_be_attended(parse, chain[-1], context):
        return True
    ahead = context.future and context.type not in _SPEECH_ACTS
    return (ahead and not past_tense(parse, chain)) or (not context.past and is_ahead(parse, chain))


def _to_be_attended(parse: Parse, last: Token, context: Context) -> bool:
    """Tell whether something will be done at an occasion: "will decide at a meeting", "is to speak at the rally"."""
    above = parse.tokens[last.head]
    if context.type not in _OCCASIONS or last.dep != "prep" or last.lower not in ("at", "during"):
        return False
    return above.pos in _VERBAL and modal(parse, above, _FUTURE) and not parse.kids(above.i, "neg")


def _due(parse: Parse, token: Token, below: Token | None) -> bool:
    """Tell whether the verb says what is to come: "is due to open", "are set to meet", "is to be held"."""
    if token.lemma != "be":
        return False
    if any(t.lower in ("due", "set", "slated", "poised") for t in parse.kids(token.i, "acomp")):
        return True
    subject = below is not None and below.dep in ("nsubj", "nsubjpass")
    return subject and any(_infinitive(parse, t, token) for t in parse.kids(token.i, "xcomp"))


def _infinitive(parse: Parse, verb: Token, copula: Token) -> bool:
    """Tell whether "to" follows the copula: "is to be held"."""
    return any(t.lower == "to" and t.i <= copula.i + 2 for t in parse.kids(verb.i, "aux"))


def _promised(parse: Parse, token: Token, words: StatusWords, context: Context) -> bool:
    """Tell whether the trigger itself only promises ("promised an amnesty"), or a clause at the noun does."""
    if token.pos in _NOMINAL:
        return _by_clause(parse, token, words.planned)
    return token.lemma in _PROMISES and context.type in _DEEDS


def _future_in_past_of(parse: Parse, token: Token, context: Context) -> bool:
    return modal(parse, token, frozenset(("would",))) and _future_in_past(parse, token, context)


def _going_to(parse: Parse, token: Token) -> bool:
    head = parse.tokens[token.head]
    return token.dep == "xcomp" and head.lower == "going" and token.tag == "VB"


def _charged(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether somebody is accused: "blamed the miners, who, it said, had ..."."""
    while noun.dep in ("pobj", "prep", "conj", "pcomp"):
        noun = parse.tokens[noun.head]
    return noun.dep in ("dobj", "nsubjpass") and parse.tokens[noun.head].lemma in words.alleged


def _alleged(parse: Parse, chain: list[Token], words: StatusWords, *, own_account: bool) -> bool:
    for step, token in enumerate(chain):
        if any(t.lower in words.alleged_modifiers for t in modifiers(parse, token)):
            return True
        if step and token.lemma in words.alleged and _governs(parse, token, chain[step - 1]):
            return True
        if step and token.pos == "NOUN" and token.lemma in _HEARSAY and chain[step - 1].dep in ("acl", "ccomp"):
            return True
    top = chain[-1]
    if top.dep == "relcl" and own_account and _charged(parse, parse.tokens[top.head], words):
        return True
    # "reports that", which the parser may take for a relative clause
    marked = top.dep == "relcl" and any(t.lower == "that" for t in parse.kids(top.i, "mark"))
    return marked and parse.tokens[top.head].lemma in _HEARSAY
