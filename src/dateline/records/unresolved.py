"""Why a value is unknown: the closed list of reasons that `unresolved` objects use."""

from __future__ import annotations

from typing import Literal, get_args

Reason = Literal[
    "not-stated",  # the text does not tell
    "no-publication-date",  # a relative date, and nothing to count from
    "no-anchor",  # a relative date whose anchor in the narrative is unknown
    "ambiguous",  # several readings, none clearly better
    "not-in-gazetteer",  # a named place that the gazetteer lacks
    "not-in-registry",  # a named actor that the registry lacks
    "no-point",  # the place is known, its coordinates are not
    "hidden-source",  # reported speech whose source the text hides
    "vague",  # an expression with no calendar extent ("recently")
    "not-a-date",  # durations and sets have no place on the calendar
    "no-mode",  # no mode of the type fits
    "not-calibrated",  # a confidence that nobody has checked against truth
]

REASONS: frozenset[str] = frozenset(get_args(Reason))
Unresolved = dict[str, Reason]
