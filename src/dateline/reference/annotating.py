"""The word lists of the rules that annotate a text, read from TOML; what each list is for stands beside it in the file."""

from __future__ import annotations

from functools import cache

import msgspec

from dateline.reference.word_lists import word_lists

_FILE = "annotating.en.toml"


class Trees(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the parser gets wrong around these words, and where they show that it did."""

    tolls: frozenset[str]
    deeds: frozenset[str]
    speech_acts: frozenset[str]
    accusing: frozenset[str]
    suspecting: frozenset[str]
    crowded: frozenset[str]
    gathered: frozenset[str]
    taken_as: frozenset[str]
    addresses: frozenset[str]
    wishes: frozenset[str]
    seated: frozenset[str]
    sites: frozenset[str]
    areas: frozenset[str]
    describing: frozenset[str]
    dealing: frozenset[str]
    saying: frozenset[str]
    outer_saying: frozenset[str]
    outer_denials: frozenset[str]
    saying_as_nouns: frozenset[str]
    asking: frozenset[str]
    tellers: frozenset[str]
    saying_between: frozenset[str]
    giving: frozenset[str]
    done_together: frozenset[str]
    like_verbs: frozenset[str]
    without_passive: frozenset[str]
    rare_verbs: frozenset[str]


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words around names of places."""

    origins: frozenset[str]
    town_spots: frozenset[str]
    named_after: frozenset[str]
    home: frozenset[str]
    hometown: frozenset[str]
    done_to_people: frozenset[str]
    capturing: frozenset[str]


class Counting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands between a figure and what it counts; what is counted itself stands in `counts.en.toml`."""

    containers: frozenset[str]
    figure_verbs: frozenset[str]
    skipped: frozenset[str]
    bodies: frozenset[str]
    aged: frozenset[str]
    numbered: frozenset[str]
    shares: frozenset[str]
    fractions: frozenset[str]
    mourning: frozenset[str]
    striking: frozenset[str]
    counting: frozenset[str]


class Loaded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that show quotation marks or capitals to be no judgement."""

    name_ends: frozenset[str]
    naming: frozenset[str]


class StandIns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a past form can only be the verb of its clause, so that the parser may be given a plainer one in its place."""

    irregular: frozenset[str]
    never: frozenset[str]
    openings: frozenset[str]
    times: frozenset[str]
    prepositions: frozenset[str]
    parting: frozenset[str]


class Headlines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which words of a title are no names."""

    small: frozenset[str]
    small_in_titles: frozenset[str]
    parts_of_names: frozenset[str]
    ends_of_names: frozenset[str]
    verbs_like_months: frozenset[str]
    before_months: frozenset[str]


class AnnotatingWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All lists by what they are about. pasts: irregular past forms -> lemma."""

    trees: Trees
    names: Names
    counting: Counting
    loaded: Loaded
    stand_ins: StandIns
    headlines: Headlines
    pasts: dict[str, str]


@cache
def annotating_words() -> AnnotatingWords:
    """Return the packaged lists. Raises DataError when the file breaks the format."""
    return word_lists(_FILE, AnnotatingWords, tables=("pasts",))
