"""Dates of the Islamic (Hijri) and the Iranian solar calendar as Gregorian dates.

The Hijri reckoning is the tabular one (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30): what was
observed can differ by a day or two. The Iranian leap years follow the 33-year cycle, right from 1178 to 1633 AP.
Source: E. M. Reingold, N. Dershowitz, Calendrical Calculations.
"""

from __future__ import annotations

from datetime import date

_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 16 July 622 of the Julian calendar
_IRANIAN_NEW_YEAR = (1400, date(2021, 3, 21).toordinal())  # a year whose first day is known, to count from
_IRANIAN_LEAP_REMAINDERS = (1, 5, 9, 13, 17, 22, 26, 30)  # of the year divided by 33


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of a Hijri one by the tabular reckoning, or None when there is no such day."""
    last = 30 if month % 2 or (month == 12 and (11 * year + 14) % 30 < 11) else 29
    if not (1 <= month <= 12 and 1 <= day <= last and 1 <= year < 9000):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return date.fromordinal(_HIJRI_EPOCH + days)


def from_iranian(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian date of an Iranian one, or None when there is no such day or the year is outside the cycle."""
    if not (1178 <= year <= 1633 and 1 <= month <= 12):
        return None
    last = 31 if month <= 6 else 30 if month <= 11 or _is_leap(year) else 29
    if not 1 <= day <= last:
        return None
    base, ordinal = _IRANIAN_NEW_YEAR
    years = range(base, year) if year >= base else range(year, base)
    days = sum(365 + _is_leap(y) for y in years) * (1 if year >= base else -1)
    return date.fromordinal(ordinal + days + 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def _is_leap(year: int) -> bool:
    return year % 33 in _IRANIAN_LEAP_REMAINDERS
