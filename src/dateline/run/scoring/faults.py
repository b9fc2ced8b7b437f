"""What is wrong, one line each, and how often: the list that error analysis starts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

FaultKind = Literal["missed", "false", "wrong", "repeat", "split", "mixed"]
NOTHING = "-"
_ORDER: tuple[FaultKind, ...] = ("missed", "false", "wrong", "repeat", "split", "mixed")


@dataclass(frozen=True, slots=True)
class Fault:
    """One difference between gold and what was found.

    kind: "missed" (in gold only), "false" (found only), "wrong" (a value of a matched item), "repeat" (a second mention
        of a matched one), "split" (one happening in several events), "mixed" (several happenings in one event).
    layer: "events", "voices", "loaded", "times", "places" or "joining"; field: the field in which a value is wrong.
    key: the gold's key or words, for what was only found its own words. where: the sentence or words of the text.
    """

    kind: FaultKind
    layer: str
    field: str
    report: str
    key: str
    gold: str = NOTHING
    found: str = NOTHING
    where: str = ""

    @property
    def group(self) -> tuple[str, FaultKind, str]:
        """Return layer, kind and field, by which faults are counted."""
        return self.layer, self.kind, self.field

    def as_dict(self) -> dict[str, str]:
        """Return the fault as plain values."""
        return asdict(self)


def counted(faults: Iterable[Fault]) -> list[tuple[tuple[str, FaultKind, str], int]]:
    """Return the groups of faults and how many each has, the commonest first."""
    groups = Counter(fault.group for fault in faults)
    return sorted(groups.items(), key=lambda item: (-item[1], item[0]))


def in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Sort faults by layer, kind, field, report and key."""
    return tuple(sorted(faults, key=lambda f: (f.layer, _ORDER.index(f.kind), f.field, f.report, f.key)))


def shown(value: object) -> str:
    """Return a value as a word for the list, NOTHING for none."""
    if value is None or value == "" or value == ():
        return NOTHING
    if isinstance(value, tuple | list):
        return "; ".join(str(item) for item in value)
    return str(value)


def clipped(text: str, width: int = 160) -> str:
    """Return the text on one line, cut to the width."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"
