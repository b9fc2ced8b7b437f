from datetime import date

from dateline.corroborate.story import story_groups
from tests.corroborate.factory import report_of

ONE = "On Monday Malin Ekdahl met Oskar Dahlin in Gävle. He asked Ekdahl about Bollnäs and about the Harbour Board."
TWO = "Then Oskar Dahlin wrote from Gävle to the Harbour Board. In Bollnäs nobody had heard of Malin Ekdahl before."
THREE = "On Monday Jorge Peralta left Callao for Arequipa, where Rosa Quispe was to receive the Andean Cup."


def test_reports_that_share_names_are_one_story() -> None:
    a, b, c = (report_of(outlet, prose=prose) for outlet, prose in (("A", ONE), ("B", TWO), ("C", THREE)))
    groups = story_groups([a, b, c], [])
    assert groups[a.report.id] == groups[b.report.id] != groups[c.report.id]


def test_the_same_names_a_year_later_are_another_story() -> None:
    a, b = report_of("A", prose=ONE), report_of("B", prose=TWO, published=date(2025, 5, 3))
    assert len(set(story_groups([a, b], []).values())) == 2


def test_reports_known_to_tell_one_happening_are_one_story() -> None:
    a, c = report_of("A", prose=ONE), report_of("C", prose=THREE)
    assert len(set(story_groups([a, c], [(a.report.id, c.report.id)]).values())) == 1
