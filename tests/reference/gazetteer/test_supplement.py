from dateline.reference.gazetteer import supplement


def test_every_harmful_name_has_a_reason() -> None:
    assert all(entry.reason for entry in supplement.places().harmful)


def test_points_are_on_earth() -> None:
    data = supplement.places()
    points = [*data.country_points.values(), *(r.point for r in data.region), *(s.point for s in data.spot)]
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points)


def test_adjectives_belong_to_one_country() -> None:
    seen: dict[str, str] = {}
    for code, words in supplement.demonyms().of.items():
        for word in words:
            assert seen.setdefault(word, code) == code


def test_the_fingerprint_is_stable() -> None:
    assert supplement.fingerprint() == supplement.fingerprint()


def test_regions_of_adjectives_exist() -> None:
    names = {region.name for region in supplement.places().region}
    assert set(supplement.demonyms().of_region) <= names
    assert supplement.venues().institutions <= supplement.venues().behind


def test_ranker_weights_grow_worse_with_quality() -> None:
    quality = supplement.ranker().quality
    assert list(quality) == sorted(quality, reverse=True)


def test_abbreviations_are_written_with_capitals() -> None:
    forms = [
        f
        for table in (supplement.abbreviations().alone, supplement.abbreviations().behind_a_place)
        for f in table.values()
    ]
    assert all(form[0].isupper() for group in forms for form in group)


def test_a_larger_share_is_a_larger_probability() -> None:
    sure, torn = (supplement.ranker().confidence([share, 1 - share]) for share in (0.99, 0.5))
    assert 0 < torn < sure < 1
    assert 0 < supplement.ranker().confidence([]) < supplement.ranker().confidence([1.0]) < 1


def test_features_without_a_weight_do_not_count() -> None:
    weights = supplement.EventPlaces(bias=0.5, finer=0.0, by_hand={"a": 1.0}, weights={"a": 1.0, "b": -1.0})
    assert weights.score({"a": 2.0, "b": 1.0, "c": 9.0}) == 3.5


def test_countries_that_news_name_have_a_point() -> None:
    points = supplement.places().country_points
    assert len(points) > 150
    assert {"AL", "BJ", "KG", "SN", "TG", "UY"} <= set(points)


def test_articles_that_are_doubtful_or_stand_inside_names_open_them_too() -> None:
    articles = supplement.articles()
    assert articles.doubtful < articles.leading
    assert not articles.usual & articles.rare
    assert not articles.hyphened & (articles.leading | articles.inside)


def test_the_index_is_built_anew_when_the_articles_change() -> None:
    assert "places_articles.toml" in supplement.INDEXED
    assert set(supplement.INDEXED) <= set(supplement.FILES)


def test_words_around_a_name_are_lemmas_and_no_power_is_a_title() -> None:
    words = supplement.context_words()
    for name in words.__struct_fields__:
        listed = getattr(words, name)
        assert listed
        assert all(word == word.lower() and " " not in word for word in listed), name
    assert not words.titles & (words.directions | words.forces)
