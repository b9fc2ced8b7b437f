"""What a report's outlet tells of its dates: its country, and whether the day or the month comes first in figures."""

from __future__ import annotations

import re
from collections import Counter

from dateline.annotate.named_times import numeric_date
from dateline.records import Report
from dateline.reference.times import TimeGrammar

_FIGURES = re.compile(r"\b(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})\b")


def figure_order(report: Report, grammar: TimeGrammar) -> str:
    """Return how the report orders bare dates in figures, "mdy" or "dmy".

    From its unambiguous dates, else by its outlet's web address, else from the order that brings the dates nearest to
    publication, else the language's.
    """
    votes: Counter[str] = Counter()
    for first, _, second, _ in _FIGURES.findall(report.text):
        if int(first) > 12 >= int(second):
            votes["dmy"] += 1
        elif int(second) > 12 >= int(first):
            votes["mdy"] += 1
    if votes:
        return max(sorted(votes), key=lambda order: votes[order])
    return _outlet_order(report, grammar) or _nearest_order(report, grammar)


def outlet_country(report: Report, grammar: TimeGrammar) -> str | None:
    """Return the country code (ISO 3166-1 alpha-2, lower case) that the report's web address ends in, None where it has none."""
    host = re.match(r"(?:https?://)?([\w.-]+)", report.url or "")
    country = host[1].rsplit(".", 1)[-1].lower() if host else ""
    country = {"uk": "gb"}.get(country, country)
    return country if len(country) == 2 and country not in grammar.words["no_country_endings"] else None


def _outlet_order(report: Report, grammar: TimeGrammar) -> str | None:
    country = outlet_country(report, grammar)
    if country is None:
        return None
    return "mdy" if country in grammar.words["month_first_countries"] else "dmy"


def _nearest_order(report: Report, grammar: TimeGrammar) -> str:
    distances = dict.fromkeys((grammar.numeric_order, "mdy", "dmy"), 0)
    for first, mark, second, year in _FIGURES.findall(report.text):
        for order in distances:
            found = numeric_date([int(first), int(second), int(year)], mark, order)
            if found is not None and report.published is not None:
                distances[order] += abs((found - report.published).days)
    return min(distances, key=lambda order: distances[order])
