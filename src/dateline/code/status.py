"""Did it happen? Status of a happening from tense, negation, modals, conditions and reporting verbs.

The rules walk from the trigger up to the root of its sentence (`chains`) and ask at each step what the word there does to the
happening below it: whether it denies it (`negation`) or only thinks of it (`conditions`), plans it or claims it. The word lists
are data (`reference/data/status.en.toml`).
"""

from __future__ import annotations

from dataclasses import replace

from dateline.code.chains import (
    FUTURE,
    NOMINAL,
    VERBAL,
    Context,
    befell,
    by_clause,
    called,
    chain_of,
    future_in_past,
    governs,
    is_known_caller,
    is_noticed,
    lemma_of,
    names,
    picks_out,
)
from dateline.code.claims import alleged, is_known
from dateline.code.conditions import DECREED, hypothetical, is_ordered, performed, supposed
from dateline.code.grounds import up_to_ground
from dateline.code.lasting import is_over_and_done, lasts_since
from dateline.code.negation import denied
from dateline.code.standing import is_dead, is_looked_into, stands, was_under_way
from dateline.code.tenses import (
    dated,
    goes_on_until,
    is_ahead,
    is_kept_up,
    is_ongoing,
    is_to_start,
    modal,
    modifiers,
    past_tense,
    was_doing,
)
from dateline.records import Parse, Token
from dateline.records.mention import Status
from dateline.reference.codebook import ECHO, load_codebook
from dateline.reference.speech import speech
from dateline.reference.statuswords import StatusWords, load_status_words

_DEEDS = frozenset(
    ("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "MOBILIZE", "ASSAULT", "COERCE", "PROTEST", "GATHER")
)
_SPEECH_ACTS = frozenset(
    ("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN")
)  # a date ahead is that of what is asked
_DONE_BY_SAYING = _SPEECH_ACTS - {"ACCUSE"} | {"AGREE", "CONCEDE"}
OCCASIONS = frozenset(("CONSULT", "GATHER", "PROTEST"))
_LASTING = frozenset(("COERCE", "COOPERATE", "GATHER", "MOBILIZE", "PROTEST", "RETREAT"))
_CARRIED_ON = frozenset(("AID", "COERCE", "MOBILIZE", "PROTEST"))  # "said that he was being held"
_CHARGING = frozenset(("accuse", "charge", "suspect"))
_OBJECTS = ("dobj", "nsubjpass")
_APPOINTED = frozenset(("GATHER", "PROTEST"))
_WOULD = frozenset(("'d", "would"))
_MIGHT = frozenset(("could", "may", "might"))
_ARRANGED = frozenset(("organise", "organize"))  # "a march organised by the union": told, not announced
_BEHIND = frozenset(("behind", "during", "in", "over"))
_AHEAD = frozenset(("before", "until"))
_THEN = frozenset(("once", "when"))
_AFTER = frozenset(("after", "following", "since"))
_KNOWN = frozenset(("that", "the", "these", "this", "those"))
_SEEMING = speech().stances.seeming
_WH = ("WDT", "WP", "WRB")
_WORDS = load_status_words()


def status_of(parse: Parse, head: int, words: StatusWords, context: Context) -> Status:
    """Return the status of the happening whose trigger is the token `head`."""
    chain = list(chain_of(parse, head))
    if picks_out(parse, chain[0]):  # "two of those detained were not charged"
        chain, known = chain[:1], True
    else:
        chain, known = up_to_ground(parse, chain, context.type)
        if known:  # the day ahead is that of the march, not of what it is about
            context = replace(context, future=False, later=False)
    commitment = context.attribution.commitment if context.attribution else ""
    given = None if _is_what_seems(parse, chain[0], context) else words.commitment.get(commitment)
    if given == "denied":
        return "denied"
    if supposed(parse, chain, words):
        return "hypothetical"
    if not (context.says_no and context.type != ECHO) and denied(parse, chain, words):
        return "denied"
    told = known or _taken_for_granted(parse, chain) or _is_asked_of(parse, chain[0])
    told = told or (context.type in DECREED and is_ordered(parse, chain[0]))
    if (context.type in _SPEECH_ACTS and performed(parse, chain[0])) or _is_threat(parse, chain, words, context):
        return "occurred"
    if context.type in OCCASIONS and _is_appointed(parse, chain[0], words):
        return "planned"
    if context.type == "THREATEN" and chain[0].dep == "parataxis" and chain[0].lemma in words.threatens:
        told, chain = (
            True,
            chain[:1],
        )  # "if they come, the mayor warned, we will shut it": what is threatened is told apart
    if chain[0].pos in NOMINAL and any(t.lower in words.planned_modifiers for t in modifiers(parse, chain[0])):
        return "planned"  # "urged them to drop the planned march": whatever is asked of it
    charged = _charged_with(parse, chain)
    own = charged or chain  # what somebody will be charged with is no plan
    if (
        context.past
        and chain[0].dep == "acl"
        and chain[0].tag in ("VBD", "VBN")
        and chain[0].lemma not in words.planned
    ):
        own = chain[:1]  # "goods seized in May will be sold"
    if hypothetical(parse, own, words, context) or (given == "hypothetical" and not told and not charged):
        return "hypothetical"
    if not _is_said_at_once(chain[0], context) and goes_on_until(parse, chain, words):
        return "ongoing"
    promised = given == "planned" and not (charged or told or context.past or past_tense(parse, chain))
    if promised or _planned(parse, own, words, context):
        return "planned"
    claimed = given == "alleged" or alleged(parse, chain, words, context)
    if claimed and not is_known(parse, chain, context):
        return "alleged"
    return _course(parse, chain, words, context)


def _course(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> Status:
    """Return whether what was done goes on."""
    if _is_said_at_once(chain[0], context):
        return "occurred"
    if context.type == "PROTEST" and lasts_since(parse, chain):
        return "ongoing"
    if context.type == "COERCE" and is_kept_up(parse, chain):
        return "ongoing"
    if context.type == "ACCUSE" and (was_doing(parse, chain[0]) or is_looked_into(parse, chain[0])):
        return "ongoing"  # "said that it was investigating"
    if (context.type == "RETREAT" and chain[0].lemma == "be") or is_dead(parse, chain[0]):
        return "occurred"  # "is out of jail": let out
    if context.type == "ASSAULT" and is_over_and_done(parse, chain[0]):
        return "occurred"
    at_once = context.type in _SPEECH_ACTS
    if was_under_way(parse, chain) or (context.type in _CARRIED_ON and not context.past and was_doing(parse, chain[0])):
        return "ongoing"
    if context.type in _LASTING and stands(parse, chain):
        return "ongoing"
    return "ongoing" if is_ongoing(parse, chain, words, today=context.today, at_once=at_once) else "occurred"


def _is_said_at_once(trigger: Token, context: Context) -> bool:
    """Tell whether it is done by saying it, however often: "are demanding", "has been accusing"; inquiries and trials go on."""
    accuses = context.type == "ACCUSE" and context.mode in ("allege", "condemn") and trigger.lemma != "be"
    return accuses or context.type in _DONE_BY_SAYING


def _is_what_seems(parse: Parse, trigger: Token, context: Context) -> bool:
    """Tell whether only of something known is said what it seems to be: "the raid appeared to be the work of smugglers"."""
    said = context.attribution
    verb = parse.head_of(said.cue.span) if said is not None and said.cue is not None else None
    if verb is None or said is None:
        return False
    if trigger.dep == "acl" and trigger.tag == "VBD" and parse.kids(trigger.i, "dobj"):
        noun = parse.tokens[trigger.head]  # "men believed to be smugglers shot a guard"
        return noun.dep == "attr" and parse.tokens[noun.head].head == verb.i
    if said.source is not None or verb.lemma not in _SEEMING:
        return False
    for subject in parse.kids(verb.i, "nsubj"):
        if trigger.i in parse.subtree(subject.i):
            return trigger.i != subject.i or any(
                t.lower in _KNOWN or t.dep == "poss" for t in parse.kids(subject.i, "det", "poss")
            )
    return False


def _charged_with(parse: Parse, chain: list[Token]) -> list[Token]:
    """Return the part of the chain that is only what somebody is accused of: "want to charge him with killing a clerk"."""
    steps = (k for k in range(1, len(chain)) if chain[k].lemma in _CHARGING and governs(parse, chain[k], chain[k - 1]))
    end = next(steps, 0)
    return chain[:end]


def _taken_for_granted(parse: Parse, chain: list[Token]) -> bool:
    """Tell whether a phrase is no part of what is asked or feared: "calm after days of fighting", "those who were held"."""
    last = chain[-1]
    if last.dep == "prep":
        known = any(
            t.lower in ("that", "the", "this") or t.dep == "poss" for t in parse.kids(chain[0].i, "det", "poss")
        )
        return last.lower in _AFTER or (known and last.lower in _BEHIND and chain[0].pos in NOMINAL)
    if last.dep == "acl" and last.i == chain[0].i and befell(parse, last, parse.tokens[last.head]):
        return True  # "the release of a singer jailed in May"
    if last.dep == "advcl" and any(t.lower in _AFTER for t in parse.kids(last.i, "mark")):
        return past_tense(parse, [last]) and all(
            t.tag != "VB" for t in chain
        )  # "prayed for a monk who died after he was jailed"
    present = any(t.tag in ("VBZ", "VBP") for t in (chain[0], *parse.kids(chain[0].i, "aux", "auxpass")))
    past = past_tense(parse, chain) or past_tense(parse, [last])
    return last.dep == "relcl" and (past or present)  # "to see the man, who is held in Riga"


def _is_asked_of(parse: Parse, trigger: Token) -> bool:
    """Tell whether only who did it, how or why is asked, or whose it was: "did not say who fired", "have not claimed it"."""
    around = [trigger, *parse.ancestors(trigger.i)]
    verb = next((t for t in around if t.pos in VERBAL), None)
    if verb is None:
        return False
    if verb.lemma in _WORDS.owns_up:
        return trigger.i != verb.i
    asked = any(t.tag in _WH for t in parse.kids(verb.i, "advmod", "dobj", "nsubj", "nsubjpass"))
    return asked and verb.dep in ("ccomp", "pcomp") and past_tense(parse, [verb])


def _is_appointed(parse: Parse, noun: Token, words: StatusWords) -> bool:
    """Tell whether a noun only says by when something is asked for: "free them before the talks set for Friday"."""
    link = parse.tokens[noun.head]
    ahead = link.lower in _AHEAD or (link.lower == "of" and parse.tokens[link.head].lower == "ahead")
    return noun.pos in NOMINAL and noun.dep == "pobj" and ahead and by_clause(parse, noun, words.planned - _ARRANGED)


def _is_threat(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    """Tell whether a clause threatens by what it says will be done: "we will close the port if they drill"."""
    verb = chain[0]
    if context.type != "THREATEN" or verb.pos not in VERBAL or verb.lemma in words.threatens:
        return False
    return modal(parse, verb, FUTURE | _WOULD | _MIGHT) and context.attribution is not None


def _planned(parse: Parse, chain: list[Token], words: StatusWords, context: Context) -> bool:
    for step, token in enumerate(chain):
        below = chain[step - 1] if step else None
        if modal(parse, token, FUTURE) or _going_to(parse, token) or _future_in_past_of(parse, token, context):
            return True
        if any(t.lower in words.planned_modifiers for t in modifiers(parse, token)):
            return True
        if _due(parse, token, below) or _agreed_on(chain, step) or _falls_then(parse, token):
            return True
        if step == 0 and (_promised(parse, token, words, context) or _calls(parse, token, context)):
            return True
        if (step == 0 or (below is not None and below.dep in _OBJECTS)) and _is_announced(parse, token, context):
            return True
        if (
            below is not None
            and lemma_of(parse, token) in words.planned
            and (governs(parse, token, below) or below.dep == "nsubj")
            and below.lemma != "know"  # "wants to know who shot him"
            and not (
                token.lower == "wanted" and (token.dep == "acl" or below.dep == "prep")
            )  # "wanted for the killing"
            and not (below.dep == "ccomp" and token.lemma != "want" and past_tense(parse, [below]))
        ):
            if token.lemma == "announce" and context.type in _APPOINTED | {"AID"}:
                return True
            return token.lemma not in words.decides or below.dep not in ("dobj", "nsubjpass") or context.future
        if below is not None and (called(parse, token, below) or _called_off(parse, token, below, context)):
            return True
        if (
            token.lemma == "be"
            and token.tag in ("VBD", "VBZ", "VBP")
            and any(_infinitive(parse, t, token) for t in parse.kids(token.i, "xcomp"))
        ):
            return True  # "is to visit", "are to be freed"
    if _to_be_attended(parse, chain[-1], context):
        return True
    ahead = context.future and (context.type not in _SPEECH_ACTS or dated(parse, chain))
    return (ahead and not past_tense(parse, chain)) or (
        not context.past and is_ahead(parse, chain, occasion=context.type in OCCASIONS)
    )


def _called_off(parse: Parse, word: Token, below: Token, context: Context) -> bool:
    """Tell whether a word has a happening given up or told beforehand: "scrapped the talks", "gave notice of a strike"."""
    if is_noticed(parse, below):
        return True
    met = context.type in OCCASIONS and context.type != "PROTEST"  # who abandons a strike has been on it
    return met and word.lemma in _WORDS.drops and below.dep in _OBJECTS


def _is_announced(parse: Parse, token: Token, context: Context) -> bool:
    """Tell whether a deed that lasts is only decreed or agreed, to begin later: "declared a curfew, to begin on Friday"."""
    return context.type in _LASTING and is_to_start(parse, token, ahead=context.later)


def _calls(parse: Parse, verb: Token, context: Context) -> bool:
    """Tell whether the trigger itself sets a happening on foot: "called a general strike", "a strike was called"."""
    if verb.lemma == "vote" and verb.tag != "VB":
        return context.type in OCCASIONS and bool(parse.kids(verb.i, "xcomp"))  # "voted to strike"
    if is_known_caller(parse, verb) or names(parse, verb):
        return False
    called_up = parse.kids(verb.i, "dobj", "nsubjpass") if verb.lemma == "call" and context.type in OCCASIONS else []
    if context.type == "CONSULT":  # "called his counterpart": a talk by telephone, which is over
        return any(t.lemma in load_codebook().happenings for t in called_up)
    return bool(called_up)


def _to_be_attended(parse: Parse, last: Token, context: Context) -> bool:
    """Tell whether something will be done at an occasion: "will decide at a meeting", "are expected at the rally"."""
    above = parse.tokens[last.head]
    if context.type not in OCCASIONS or last.dep != "prep" or last.lower not in ("at", "during"):
        return False
    expected = above.lemma == "expect" and any(t.lower in ("are", "is") for t in parse.kids(above.i, "auxpass"))
    return above.pos in VERBAL and (expected or modal(parse, above, FUTURE)) and not parse.kids(above.i, "neg")


def _falls_then(parse: Parse, verb: Token) -> bool:
    """Tell whether a clause says when something will be done: "will join in April, when it celebrates its birthday"."""
    told = parse.tokens[verb.head]
    when = any(t.lower in _THEN for t in parse.kids(verb.i, "advmod", "mark"))
    return verb.dep in ("advcl", "relcl") and verb.tag in ("VBZ", "VBP") and when and modal(parse, told, FUTURE)


def _agreed_on(chain: list[Token], step: int) -> bool:
    """Tell whether a happening is what parties agree on, so that it is yet to come: "agreed on a swap", "agreed to a visit"."""
    below = chain[step - 1] if step > 1 else None
    on = below is not None and below.dep == "prep" and below.lower in ("on", "to", "upon")
    return on and chain[step].lemma == "agree" and chain[step].pos in VERBAL and chain[0].pos in NOMINAL


def _due(parse: Parse, token: Token, below: Token | None) -> bool:
    """Tell whether the verb says what is to come: "is due to open", "are set to meet", "is to be held"."""
    if token.lower == "about" and below is not None and below.dep == "xcomp":
        return True  # "was about to leave"
    if token.lemma != "be":
        return False
    if any(t.lower in ("due", "set", "slated", "poised") for t in parse.kids(token.i, "acomp")):
        return True
    subject = below is not None and below.dep in ("nsubj", "nsubjpass") and below.tag != "VBN"  # "the wounded are to"
    return subject and any(_infinitive(parse, t, token) for t in parse.kids(token.i, "xcomp"))


def _infinitive(parse: Parse, verb: Token, copula: Token) -> bool:
    """Tell whether "to" follows the copula: "is to be held", but not "is to blame"."""
    return verb.lemma != "blame" and any(t.lower == "to" and t.i <= copula.i + 2 for t in parse.kids(verb.i, "aux"))


def _promised(parse: Parse, token: Token, words: StatusWords, context: Context) -> bool:
    """Tell whether the trigger itself only promises ("promised an amnesty"), or a clause at the noun does.

    Where nothing is promised that could be coded ("promised that it would be looked into") the word given is the happening.
    """
    if token.pos in NOMINAL:
        return by_clause(parse, token, words.planned - _ARRANGED)
    if token.lemma not in words.promises or context.type not in _DEEDS | {"ACCUSE"}:  # "promised an inquiry"
        return False
    return context.type != "AGREE" or bool(parse.kids(token.i, "dobj", "nsubjpass")) or token.lemma in words.intends


def _future_in_past_of(parse: Parse, token: Token, context: Context) -> bool:
    return modal(parse, token, frozenset(("would",))) and future_in_past(parse, token, context)


def _going_to(parse: Parse, token: Token) -> bool:
    head = parse.tokens[token.head]
    return token.dep == "xcomp" and head.lower == "going" and token.tag == "VB"
