from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dateline.annotate.loaded import MarkLoaded
from dateline.records import Argument, Parse, Span, Voice
from dateline.resolve.actors import NameActors
from tests.factory import mention, reading

Parses = Callable[[str], Parse]


def named(parse: Parses, text: str, *phrases: str, voices: tuple[Voice, ...] = ()) -> list[Argument]:
    """Name the arguments at the phrases, each looked for behind the one before."""
    arguments, at = [], 0
    for phrase in phrases:
        at = text.index(phrase, at)
        arguments.append(Argument(role="actor", span=Span(at, at + len(phrase)), text=phrase))
        at += len(phrase)
    given = reading(text, parse=parse(text), events=(mention(arguments=tuple(arguments)),))
    given = replace(given, voices=given.voices + voices)
    return list(NameActors()(given).events[0].arguments)


def test_span_text_and_role_stay_as_they_are(parse: Parses) -> None:
    (argument,) = named(parse, "Thousands of Kenyans gathered.", "Thousands of Kenyans")
    assert (argument.role, argument.text, argument.span) == ("actor", "Thousands of Kenyans", Span(0, 20))
    assert (argument.name, argument.entity, argument.country, argument.sector) == (
        "Kenyan people",
        "kenyan-people",
        "KEN",
        "CVL",
    )


@pytest.mark.parametrize(
    ("text", "pronoun", "entity"),
    [
        ("Mayor Lena Ostrow told reporters that she would resign.", "she", "local:lena-ostrow"),
        ("Police beat two students who had thrown stones.", "who", "local:students"),
        ("The villagers had no water. They marched to the town.", "They", "local:villagers"),
        ("Ten people were held, according to the soldiers. Two of them were freed.", "Two of them", "local:people"),
        (
            "Police used water cannon against the farmers and arrested dozens of them.",
            "dozens of them",
            "local:farmers",
        ),
        ("The spokesman of the ministry, Idris Halloum, spoke on Friday. He resigned.", "He", "local:idris-halloum"),
        ("Viktor Lanz was fined on Friday. He appealed.", "He", "local:viktor-lanz"),
    ],
)
def test_a_pronoun_means_the_last_fitting_subject(parse: Parses, text: str, pronoun: str, entity: str) -> None:
    (argument,) = named(parse, text, pronoun)
    assert argument.entity == entity


def test_who_is_held_is_not_who_holds(parse: Parses) -> None:
    text = "Dockers blocked the gate. Police arrested nine of them."
    police, nine = named(parse, text, "Police", "nine of them")
    assert police.name != nine.name


def test_a_pronoun_without_an_antecedent_stays_open(parse: Parses) -> None:
    (argument,) = named(parse, "They marched.", "They")
    assert (argument.name, argument.entity) == (None, None)
    assert argument.unresolved == {"name": "not-stated", "entity": "not-stated"}


def test_we_in_a_post_means_its_author(parse: Parses) -> None:
    text = "We marched to the bridge this morning."
    post = Voice(id="v1", parent="v0", kind="post", speaker="River Guard", span=Span(0, len(text)))
    (argument,) = named(parse, text, "We", voices=(post,))
    assert (argument.name, argument.entity) == ("River Guard", "local:river-guard")


def test_a_short_form_means_the_body_named_before(parse: Parses) -> None:
    text = "The Highlands Weavers' Union (HWU) met in Quito. The union called a strike. The HWU marched."
    first, second, third = named(parse, text, "The Highlands Weavers' Union", "The union", "The HWU")
    assert first.entity == second.entity == third.entity == "local:highlands-weavers-union"
    assert first.sector == "LAB"


def test_spellings_of_one_person_have_one_entity(parse: Parses) -> None:
    text = "General Qassem Tavani died in May. Ghasem Tavani was buried in June. Tavani was 58."
    entities = {argument.entity for argument in named(parse, text, "Qassem Tavani", "Ghasem Tavani", "Tavani")}
    assert len(entities) == 1


def test_what_is_unknown_has_a_reason(parse: Parses) -> None:
    (argument,) = named(parse, "Carlos Pardo resigned on Friday.", "Carlos Pardo")
    assert argument.entity == "local:carlos-pardo"
    assert argument.country is None
    assert argument.unresolved["country"] == "not-in-registry"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Russia", "Ukraine"),
        ("Iran", "Israel"),
        ("India", "Pakistan"),
        ("Hezbollah", "Hamas"),
        ("Armenia", "Azerbaijan"),
    ],
)
def test_swapping_the_parties_swaps_them_in_the_record(parse: Parses, a: str, b: str) -> None:
    frame = "{} accused {} of shelling the border town."
    one = [(x.name, x.entity, x.country, x.sector) for x in named(parse, frame.format(a, b), a, b)]
    other = [(x.name, x.entity, x.country, x.sector) for x in named(parse, frame.format(b, a), b, a)]
    assert one == other[::-1]
    assert one[0] != one[1]


def test_a_reading_without_participants_is_handed_on() -> None:
    given = reading("Nothing happened.")
    assert NameActors()(given) is given


def test_the_name_of_a_described_actor_is_plain(parse: Parses) -> None:
    text = "About 40 hooded thugs attacked the so-called journalists."
    given = reading(text, parse=parse(text))
    given = MarkLoaded()(given)
    spans = [("About 40 hooded thugs", "hooded men"), ("the so-called journalists", "journalists")]
    arguments = tuple(
        Argument(role="actor", span=Span(text.index(t), text.index(t) + len(t)), text=t) for t, _ in spans
    )
    given = replace(given, events=(mention(arguments=arguments),))
    assert [a.name for a in NameActors()(given).events[0].arguments] == [name for _, name in spans]


def test_a_crowd_without_a_name_is_people(parse: Parses) -> None:
    (argument,) = named(parse, "Thousands marched to the square.", "Thousands")
    assert (argument.name, argument.sector) == ("people", "CVL")


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The director, Jane Roe, resigned.", "The director", "Jane Roe"),
        ("The director of River Watch, Jane Roe, resigned.", "The director of River Watch", "Jane Roe"),
        ("The directors, Jane Roe and Ann Lee, resigned.", "The directors", "directors"),
    ],
)
def test_a_described_actor_has_the_name_set_beside_it(parse: Parses, text: str, phrase: str, name: str) -> None:
    (argument,) = named(parse, text, phrase)
    assert argument.name == name
