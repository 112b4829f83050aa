"""Likeness between applications, told without their texts."""

from itertools import product

import pytest

from mrse_assess.screening import prose
from mrse_assess.screening.fingerprints import across, across_applications, compare, fingerprint
from mrse_assess.screening.look_over import screen
from mrse_assess.screening.vocabulary import load_vocabulary
from mrse_assess.screening.with_fingerprint import look_over_with_fingerprint
from mrse_assess.terms import Look

OBJECTS = (
    "door",
    "bracket",
    "sign",
    "trolley",
    "lamp",
    "table",
    "cupboard",
    "alarm",
    "coil",
    "pump",
    "floor line",
    "key",
)
PLACES = ("lobby", "plant room", "corridor", "changing room", "console", "store")


def written(topic, sentences=24):
    """A text of its own for each topic."""
    return "\n".join(
        f"{topic} {at} {OBJECTS[at % 12]} {topic}s beside the {PLACES[at % 6]} {topic} because {OBJECTS[at * 5 % 12]} "
        f"and {PLACES[at * 5 % 6]} were {topic}ed after {at + 3} weeks of {topic}ing."
        for at in range(sentences)
    )


@pytest.fixture(scope="module")
def data(scheme):
    return load_vocabulary(scheme)["similar"]


@pytest.fixture
def mine(material):
    return material({"1": written("glim"), "2": written("frob")})


def test_the_same_document_from_two_applicants_is_found(material, data, mine):
    theirs = material({"A": written("quux"), "B": written("frob")}, applicant="Mr Ivo Sample")
    prints = {"MRSE-1": fingerprint(mine, data), "MRSE-2": fingerprint(theirs, data)}
    [pair] = compare(prints, data)
    assert (pair.application, pair.evidence_id) == ("MRSE-1", "2")
    assert (pair.other_application, pair.other_evidence_id) == ("MRSE-2", "B")
    assert pair.share == 1.0


def test_an_extract_of_a_longer_document_is_found(material, data, mine):
    theirs = material({"A": written("frob", 60)})
    [pair] = compare({"MRSE-1": fingerprint(mine, data), "MRSE-2": fingerprint(theirs, data)}, data)
    assert (pair.evidence_id, pair.other_evidence_id) == ("2", "A")


def test_other_documents_are_not_alike(material, data, mine):
    theirs = material({"A": written("quux"), "B": written("zorp")})
    assert compare({"MRSE-1": fingerprint(mine, data), "MRSE-2": fingerprint(theirs, data)}, data) == ()


def test_two_short_messages_are_too_little_to_be_told_of(material, data):
    short = {"1": written("glim", 1)}
    prints = {reference: fingerprint(material(short), data) for reference in ("MRSE-1", "MRSE-2")}
    assert prints["MRSE-1"].items[0].sample
    assert compare(prints, data) == ()


def test_whether_an_item_is_long_enough_does_not_hang_on_the_key(material, data):
    told = {size: set() for size in (2, 4)}
    for size, key in product(told, range(60)):
        made = material({"1": written("glim", size)})
        prints = {name: fingerprint(made, data, key=bytes([key])) for name in ("MRSE-1", "MRSE-2")}
        told[size].add(len(compare(prints, data)))
    assert told == {2: {0}, 4: {1}}


def test_items_of_one_application_are_not_compared_with_each_other(material, data):
    twice = material({"1": written("glim"), "2": written("glim")})
    assert compare({"MRSE-1": fingerprint(twice, data)}, data) == ()


def test_what_comparing_says_is_confidential_and_names_the_other_application(material, data, mine):
    prints = {"MRSE-1": fingerprint(mine, data)}
    for reference in ("MRSE-2", "MRSE-3"):
        prints[reference] = fingerprint(material({"A": written("frob")}), data)
    told = across(mine, data, "MRSE-1", prints)
    assert [(each.kind, each.evidence_id, each.outcome, each.confidential) for each in told] == [
        ("across", "2", Look.CONCERN, True),
        ("across", "2", Look.CONCERN, True),
    ]
    assert "application MRSE-2" in told[0].detail
    assert told[0].id != told[1].id
    assert all(place.quote is None for each in told for place in each.places)


def test_a_fingerprint_holds_no_text_and_is_the_same_again(material, data, mine):
    made = fingerprint(mine, data)
    assert made == fingerprint(mine, data)
    assert all(isinstance(each, int) for item in made.items for each in item.sample)
    assert 0 < len(made.items[0].sample) < len(written("glim").split()) / 2


def test_another_key_gives_another_fingerprint_with_which_nothing_matches(data, mine):
    plain, keyed = fingerprint(mine, data), fingerprint(mine, data, key=b"secret")
    assert plain != keyed
    assert compare({"MRSE-1": plain, "MRSE-2": keyed}, data) == ()


def test_a_page_that_could_not_be_read_gives_an_empty_sample(material, data):
    made = fingerprint(material({"1": [""]}, unseen=["1"]), data)
    assert made.items[0].sample == ()


def looked_over(made, **more):
    readings = [file.reading for file in made.files]
    return look_over_with_fingerprint(readings, made.portfolio, made.scheme, made.facts, None, b"secret", **more)


def test_screening_and_fingerprint_come_together_as_they_do_apart(data, mine):
    screening, made = looked_over(mine)
    assert screening == screen(mine)
    assert made == fingerprint(mine, data, key=b"secret")


def test_the_sentences_of_an_item_are_read_once_for_the_checks_and_the_fingerprint(material, monkeypatch):
    read, made = [], material({"1": written("glim"), "2": written("frob")})
    sentences_of = prose.ProseReader.sentences_of

    def counted(reader, item):
        read.append(item.id)
        return sentences_of(reader, item)

    monkeypatch.setattr(prose.ProseReader, "sentences_of", counted)
    looked_over(made)
    assert read == ["1", "2"]


def test_without_valid_data_there_is_no_fingerprint_and_the_screening_says_so(scheme, mine):
    known = {check: each for check, each in load_vocabulary(scheme).items() if check != "similar"}
    screening, made = looked_over(mine, vocabulary=known)
    assert made is None
    assert "data_not_valid" in [each.kind for each in screening.observations if each.check == "similar"]


def test_a_stored_portfolio_is_enough_to_say_what_is_alike_between_applications(scheme, material, data, mine):
    prints = {"MRSE-1": fingerprint(mine, data), "MRSE-2": fingerprint(material({"A": written("frob")}), data)}
    assert across_applications(mine.portfolio, scheme, "MRSE-1", prints) == across(mine, data, "MRSE-1", prints)
    assert prints["MRSE-1"] != prints["MRSE-2"]
