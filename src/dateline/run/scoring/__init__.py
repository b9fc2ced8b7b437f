"""Takes gold and readings, gives figures, and a list of what is missed, said wrongly or said without ground.

Pure but for `gold`, which reads the gold files, and `lookup`, which looks into a report that no reading names.
"""

from dateline.run.scoring.faults import Fault
from dateline.run.scoring.gold import GoldEvent, GoldReport, load_gold
from dateline.run.scoring.tally import ROWS, Tally

__all__ = ["ROWS", "Fault", "GoldEvent", "GoldReport", "Tally", "load_gold"]
