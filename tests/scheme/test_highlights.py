"""The sets of highlights that come with the program, and what makes others be refused."""

import pytest

from mrse_assess.errors import SchemeError


def test_the_sets_differ_by_line(shipped):
    assert [(one.id, one.line, one.finds) for one in shipped.highlights] == [
        ("mhra", "solid", ""),
        ("applicant", "double", "applicant"),
        ("dates", "dotted", "dates"),
        ("simulated", "wavy", ""),
    ]


def first(tables):
    return tables["highlight"][0]


REFUSED = {
    "an unknown line": (lambda t: first(t).update(line="dashed"), "allowed: solid, double, dotted, wavy"),
    "the line of another set": (lambda t: first(t).update(line="wavy"), 'which is the line of "mhra"'),
    "nothing to mark": (lambda t: first(t).pop("phrases"), "marks nothing"),
    "something the program cannot recognise": (lambda t: first(t).update(finds="names"), "allowed: dates, applicant"),
    "a phrase without letters": (lambda t: first(t).update(phrases=["- - "]), "words with letters or digits"),
    "any ending after too little": (lambda t: first(t).update(phrases=["MRI or a*"]), "words with letters or digits"),
    "a star inside a word": (lambda t: first(t).update(phrases=["sim*lated"]), "words with letters or digits"),
    "a star by itself": (lambda t: first(t).update(phrases=["case *"]), "words with letters or digits"),
    "a phrase given twice": (lambda t: first(t).update(phrases=["case", "case"]), 'found "case" twice'),
    "an id given twice": (lambda t: t["highlight"].append({**first(t), "line": "wavy"}), "is given twice"),
    "an unknown key": (lambda t: first(t).update(colour="red"), 'found the unknown key "colour"'),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_set_that_cannot_be_shown_is_refused(altered, what):
    change, why = REFUSED[what]
    with pytest.raises(SchemeError, match=r"highlights\.toml") as refused:
        altered(change)
    assert why in str(refused.value)


def test_a_scheme_may_have_no_sets(altered):
    assert altered(lambda tables: tables.pop("highlight")).highlights == ()


@pytest.mark.parametrize("phrase", ["simulat*", "MHRA", "Safety Guideline(s) for MRI", "DB2007(03)", "A & B"])
def test_phrases_that_can_stand_on_a_page_are_allowed(altered, phrase):
    assert altered(lambda tables: first(tables).update(phrases=[phrase])).highlights[0].phrases == (phrase,)
