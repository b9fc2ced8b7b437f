"""A coder without a model, for tests of everything around it; a module of its own, so that workers can import it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from dateline.errors import InputError, ModelError
from dateline.records import Coder, EventMention, Reading, Report, Span, SpanText, Voice, content_id


class FakeCoder:
    """Finds one rally wherever the text says "rally"; fails on "BREAK", ends the process on "KILL"."""

    coder = Coder(version="0", config="c_fake")

    def code(self, reports: Iterable[Report]) -> Iterator[Reading | InputError]:
        for report in reports:
            if "KILL" in report.text:
                os._exit(9)
            if "BREAK" in report.text:
                yield InputError("coding", report.source, f"{report.source}: coding failed")
            else:
                yield self._reading(report)

    def _reading(self, report: Report) -> Reading:
        whole = Voice(id="v0", parent=None, kind="outlet", speaker=report.outlet, span=Span(0, len(report.text)))
        at = report.text.find("rally")
        mention = EventMention(
            id=content_id("m", report.id),
            report=report.id,
            voice="v0",
            attribution=None,
            type="GATHER",
            mode="rally",
            status="occurred",
            trigger=SpanText(span=Span(at, at + 5), text="rally"),
            unresolved={"time": "not-stated", "place": "not-stated"},
        )
        return Reading(report=report, coder=self.coder, voices=(whole,), events=(mention,) if at >= 0 else ())


def make() -> FakeCoder:
    return FakeCoder()


def make_without_model() -> FakeCoder:
    raise ModelError("the language model 'x' is not installed; run 'make setup'")
