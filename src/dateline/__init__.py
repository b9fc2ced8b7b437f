"""Dateline reads news reports and records every happening in them: what, who, where, when, how many, who says so.

import dateline

reading = dateline.code("samples/port-strike/pontic-wire.txt", published="2024-10-09", outlet="Pontic Wire")
for mention in reading.events:
    print(mention.type, mention.mode, mention.status, mention.trigger.text)
"""

import dateline.code  # noqa: F401 - first, or the stage takes the name of the function `code` when it is loaded
from dateline.api import build, code, open  # noqa: A004
from dateline.version import __version__

__all__ = ["__version__", "build", "code", "open"]
