"""Takes readings and events, keeps them in tables, gives them back; writes them out in other formats."""

from __future__ import annotations

from dateline.store.filters import Filters
from dateline.store.store import Store, open_store

__all__ = ["Filters", "Store", "open_store"]
