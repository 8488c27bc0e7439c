"""Spellings of one address have one key; what may name an article is never lost."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.addresses import TRACKING_KEYS, canonical_address

STORY = "https://www.coast-courier.example/2025/03/crane-falls"
PAGE = "https://coast-courier.example/story.php?id=81&page=2"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORY, "http://coast-courier.example/2025/03/crane-falls/"),
        (STORY, "https://m.coast-courier.example/2025/03/crane-falls"),
        (STORY, "https://mobile.coast-courier.example/2025/03/crane-falls#comments"),
        (STORY, "https://amp.coast-courier.example/2025/03/crane-falls"),
        (STORY, "https://www.coast-courier.example/2025/03/crane-falls/amp/"),
        (STORY, "https://www.coast-courier.example/amp/2025/03/crane-falls"),
        (STORY, "https://www.coast-courier.example/2025/03/crane-falls?amp=1"),
        (STORY, "https://www.google.com/amp/s/www.coast-courier.example/2025/03/crane-falls"),
        (
            STORY,
            "https://coast--courier-example.cdn.ampproject.org/c/s/www.coast-courier.example/2025/03/crane-falls",
        ),
        (STORY, "HTTPS://WWW.Coast-Courier.Example:443/2025/03/crane-falls"),
        (STORY, "http://coast-courier.example:80/2025/03/crane-falls"),
        (STORY, "//coast-courier.example/2025/03/crane-falls"),
        (STORY, "www.coast-courier.example/2025/03/crane-falls"),
        (STORY, f"{STORY}?utm_source=rss&utm_medium=feed&fbclid=IwAR0&gclid=x&mc_cid=9&mc_eid=1"),
        (STORY, f"{STORY}?UTM_Campaign=spring&ref=newsletter&source=rss"),
        (STORY, f"{STORY}#:~:text=crane"),
        (STORY, f" {STORY}\n"),
        (STORY, "https://reader:secret@coast-courier.example/2025/03/crane-falls"),
        (STORY, "https://coast-courier.example./2025/03/crane%2dfalls"),
        (STORY, "https://coast-courier.example/2025/./02/../03/crane-falls;jsessionid=8A?"),
        (PAGE, "https://coast-courier.example/story.php?page=2&id=81"),
        (PAGE, "https://coast-courier.example/story.php?page=2&amp;id=81"),
        ("https://a.example/", "https://a.example/index.html"),
        ("https://a.example/news", "https://a.example/news/index.php"),
        ("https://a.example/?p=7", "https://www.a.example/index.php?p=7"),
        ("https://a.example/caf%C3%A9", "https://a.example/café"),
        ("https://a.example/caf%c3%a9", "https://a.example/café"),
        ("https://a.example/x?q=two%20words", "https://a.example/x?q=two+words"),
        ("https://münster.example/x", "https://xn--mnster-3ya.example/x"),
        ("https://en.wikipedia.org/wiki/Crane", "https://en.m.wikipedia.org/wiki/Crane"),
        ("https://bbc.co.uk/news/1", "https://m.bbc.co.uk/news/1"),
    ],
)
def test_spellings_of_one_address(one: str, other: str) -> None:
    assert canonical_address(one) == canonical_address(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/?p=12", "https://a.example/?p=13"),
        ("https://a.example/story?id=1", "https://a.example/story?id=2"),
        ("https://a.example/story?id=1", "https://a.example/story"),
        ("https://a.example/view?article=x", "https://a.example/view?article=y"),
        ("https://a.example/view?cid=1", "https://a.example/view?cid=2"),
        ("https://a.example/view?ref=1", "https://a.example/view?ref=2"),
        ("https://a.example/view?source=3", "https://a.example/view?source=4"),
        ("https://a.example/?81", "https://a.example/?82"),
        ("https://a.example/x?id=1&id=2", "https://a.example/x?id=2&id=1"),
        ("https://a.example/Story", "https://a.example/story"),
        ("https://a.example/a%2Fb", "https://a.example/a/b"),
        ("https://a.example/a?b=c%26d=e", "https://a.example/a?b=c&d=e"),
        ("https://a.example/#!/story/1", "https://a.example/#!/story/2"),
        ("https://a.example/#/story/1", "https://a.example/#/story/2"),
        ("https://a.example/story", "https://b.example/story"),
        ("https://news.a.example/story", "https://sport.a.example/story"),
        ("https://m.co.uk/story", "https://amp.co.uk/story"),
        ("https://a.example:8080/story", "https://a.example/story"),
        ("https://a.example/guitars/amp", "https://a.example/guitars"),
        ("https://a.example/story-1", "https://a.example/story-2"),
        ("urn:newsml:a:1", "urn:newsml:A:1"),
        ("folder/Story.txt", "folder/story.txt"),
    ],
)
def test_different_articles_stay_different(one: str, other: str) -> None:
    assert canonical_address(one) != canonical_address(other)


word = st.text("abcdefghijklmnopqrstuvwxyzABCé0123456789-_", min_size=1, max_size=8)
key = st.sampled_from(["id", "p", "article", "story", "cid", "page", "q", "ref"])
number = st.integers(0, 10**6).map(str)


@given(
    st.lists(word, max_size=4),
    st.dictionaries(key, number, max_size=3),
    st.data(),
)
def test_variants_are_equal_and_other_ids_are_not(
    parts: list[str], pairs: dict[str, str], data: st.DataObject
) -> None:
    parts = [part for part in parts if part.lower() != "amp"]
    path = "".join("/" + part for part in parts)
    query = [f"{name}={value}" for name, value in pairs.items()]
    plain = f"https://herald.example{path}" + ("?" + "&".join(query) if query else "")
    tracking = data.draw(
        st.lists(st.sampled_from([*sorted(TRACKING_KEYS), "utm_source", "utm_x"]).map(lambda name: f"{name}=a1"))
    )
    scheme = data.draw(st.sampled_from(["http://", "https://", "HTTPS://", "//"]))
    host = data.draw(st.sampled_from(["", "www.", "m.", "mobile.", "amp.", "WWW."]))
    spelt = path if data.draw(st.booleans()) else quote(path, safe="/").replace("-", "%2d")
    ending = data.draw(st.sampled_from(["", "/", "/index.html"]))
    mixed = data.draw(st.permutations(query + tracking))
    variant = f"{scheme}{host}Herald.example{spelt}{ending}" + ("?" + "&".join(mixed) if mixed else "") + "#part"
    assert canonical_address(variant) == canonical_address(plain)
    for name, value in pairs.items():
        other = plain.replace(f"{name}={value}", f"{name}={value}1", 1)
        assert canonical_address(other) != canonical_address(plain)
    assert canonical_address(f"https://herald.example{path}/other") != canonical_address(plain)


@given(st.one_of(st.text(), st.text().map(lambda text: "http://" + text), st.text().map(lambda text: "//h/?" + text)))
def test_nothing_raises(address: str) -> None:
    assert canonical_address(address) == canonical_address(address)


@given(st.lists(word, max_size=3), st.text(max_size=9).map(quote), st.sampled_from(["", "www.", "m.", "en.m."]))
def test_a_key_is_its_own_key(parts: list[str], value: str, host: str) -> None:
    key = canonical_address(f"http://{host}herald.example/{'/'.join(parts)}?id={value}&utm_x=1")
    assert canonical_address(key) == key


@pytest.mark.parametrize(
    "hostile", ["http://" + "a." * 2000, "//[" + "[" * 4000, "http://x/" + "../" * 1300, "h" * 10**6]
)
def test_hostile_addresses_take_no_time(hostile: str) -> None:
    assert isinstance(canonical_address(hostile), str)


@pytest.mark.parametrize(
    "address", ["//Ҧu../", "https://münchen.example../a", "https://Ää.../?b=1", "//example.org..:443/"]
)
def test_the_key_of_a_key_is_itself(address: str) -> None:
    key = canonical_address(address)
    assert canonical_address(key) == key
