import pytest

from dateline.corroborate.judgement import MERGE, NEVER, UNSURE, Score
from dateline.corroborate.statement import statements
from tests.corroborate.factory import Said, report_of


@pytest.fixture
def score() -> Score:
    a, b = statements(
        [report_of("North", Said("Police arrested ten.")), report_of("South", Said("Ten were arrested."))]
    )
    return Score(*sorted((a, b), key=lambda statement: statement.id))


@pytest.mark.parametrize(
    ("points", "verdict"), [(MERGE, "merge"), (MERGE - 0.1, "unsure"), (UNSURE, "unsure"), (UNSURE - 0.1, "different")]
)
def test_the_points_make_the_verdict(score: Score, points: float, verdict: str) -> None:
    assert score.add(points, "seen by both")
    assert score.verdict == score.judgement().verdict == verdict


def test_what_rules_out_one_happening_outweighs_all_else(score: Score) -> None:
    assert score.add(MERGE * 9, "same place")
    assert not score.add(NEVER, "other days")
    judgement = score.judgement()
    assert (judgement.verdict, judgement.score) == ("different", -99.0)
    assert judgement.reasons == ("same place +27.0", "other days")


def test_a_judgement_names_the_lower_id_first(score: Score) -> None:
    judgement = score.judgement()
    assert judgement.a < judgement.b
    assert judgement.by == "rule"
