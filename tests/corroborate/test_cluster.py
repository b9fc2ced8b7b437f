from dateline.corroborate.cluster import cluster
from dateline.corroborate.judgement import Judgement
from dateline.corroborate.statement import Statement, statements
from tests.corroborate.factory import Said, report_of


class Scores:
    """Judges by a table of scores; pairs that are not in it score nothing."""

    def __init__(self, n: int, scores: dict[tuple[int, int], float]) -> None:
        self.told = statements([report_of(f"Outlet {i}", Said(f"{i} arrested.")) for i in range(n)])
        ids = [statement.id for statement in self.told]
        self.table = {(ids[i], ids[j]): score for (i, j), score in scores.items()}
        self.ids = ids

    def __call__(self, a: Statement, b: Statement) -> float:
        return self.table.get((min(a.id, b.id), max(a.id, b.id)), 0.0)

    def clusters(self, decided: dict[tuple[int, int], str] | None = None) -> list[list[int]]:
        judged = [Judgement(a, b, "merge" if n >= 3 else "different", n, ()) for (a, b), n in self.table.items()]
        named = {(self.ids[i], self.ids[j]): verdict for (i, j), verdict in (decided or {}).items()}
        groups = cluster(self.told, judged, self, named)
        return sorted(sorted(self.ids.index(member) for member in group) for group in groups)


def test_alike_mentions_are_one_cluster() -> None:
    assert Scores(3, {(0, 1): 5, (1, 2): 5, (0, 2): 4}).clusters() == [[0, 1, 2]]


def test_a_chain_of_links_is_no_cluster() -> None:
    assert Scores(4, {(0, 1): 5, (1, 2): 3.5, (2, 3): 5, (0, 2): 1, (1, 3): 1, (0, 3): -4}).clusters() == [
        [0, 1],
        [2, 3],
    ]


def test_what_excludes_each_other_is_never_joined_by_a_third() -> None:
    assert Scores(3, {(0, 1): 6, (1, 2): 5, (0, 2): -99}).clusters() == [[0, 1], [2]]


def test_a_decision_stands_over_the_scores_and_can_be_taken_back() -> None:
    scores = Scores(3, {(0, 1): 5, (1, 2): 0.5, (0, 2): 0.5})
    assert scores.clusters() == [[0, 1], [2]]
    assert scores.clusters({(0, 1): "different"}) == [[0], [1], [2]]
    assert scores.clusters({(1, 2): "merge", (0, 2): "merge"}) == [[0, 1, 2]]
    assert scores.clusters({(0, 1): "unsure"}) == [[0, 1], [2]]


def test_many_mentions_of_one_happening_are_one_cluster() -> None:
    n = 60
    scores = {(i, j): 5.0 for i in range(n) for j in range(i + 1, n)}
    assert Scores(n, scores).clusters() == [list(range(n))]
