"""Which number belongs to which happening."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.code.figures import counted_in, distribute, from_arguments, with_counted
from dateline.records import Argument, Count, Parse, Span
from dateline.records.annotation import CountOf
from tests.factory import mention


def count(text: str, word: str, of: CountOf, number: int) -> Count:
    start = text.index(word)
    return Count(span=Span(start, start + len(word)), text=word, of=of, low=number, high=number, bound="exact")


def test_each_number_goes_to_the_nearest_fitting_mention(parse: Callable[[str], Parse]) -> None:
    text = "Police arrested seven men after 300 people marched to the port."
    mentions = [
        mention("COERCE", "arrest", start=text.index("arrested"), word="arrested"),
        mention("PROTEST", "demonstration", start=text.index("marched"), word="marched"),
    ]
    counts = (count(text, "seven", "arrested", 7), count(text, "300", "participants", 300))
    assert distribute(parse(text), mentions, counts) == [(0,), (1,)]


def test_number_without_a_fitting_mention_goes_nowhere(parse: Callable[[str], Parse]) -> None:
    text = "The minister condemned the killing of 12 people."
    mentions = [mention("ACCUSE", "condemn", start=text.index("condemned"), word="condemned")]
    assert distribute(parse(text), mentions, (count(text, "12", "killed", 12),)) == [()]


def test_a_mention_takes_one_number_of_a_kind(parse: Callable[[str], Parse]) -> None:
    text = "Rebels killed 12 people, including two children."
    mentions = [mention("ASSAULT", None, start=text.index("killed"), word="killed")]
    counts = (count(text, "12", "killed", 12), count(text, "two", "killed", 2))
    assert distribute(parse(text), mentions, counts) == [(0,)]


def test_mode_narrows_what_is_counted() -> None:
    assert counted_in("COERCE", "arrest") == {"arrested"}
    assert "killed" in counted_in("ASSAULT", None)
    assert counted_in("AGREE", None) == frozenset()


def test_role_tells_what_a_number_counts() -> None:
    text = "Officers took 23 men, the last 4 of them boys."
    held = Argument(role="recipient", span=Span(14, 20), text="23 men")
    arrest = mention("COERCE", "arrest", start=9, word="took", arguments=(held,))
    (made,) = from_arguments([arrest], text, ())
    assert (made.of, made.low, made.high, made.text, made.span) == ("arrested", 23, 23, "23", Span(14, 16))
    assert list(from_arguments([arrest], text, (made,))) == []
    assert list(from_arguments([mention("ACCUSE", None, arguments=(held,))], text, ())) == []


def test_one_and_names_with_numbers_count_nobody() -> None:
    for words in ("one man", "the Column 88 movement", "the May 6 movement"):
        actor = Argument(role="actor", span=Span(0, len(words)), text=words)
        assert list(from_arguments([mention("PROTEST", "strike", start=90, arguments=(actor,))], words, ())) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A revolt broke out in the prison. Four inmates later died of their wounds.", (0,)),
        ("A revolt broke out in the prison.\n\nFour inmates later died of their wounds.", ()),
        ("A revolt broke out in the prison. It was over by noon. Four inmates died of their wounds.", ()),
    ],
)
def test_people_in_the_next_sentence_belong_to_what_was_just_told(
    parse: Callable[[str], Parse], text: str, expected: tuple[int, ...]
) -> None:
    revolt = mention("PROTEST", "riot", start=text.index("revolt"), word="revolt")
    assert distribute(parse(text), [revolt], (count(text, "Four", "killed", 4),), text) == [expected]


def test_a_part_of_a_sum_goes_nowhere_by_itself(parse: Callable[[str], Parse]) -> None:
    text = "Rebels killed two clerks and a guard."
    attack = mention("ASSAULT", None, start=text.index("killed"), word="killed")
    counts = (
        count(text, "two", "killed", 2),
        count(text, "a guard", "killed", 1),
        count(text, "two clerks", "killed", 3),
    )
    assert distribute(parse(text), [attack], counts, text, frozenset((0, 1))) == [(2,)]


def test_vehicles_that_attack_are_not_counted_as_hit(parse: Callable[[str], Parse]) -> None:
    text = "Two tanks shelled the mill."
    doer = Argument(role="perpetrator", span=Span(0, 9), text="Two tanks")
    attack = mention("ASSAULT", "shelling", start=text.index("shelled"), word="shelled", arguments=(doer,))
    assert distribute(parse(text), [attack], (count(text, "Two", "vehicles", 2),)) == [()]


def test_officers_who_are_sent_are_no_soldiers() -> None:
    assert "soldiers" in counted_in("MOBILIZE", "troops")
    assert "soldiers" not in counted_in("MOBILIZE", "police")


def test_the_dead_of_the_next_sentence_were_hurt_by_the_force(parse: Callable[[str], Parse]) -> None:
    text = "Guards fired when miners stormed the gate. Four of them later died."
    shooting = mention("ASSAULT", "shooting", start=text.index("fired"), word="fired")
    riot = mention("PROTEST", "riot", start=text.index("stormed"), word="stormed")
    assert distribute(parse(text), [shooting, riot], (count(text, "Four", "killed", 4),), text) == [(0,), ()]


def test_the_figure_of_a_toll_is_nobody_hurt_by_name(parse: Callable[[str], Parse]) -> None:
    text = "A mine exploded in Gao. The toll rose to nine."
    blast = mention("ASSAULT", "bombing", start=text.index("exploded"), word="exploded", counts=(0,))
    toll = (count(text, "nine", "killed", 9),)
    assert with_counted(parse(text), blast, toll, text).arguments == ()
    text = "A mine exploded in Gao, killing nine."
    assert [a.text for a in with_counted(parse(text), blast, (count(text, "nine", "killed", 9),), text).arguments] == [
        "nine"
    ]


def test_a_counted_crowd_takes_part_where_nobody_else_does(parse: Callable[[str], Parse]) -> None:
    text = "The march was in Leeds: some 400 nurses came."
    march = mention("PROTEST", "demonstration", start=4, word="march", counts=(0,))
    crowd = (count(text, "400", "participants", 400),)
    made = with_counted(parse(text), march, crowd, text)
    assert [(a.role, a.text) for a in made.arguments] == [("actor", "some 400 nurses")]
    clerks = replace(march, arguments=(Argument(role="actor", span=Span(0, 3), text="The"),))
    assert with_counted(parse(text), clerks, crowd, text) == clerks  # who marches is told
    assert with_counted(parse(text), replace(march, status="denied"), crowd, text).arguments == ()
    lorries = (count(text, "400", "vehicles", 400),)
    assert with_counted(parse(text), march, lorries, text).arguments == ()


def test_who_is_arrested_is_counted_so_whatever_the_words_count() -> None:
    text = "Ninety raiders were taken prisoner."
    held = Argument(role="recipient", span=Span(0, 14), text="Ninety raiders")
    arrest = mention("COERCE", "arrest", start=20, word="taken", arguments=(held,))
    assert [c.of for c in from_arguments([arrest], text, (count(text, "Ninety", "hostages", 90),))] == ["arrested"]
    assert list(from_arguments([arrest], text, (count(text, "Ninety", "killed", 90),))) == []


def test_prisoners_whom_an_arrest_names_are_no_hostages_of_the_battle(parse: Callable[[str], Parse]) -> None:
    text = "Troops took 30 prisoners in the battle."
    prisoners = count(text, "30", "hostages", 30)
    held = Argument(role="recipient", span=Span(12, 24), text="30 prisoners")
    arrest = mention("COERCE", "arrest", start=7, word="took", arguments=(held,))
    battle = mention("ASSAULT", "armed-clash", start=text.index("battle"), word="battle")
    assert distribute(parse(text), [arrest, battle], (prisoners,)) == [(), ()]
    assert distribute(parse(text), [battle], (prisoners,)) == [(0,)]


def test_a_release_counts_who_is_released() -> None:
    assert counted_in("RETREAT", "release") == {"released"}
