"""Takes paths and bytes, gives Reports."""

from dateline.read.build import MAX_CHARS, Facts, Limits, build_report
from dateline.read.inputs import read_inputs, read_source, read_text
from dateline.read.language import SUPPORTED, detect_language, refuse_language
from dateline.read.sources import ENDINGS, Kind, Source, expand

__all__ = [
    "ENDINGS", "MAX_CHARS", "SUPPORTED", "Facts", "Kind", "Limits", "Source", "build_report", "detect_language",
    "expand",
    "read_inputs", "read_source", "read_text", "refuse_language",
]  # fmt: skip
