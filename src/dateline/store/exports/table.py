"""The flat table of event mentions, one a row, that CSV and Parquet share; columns as the record contract has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from dateline.records import Argument, EventMention, Reading
from dateline.records.sentence import sentence_at

Told = tuple[EventMention, Reading]
# Type and mode to ACLED event type, ACLED sub-event type, CAMEO root; None where there is no counterpart.
Codes = Callable[[str, str | None], tuple[str | None, str | None, str | None]]
Cell = str | int | float | date | None
Row = dict[str, Cell]

FIRST_ROLES = ("actor", "perpetrator")
SECOND_ROLES = ("recipient", "victim", "target")
ROLES = ("actor", "organizer", "attendee", "honouree", "perpetrator", "victim", "recipient", "target")
COUNTED = ("participants", "killed", "injured", "arrested")

# Column name to type: text, date, whole number or number.
COLUMNS: dict[str, type[str] | type[date] | type[int] | type[float]] = {
    **dict.fromkeys(("mention_id", "report_id", "source", "outlet"), str),
    "published": date,
    **dict.fromkeys(("voice_kind", "voice_speaker", "attribution_source", "type", "mode", "status"), str),
    "date_from": date,
    "date_to": date,
    **dict.fromkeys(("time_precision", "time_basis"), str),
    **dict.fromkeys(("actor1", "actor1_country", "actor1_sector", "actor2", "actor2_country", "actor2_sector"), str),
    **dict.fromkeys(ROLES, str),
    **dict.fromkeys(("place", "admin1", "country"), str),
    "latitude": float,
    "longitude": float,
    "geo_precision": str,
    "geonameid": int,
    "place_basis": str,
    **{f"{of}_{end}": int for of in COUNTED for end in ("low", "high")},
    **dict.fromkeys(("trigger", "sentence"), str),
    "span_start": int,
    "span_end": int,
    **dict.fromkeys(("acled_event_type", "acled_sub_event_type", "cameo_root"), str),
    "confidence": float,
}


def told_in(readings: Iterable[Reading]) -> Iterator[Told]:
    """Yield every mention of the readings with its reading."""
    for reading in readings:
        for mention in reading.events:
            yield mention, reading


def mention_rows(told: Iterable[Told], codes: Codes) -> Iterator[Row]:
    """Yield a row a mention with all COLUMNS in order."""
    for mention, reading in told:
        found = _report(mention, reading) | _people(mention) | _place(mention) | _counts(mention, reading)
        found |= _words(mention, reading)
        acled, acled_sub, cameo = codes(mention.type, mention.mode)
        found |= {"acled_event_type": acled, "acled_sub_event_type": acled_sub, "cameo_root": cameo}
        yield {name: found.get(name) for name in COLUMNS}


def _report(mention: EventMention, reading: Reading) -> Row:
    voice = next((v for v in reading.voices if v.id == mention.voice), None)
    source = None if mention.attribution is None else reading.attributions[mention.attribution].source
    time = mention.time
    return {
        "mention_id": mention.id,
        "report_id": mention.report,
        "source": reading.report.source,
        "outlet": reading.report.outlet,
        "published": reading.report.published,
        "voice_kind": voice.kind if voice else None,
        "voice_speaker": (voice.speaker or voice.handle) if voice else None,
        "attribution_source": (source.name or source.text) if source else None,
        "type": mention.type,
        "mode": mention.mode,
        "status": mention.status,
        "date_from": time.from_ if time else None,
        "date_to": time.to if time else None,
        "time_precision": time.precision if time else None,
        "time_basis": time.basis if time else None,
        "confidence": mention.confidence,
    }


def _people(mention: EventMention) -> Row:
    """Return actor1 (who acts) and actor2 (on whom, else on what), the first of each, and every role as a list."""
    row: Row = {}
    for column, roles in (("actor1", FIRST_ROLES), ("actor2", SECOND_ROLES)):
        first = next((a for role in roles for a in mention.arguments if a.role == role), None)
        if first is not None:
            row |= {column: _named(first), f"{column}_country": first.country, f"{column}_sector": first.sector}
    for role in ROLES:
        row[role] = _listed([a for a in mention.arguments if a.role == role])
    return row


def _named(argument: Argument) -> str:
    return argument.name or argument.text


def _listed(arguments: Sequence[Argument]) -> str | None:
    """Return the names as a list parted by semicolons; one inside a name becomes a comma."""
    return "; ".join(_named(a).replace(";", ",") for a in arguments) or None


def _place(mention: EventMention) -> Row:
    place = mention.place
    if place is None:
        return {}
    return {
        "place": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": place.precision,
        "geonameid": place.geonameid,
        "place_basis": place.basis,
    }


def _counts(mention: EventMention, reading: Reading) -> Row:
    """Return the first number of each kind that the table has room for."""
    row: Row = {}
    for count in (reading.counts[index] for index in mention.counts):
        if count.of in COUNTED and f"{count.of}_low" not in row:
            row |= {f"{count.of}_low": count.low, f"{count.of}_high": count.high}
    return row


def _words(mention: EventMention, reading: Reading) -> Row:
    span, text = mention.trigger.span, reading.report.text
    return {
        "trigger": mention.trigger.text,
        "sentence": " ".join(sentence_at(text, span).of(text).split()),
        "span_start": span.start,
        "span_end": span.end,
    }
