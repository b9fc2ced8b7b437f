"""The word lists of the rules that code happenings, read from TOML; what each list is for stands beside it in the file."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.reference.word_lists import word_lists

_FILE = "coding.en.toml"


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who stands for people, and who fights."""

    institutions: frozenset[str]
    bundles: frozenset[str]
    parts: frozenset[str]
    lands: frozenset[str]
    arming: frozenset[str]
    adjectives: frozenset[str]
    endings: tuple[str, ...]
    endings_of_one: tuple[str, ...]
    no_people: frozenset[str]
    pronouns: frozenset[str]
    pronouns_of_one: frozenset[str]
    quantities: frozenset[str]
    number_nouns: frozenset[str]
    held: frozenset[str]
    sides: frozenset[str]
    wanted: frozenset[str]
    read_as_verbs: frozenset[str]
    mourned: frozenset[str]
    our_own: frozenset[str]
    currencies: frozenset[str]
    headed: frozenset[str]
    tallies: frozenset[str]
    nameless: frozenset[str]
    round_numbers: frozenset[str]


class Harm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What force does, to whom and by what."""

    hurting: frozenset[str]
    hurt: frozenset[str]
    dying: frozenset[str]
    vanishing: frozenset[str]
    drawing: frozenset[str]
    getting: frozenset[str]
    doing_time: frozenset[str]
    coming_free: frozenset[str]
    at_close_hand: frozenset[str]
    shooting: frozenset[str]
    firing: frozenset[str]
    attacking: frozenset[str]
    routing: frozenset[str]
    assaults: frozenset[str]
    bringing_down: frozenset[str]
    brought: frozenset[str]
    reaching: frozenset[str]
    striking_sites: frozenset[str]
    wide_sites: frozenset[str]
    suffering: frozenset[str]
    awaiting: frozenset[str]
    done_by_police: frozenset[str]
    ways: frozenset[str]
    bodies: frozenset[str]
    freeing: frozenset[str]
    linking: frozenset[str]
    strife: frozenset[str]
    mutual: frozenset[str]
    aiming: frozenset[str]
    shot_at: frozenset[str]
    exchanging: frozenset[str]
    beds: frozenset[str]
    covering: frozenset[str]
    undergone: frozenset[str]
    asked_for: frozenset[str]
    dealt_with: frozenset[str]
    receiving: frozenset[str]
    tearing: frozenset[str]
    exploding: frozenset[str]
    seats: frozenset[str]
    crimes: frozenset[str]
    needing_object: frozenset[str]
    gravely: frozenset[str]
    doing_gravely: frozenset[str]
    running_upon: frozenset[str]
    handling: frozenset[str]
    mines: frozenset[str]
    disguised: frozenset[str]
    losing: frozenset[str]
    facing: frozenset[str]
    faced: frozenset[str]
    coming_under: frozenset[str]
    casualties: frozenset[str]
    counted_deeds: frozenset[str]
    cells: frozenset[str]
    holds: frozenset[str]
    striking: frozenset[str]
    states: frozenset[str]
    going_over: frozenset[str]
    living_through: frozenset[str]
    fled_from: frozenset[str]
    undoing: frozenset[str]
    crashing: frozenset[str]
    burning: frozenset[str]
    own_moves: frozenset[str]
    catching_arms: frozenset[str]
    wounds: frozenset[str]
    set_on_fire: frozenset[str]
    bearing: frozenset[str]
    tending: frozenset[str]


class Gatherings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who gathers, for whom and what for."""

    names: frozenset[str]
    no_protests: frozenset[str]
    coming_together: frozenset[str]
    shown: frozenset[str]
    calling_out: frozenset[str]
    addressing: frozenset[str]
    calling: frozenset[str]
    summoning: frozenset[str]
    instigating: frozenset[str]
    keepsakes: frozenset[str]
    close: frozenset[str]
    respects: frozenset[str]
    honouring: frozenset[str]
    violent: frozenset[str]
    demanding: frozenset[str]
    walking: frozenset[str]
    counted: frozenset[str]
    clergy: frozenset[str]
    leading: frozenset[str]
    going_back: frozenset[str]
    feasts: frozenset[str]
    bringing: frozenset[str]
    bombs: frozenset[str]
    firebombs: frozenset[str]
    drawing: frozenset[str]
    involving: frozenset[str]
    turning: frozenset[str]
    organizers: frozenset[str]
    standing: frozenset[str]
    rioters: frozenset[str]


class Captives(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who is captured, and what is."""

    capturing: frozenset[str]
    taking: frozenset[str]
    catchers: frozenset[str]
    hands: frozenset[str]
    done_to_captives: frozenset[str]


class Pictured(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of force that only picture something else."""

    prizes: frozenset[str]
    voting: frozenset[str]
    taken_by_cameras: frozenset[str]
    films: frozenset[str]
    filming: frozenset[str]
    rounds: frozenset[str]
    along: frozenset[str]
    disposing: frozenset[str]
    disposers: frozenset[str]
    of_disposal: frozenset[str]


class Roads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Accidents on the road, which nobody means."""

    hitting: frozenset[str]
    ramming: frozenset[str]
    giving_way: frozenset[str]
    standing: frozenset[str]
    drivers: frozenset[str]
    telling: frozenset[str]
    offences: frozenset[str]
    of_the_road: frozenset[str]
    meaning: frozenset[str]
    by_hand: frozenset[str]


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by what they do to their subject and object."""

    declining: frozenset[str]
    places_of_work: frozenset[str]
    kept_to_itself: frozenset[str]
    wanting_of_others: frozenset[str]
    wishing: frozenset[str]
    naming: frozenset[str]
    commenting: frozenset[str]
    filling_in: frozenset[str]
    said_in_full: frozenset[str]
    left_untold: frozenset[str]
    biddings: frozenset[str]
    taking_a_course: frozenset[str]
    protesting: frozenset[str]
    crossing: frozenset[str]
    heightening: frozenset[str]
    driving_out: frozenset[str]
    standing_by: frozenset[str]
    handing_over: frozenset[str]
    catching: frozenset[str]
    demanding: frozenset[str]
    light: frozenset[str]
    letters: frozenset[str]
    writing: frozenset[str]
    object_control: frozenset[str]
    sending: frozenset[str]
    handing: frozenset[str]
    blamed_object: frozenset[str]
    punished_object: frozenset[str]
    done_to_people: frozenset[str]
    barred_object: frozenset[str]
    charging: frozenset[str]
    charges: frozenset[str]
    marking: frozenset[str]
    telling: frozenset[str]
    arguing: frozenset[str]
    giving: frozenset[str]
    giving_away: frozenset[str]
    sharing: frozenset[str]
    keeping_object: frozenset[str]
    discussing: frozenset[str]
    binding: frozenset[str]
    agreeing: frozenset[str]
    lifting: frozenset[str]
    having_done: frozenset[str]
    never_telling: frozenset[str]
    with_particle: frozenset[str]
    forbidding: frozenset[str]
    done_to_deeds: frozenset[str]
    same_in_past: frozenset[str]
    at_it: frozenset[str]
    holding: frozenset[str]
    sought: frozenset[str]
    turning_to: frozenset[str]
    sentencing: frozenset[str]
    owning_up: frozenset[str]
    claiming: frozenset[str]
    arraigning: frozenset[str]
    standing_trial: frozenset[str]
    feeling: frozenset[str]


class Register(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is told in earnest in everyday news, and what is custom or plot."""

    actors: frozenset[str]
    throngs: frozenset[str]
    occasions: frozenset[str]
    unveiled: frozenset[str]
    in_general: frozenset[str]
    moves: frozenset[str]
    tales: frozenset[str]
    telling: frozenset[str]
    levels: frozenset[str]
    changes: frozenset[str]


class Acts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that point at what somebody has just done."""

    provisions: frozenset[str]
    standing_rules: frozenset[str]
    requests: frozenset[str]
    accusations: frozenset[str]
    of_a_deed: frozenset[str]
    threats: frozenset[str]
    offers: frozenset[str]
    protests: frozenset[str]
    decisions: frozenset[str]
    rulings: frozenset[str]
    terms: frozenset[str]
    tellings: frozenset[str]
    charges: frozenset[str]
    differing: frozenset[str]
    otherwise: frozenset[str]
    recounting: frozenset[str]
    other: frozenset[str]
    beginning: frozenset[str]
    parts: frozenset[str]
    taking_part: frozenset[str]
    attempts: frozenset[str]
    coming_from: frozenset[str]
    at_whose: frozenset[str]
    in_court: frozenset[str]
    vague: frozenset[str]
    shares: frozenset[str]
    spells: frozenset[str]
    days_of: frozenset[str]
    empty_heads: frozenset[str]
    talks: frozenset[str]

    def types_of(self, lemma: str) -> frozenset[str]:
        """Return the event types that a noun can point at, none for other nouns."""
        return _TYPES_OF_ACTS[next((f for f in _TYPES_OF_ACTS if f and lemma in getattr(self, f)), "")]


_TYPES_OF_ACTS = {
    "": frozenset[str](),
    "requests": frozenset(("REQUEST", "PROTEST")),
    "accusations": frozenset(("ACCUSE",)),
    "threats": frozenset(("THREATEN",)),
    "offers": frozenset("AGREE AID CONCEDE CONSULT COOPERATE REQUEST RETREAT".split()),
    "protests": frozenset(("PROTEST",)),
    "rulings": frozenset(("SANCTION",)),
    "decisions": frozenset("ACCUSE AGREE AID COERCE CONCEDE COOPERATE MOBILIZE REJECT RETREAT SANCTION".split()),
}


class CodingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All lists by what they are about.

    forms: past forms that the parser leaves as they are -> lemma. signs: of money -> the noun for it.
    """

    people: People
    harm: Harm
    gatherings: Gatherings
    captives: Captives
    pictured: Pictured
    roads: Roads
    verbs: Verbs
    register: Register
    acts: Acts
    forms: dict[str, str]
    signs: dict[str, str]


@cache
def coding_words() -> CodingWords:
    """Return the packaged lists. Raises DataError when the file breaks the format."""
    return word_lists(_FILE, CodingWords, tables=("forms", "signs"))
