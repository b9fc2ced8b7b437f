"""The gazetteer: from a name to the places on earth that bear it, out of one mapped index built from installed packages."""

from dateline.reference.gazetteer.index import Gazetteer, Match, Place
from dateline.reference.gazetteer.store import build_gazetteer, default_path, load_gazetteer

__all__ = ["Gazetteer", "Match", "Place", "build_gazetteer", "default_path", "load_gazetteer"]
