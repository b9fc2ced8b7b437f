"""The vocabulary: the records that every stage takes and gives. `RECORD` names in JSON, tables and Python are the same."""

from dateline.records.annotation import Candidate, Count, Loaded, Time, Toponym
from dateline.records.event import Event, EventPlace, EventTime, FieldValue
from dateline.records.ids import content_id
from dateline.records.mention import Argument, EventMention, MentionPlace, MentionTime
from dateline.records.parse import Entity, Parse, Token
from dateline.records.reading import Coder, Failure, Reading, from_json, to_json
from dateline.records.report import Block, PostMark, Report
from dateline.records.span import Span, SpanText
from dateline.records.unresolved import REASONS, Reason, Unresolved
from dateline.records.voice import Attribution, Content, Source, Voice, voice_at, voices_around

__all__ = [
    "REASONS",
    "Argument",
    "Attribution",
    "Block",
    "Candidate",
    "Coder",
    "Content",
    "Count",
    "Entity",
    "Event",
    "EventMention",
    "EventPlace",
    "EventTime",
    "Failure",
    "FieldValue",
    "Loaded",
    "MentionPlace",
    "MentionTime",
    "Parse",
    "PostMark",
    "Reading",
    "Reason",
    "Report",
    "Source",
    "Span",
    "SpanText",
    "Time",
    "Token",
    "Toponym",
    "Unresolved",
    "Voice",
    "content_id",
    "from_json",
    "to_json",
    "voice_at",
    "voices_around",
]
