import pytest

from dateline.read.language import detect_language, language_code, refuse_language, settle_language
from dateline.records import Report

FRENCH = (
    "Un tribunal a annulé vendredi l'interdiction des rassemblements dans la vallée, six jours après que la police a "
)
FRENCH = (
    FRENCH
    + "dispersé une marche contre un barrage. Les avocats ont compté une quarantaine de personnes arrêtées, et le "
)
FRENCH = (
    FRENCH
    + "préfet n'a pas répondu aux questions que la presse lui a posées au sujet des blessés de samedi dernier. " * 2
)
NAMES = (
    "Officials from Qanat-e Malek, Ouagadougou, Świnoujście and Xochimilco met Mahamadou Issoufou's envoy, "
    "Þórður Jónsson, in "
)
NAMES = NAMES + "Antananarivo, and the talks of the two sides were held at the Hôtel de Ville, said Ngozi Okonjo."


def test_languages_are_told_apart() -> None:
    assert detect_language(FRENCH) == "fr"
    assert detect_language(NAMES) == "en"
    assert detect_language("Тысячи людей вышли на улицы") == "ru"


@pytest.mark.parametrize(
    "text",
    [
        "Stotine ljudi prosvjedovalo je u ponedjeljak u Zagrebu protiv nove pristojbe, priopćila je policija u utorak.",
        "Flere hundre mennesker demonstrerte mandag i Oslo mot den nye avgiften, opplyste politiet. To ble pågrepet.",
        "خرج مئات الأشخاص في مسيرة في شوارع بغداد يوم الاثنين احتجاجا على الرسوم الجديدة",
    ],
)
def test_a_language_with_near_kin_is_not_english(text: str) -> None:
    assert detect_language(text) not in {None, "en"}


def test_a_list_of_foreign_names_is_no_language() -> None:
    assert detect_language(
        "Mahmoud Karimi, Qasem Rostami, Hassan Nasser, Ismail Qureshi, Ali Khalil, Hossein Salehi"
    ) in {
        None,
        "en",
    }


@pytest.mark.parametrize("text", ["Fire in Lyon", "Manifestation à Lyon"])
def test_short_latin_text_counts_as_english(text: str) -> None:
    assert detect_language(text) == "en"


def test_nothing_to_go_by_gives_none() -> None:
    assert detect_language("2023 … 17") is None


def test_given_outweighs_page_outweighs_guess() -> None:
    assert settle_language(FRENCH, given="en") == "en"
    assert settle_language("Feu à Lyon", page="fr") == "fr"
    assert settle_language(FRENCH, page="en") == "fr"
    assert settle_language("12", page="de") == "de"


@pytest.mark.parametrize(
    ("label", "code"),
    [("en-GB", "en"), ("eng", "en"), ("pt_BR", "pt"), ("English", None), ("", None), (None, None), ("und", None)],
)
def test_language_tags(label: str | None, code: str | None) -> None:
    assert language_code(label) == code


def test_refusal_says_what_was_found() -> None:
    error = refuse_language(Report(id="r_1", source="a.txt", language="fr", text=FRENCH))
    assert error is not None
    assert error.kind == "language"
    assert "French" in error.message
    assert "nothing was coded" in error.message
    assert refuse_language(Report(id="r_1", source="a.txt", language="fr"), {"en", "fr"}) is None
    assert refuse_language(Report(id="r_1", source="a.txt", language=None)) is None
