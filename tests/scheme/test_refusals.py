"""Each way in which a scheme can be wrong is refused with its file, its key, what was found and what is allowed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from mrse_assess.errors import SchemeError
from mrse_assess.scheme import load_scheme

Tables = dict[str, Any]


def entry(tables: Tables, kind: str, name: str) -> dict[str, Any]:
    """The table of this kind whose id (label, kind, code) is ``name``."""
    return next(table for table in tables[kind] if name in (table.get("id"), table.get("label"), table.get("kind")))


def unit(tables: Tables, code: str) -> dict[str, Any]:
    units = (table for category in tables["category"] for table in category["sub_category"])
    return next(table for table in units if table["code"] == code)


def put(kind: str, name: str, key: str, value: Any) -> Callable[[Tables], None]:
    return lambda tables: entry(tables, kind, name).update({key: value})


def drop(kind: str, name: str, key: str) -> Callable[[Tables], Any]:
    return lambda tables: entry(tables, kind, name).pop(key)


def put_unit(code: str, key: str, value: Any) -> Callable[[Tables], None]:
    return lambda tables: unit(tables, code).update({key: value})


def passage(name: str, text: Any) -> Callable[[Tables], None]:
    return lambda tables: tables["passages"].update({name: text})


def again(kind: str, name: str) -> Callable[[Tables], None]:
    return lambda tables: tables[kind].append(dict(entry(tables, kind, name)))


REFUSED: dict[str, tuple[Callable[[Tables], Any], str]] = {
    "a second reason for a missing item": (
        lambda tables: [reason.update(for_missing=True) for reason in tables["reason"]],
        "found a second reason for a missing item",
    ),
    # keys
    "an unknown key at the top": (
        lambda tables: tables.update(tresholds=1),
        'found the unknown key "tresholds"; allowed: id, version, title, guidance_name,',
    ),
    "a time zone that there is not": (
        lambda tables: tables.update(time_zone="Europe/Londn"),
        'time_zone: found "Europe/Londn"; name a time zone, such as "Europe/London"',
    ),
    "a time zone that is a path": (
        lambda tables: tables.update(time_zone="../secret"),
        'time_zone: found "../secret"; name a time zone, such as "Europe/London"',
    ),
    "a time zone that is a folder": (
        lambda tables: tables.update(time_zone="Europe"),
        'time_zone: found "Europe"; name a time zone, such as "Europe/London"',
    ),
    "an unknown key of a rule": (
        put("rule", "simulated_limit", "treshold", 2),
        'rules.toml, rule "simulated_limit": found the unknown key "treshold"; allowed: id, counts, label,',
    ),
    "an unknown key of a note inside a sub-category": (
        lambda tables: unit(tables, "2.2")["note"][0].update(strength="high"),
        'categories.toml, category 2, sub_category "2.2", note "2.2-equipment-audits": found the unknown key',
    ),
    "a missing key at the top": (
        lambda tables: tables.pop("version"),
        'the key "version" is missing; add it to one of the scheme\'s files',
    ),
    "a missing kind of entry": (lambda tables: tables.pop("reason"), 'the key "reason" is missing'),
    "a rule without a clause": (
        drop("rule", "parts", "clause"),
        'rules.toml, rule "parts": the key "clause" is missing',
    ),
    "a reason without a clause": (
        drop("reason", "undated", "clause"),
        'reasons.toml, reason "undated": the key "clause" is missing',
    ),
    "a part without a clause": (drop("part", "exam", "clause"), 'rules.toml, part "exam": the key "clause" is missing'),
    "a note without a clause": (
        lambda tables: unit(tables, "1.1")["note"][0].pop("clause"),
        'category 1, sub_category "1.1", note "1.1-enacting": the key "clause" is missing',
    ),
    # kinds of value
    "a code that is a number": (
        put_unit("1.1", "code", 1.1),
        'category 1, sub_category number 1, code: found the number 1.1; write the code in quotes: "1.1"',
    ),
    "a code that is a whole number": (
        put_unit("3", "code", 3),
        'code: found the number 3; write the code in quotes: "3"',
    ),
    "a code that is a number in a list": (
        put("reason", "relay_only", "applies_to", [4.1]),
        'reason "relay_only", applies_to, entry 1: found the number 4.1; write the code in quotes: "4.1"',
    ),
    "a code with a sign in it": (
        put_unit("1.1", "code", "1,1"),
        'found "1,1"; a code is made of letters, digits and single full stops',
    ),
    "a number where words belong": (put("rule", "parts", "label", 3), "label: found the number 3; a text in quotes"),
    "words where a number belongs": (
        put("rule", "sub_categories", "threshold", "14"),
        'threshold: found the text "14"; a whole number from 0 is allowed here',
    ),
    "a threshold that is not whole": (
        put("rule", "sub_categories", "threshold", 14.0),
        "threshold: found the number 14.0; a whole number",
    ),
    "a threshold that is true": (put("rule", "sub_categories", "threshold", True), "found the yes-or-no value True"),
    "a negative threshold": (put("rule", "simulated_limit", "threshold", -1), "found the number -1"),
    "a word where yes or no belongs": (
        put("reason", "simulated", "never_alone", "true"),
        'never_alone: found the text "true"; true or false is allowed here',
    ),
    "a text where a list belongs": (
        put("reason", "relay_only", "applies_to", "4.1"),
        'applies_to: found the text "4.1"; a list in square brackets',
    ),
    "a date where words belong": (
        lambda tables: tables.update(version=date(2026, 1, 1)),
        "scheme.toml, version: found the value",
    ),
    "an empty text": (put("reason", "undated", "sentence", "  "), 'reason "undated", sentence: found an empty text'),
    "a list where tables belong": (
        lambda tables: tables.update(rule=["sub_categories"]),
        'rules.toml: found the text "sub_categories"; write each as a table of its own under [[rule]]',
    ),
    "a single table where several belong": (
        lambda tables: tables.update(rule=tables["rule"][0]),
        "rules.toml: found a table; write each as a table of its own under [[rule]]",
    ),
    "passages that are a list": (
        lambda tables: tables.update(passages=[]),
        'letter.toml, passages: found a list; a table of lines like "name" = "text"',
    ),
    "a passage that is a number": (passage("gap", 5), 'letter.toml, passages, "gap": found the number 5'),
    "a kind of note that there is not": (
        lambda tables: tables["note"][0].update(kind="forbidden"),
        'kind: found the text "forbidden"; allowed: not_acceptable, binding, important',
    ),
    "something that cannot be counted": (
        put("rule", "parts", "counts", "pages"),
        'counts: found the text "pages"; allowed: sub_categories, major_categories, independent_items, simulated,',
    ),
    "a direction that there is not": (put("rule", "parts", "direction", "above"), "allowed: at_least, at_most"),
    "an outcome that there is not": (
        put("outcome", "award", "kind", "merit"),
        "allowed: award, further_evidence, not_awarded, incomplete",
    ),
    "an entry of a list twice": (
        lambda tables: tables["contributions"].append("review"),
        'contributions: found "review" twice; write each entry once',
    ),
    # lengths
    "a short name that is too long": (
        put_unit("4.2", "short_name", "Unlabelled medical devices"),
        '"4.2", short_name: found "Unlabelled medical devices" with 26 characters; at most 19 are allowed',
    ),
    "a reason's name that is too long": (
        put("reason", "undated", "name", "No date could be found on this item"),
        'name: found "No date could be found on this item" with 35 characters; at most 34 are allowed',
    ),
    # names
    "a clause that is not listed": (
        put("rule", "mhra_references", "clause", "G44"),
        'rule "mhra_references", clause: found "G44", which is no clause of the scheme; allowed: G1, G2, G3',
    ),
    "a further clause that is not listed": (
        put("reason", "missing_item", "further_clauses", ["G99"]),
        'reason "missing_item", further_clauses: found "G99"',
    ),
    "an unknown sub-category of a reason": (
        put("reason", "relay_only", "applies_to", ["4.4"]),
        'applies_to: found "4.4", which is no sub-category of the scheme; allowed: 1.1, 1.2, 2.1, 2.2, 3, 4.1',
    ),
    "an unknown sub-category of a rule": (
        put("rule", "independent_items", "units", ["3.1"]),
        'rule "independent_items", units: found "3.1"',
    ),
    "an unknown sub-category of a clause": (put("clause", "N7", "covers", ["7.3"]), 'clause "N7", covers: found "7.3"'),
    "an unknown target": (
        lambda tables: tables["belongs_elsewhere"][0].update(target="9.1"),
        'reasons.toml, belongs_elsewhere "1.1", target: found "9.1"',
    ),
    "a place where evidence belongs that there is not": (
        lambda tables: unit(tables, "2.2")["note"][0].update(belongs_to=["7.9"]),
        'note "2.2-equipment-audits", belongs_to: found "7.9"',
    ),
    "a part of an unknown rule": (
        put("part", "exam", "rule", "exams"),
        'part "exam", rule: found "exams", which is no rule of the scheme; allowed: sub_categories,',
    ),
    "a note of an unknown rule": (lambda tables: tables["note"][0].update(rule="scope"), 'rule: found "scope"'),
    "an outcome that needs an unknown setting": (
        put("outcome", "award", "needs_settings", ["fee"]),
        'outcome "award", needs_settings: found "fee", which is no setting of the scheme',
    ),
    "a setting needed by nothing known": (
        put("setting", "data_handling", "needed_by", ["everything"]),
        'setting "data_handling", needed_by: found "everything", which is no use of a setting of the scheme',
    ),
    "a reason whose remedy has no passage": (
        put("reason", "undated", "remedy_passage", "remedy.none"),
        'reason "undated", remedy_passage: found "remedy.none", which is no passage',
    ),
    "a rule given twice": (
        again("rule", "parts"),
        'rule "parts": the name "parts" is given twice; give each entry its own',
    ),
    "a reason given twice": (again("reason", "undated"), 'the name "undated" is given twice'),
    "a clause given twice": (again("clause", "G7"), 'the name "G7" is given twice'),
    "an outcome given twice": (again("outcome", "award"), 'the name "award" is given twice'),
    "a note given twice, far apart": (
        lambda tables: tables["note"][0].update(id="1.1-enacting"),
        'the name "1.1-enacting" is given twice',
    ),
    "a sub-category given twice": (
        lambda tables: unit(tables, "8.2").update(code="8.1"),
        'category 8, sub_category "8.1": the name "8.1" is given twice',
    ),
    "a category given twice": (
        lambda tables: tables["category"][1].update(number=1),
        'category 1: the name "1" is given twice',
    ),
    "a pair given twice": (
        lambda tables: tables["belongs_elsewhere"].append(dict(tables["belongs_elsewhere"][0])),
        'belongs_elsewhere "1.1", target: found "2.1" a second time; give each pair once',
    ),
    "a pair that leads back": (
        lambda tables: tables["belongs_elsewhere"][0].update(target="1.1"),
        'target: found "1.1", where it is offered; name another one',
    ),
    # clauses that speak of something else
    "a note under the clause of another sub-category": (
        lambda tables: unit(tables, "1.1")["note"][0].update(clause="N1.2"),
        'note "1.1-enacting", clause: found "N1.2", which governs 1.2; name a clause that governs 1.1',
    ),
    "a category's note under the clause of one sub-category": (
        lambda tables: tables["category"][6]["note"][0].update(clause="S7.1"),
        'category 7, note "c7-documentation", clause: found "S7.1", which governs 7.1; name a clause that governs 7.2',
    ),
    "a reason for more sub-categories than its clause": (
        put("reason", "attendance_only", "applies_to", ["8.1", "8.2"]),
        'reason "attendance_only", clause: found "S8.1", which governs 8.1; name a clause that governs 8.2',
    ),
    "a reason for all sub-categories under the clause of one": (
        put("reason", "undated", "clause", "S8.1"),
        'reason "undated", clause: found "S8.1", which governs 8.1; name a clause that governs 1.1, 1.2',
    ),
    "a pair under the clause of neither end": (
        lambda tables: tables["belongs_elsewhere"][0].update(clause="C5"),
        'belongs_elsewhere "1.1", clause: found "C5", which governs 5.1, 5.2; name a clause of 1.1, 2.1',
    ),
    # totals
    "a lost sub-category": (
        lambda tables: tables["category"][3]["sub_category"].pop(),
        "scheme.toml, sub_category_count: 16 are stated, and 15 stand in the files; add what is lost",
    ),
    "a lost category": (
        lambda tables: tables["category"].pop(),
        "scheme.toml, category_count: 8 are stated, and 7 stand",
    ),
    "a sub-category under another category": (
        put_unit("6.2", "code", "7.3"),
        'category 6, sub_category "7.3", code: found "7.3" under category 6; its code begins with 6',
    ),
    "a threshold above what there is": (
        put("rule", "sub_categories", "threshold", 17),
        'rule "sub_categories", threshold: found 17; at most 16 are allowed, since there are no more to count',
    ),
    "a threshold of categories above what there is": (
        put("rule", "major_categories", "threshold", 9),
        'rule "major_categories", threshold: found 9; at most 8 are allowed',
    ),
    "a deciding rule without a threshold": (
        drop("rule", "mhra_references", "threshold"),
        'rule "mhra_references", threshold: the key is missing; a rule that counts mhra_references needs one',
    ),
    "a threshold where nothing is counted": (
        put("rule", "parts", "threshold", 4),
        'rule "parts", threshold: found 4; a rule that counts parts has none',
    ),
    "a needed number that has no number": (
        put("rule", "parts", "needed", "all {k} present"),
        'rule "parts", needed: found the unknown slot "k"; allowed: total',
    ),
    "independent pieces of a sub-category that asks for none": (
        put("rule", "independent_items", "units", ["3", "4.1"]),
        'rule "independent_items", units: found "3, 4.1"; name the sub-categories with independent = true: 3',
    ),
    "another number of independent pieces than the sub-category needs": (
        put_unit("3", "minimum_items", 3),
        'rule "independent_items", threshold: found 2; sub-category 3 has minimum_items = 3; make the two the same',
    ),
    # texts
    "an unknown slot in a passage": (
        passage("out.award", "Well done, {aplicant}."),
        'letter.toml, passages, "out.award": found the unknown slot "aplicant"; allowed: scheme_office, reference,',
    ),
    "an unknown slot in a sentence": (
        put("reason", "undated", "sentence", "{itm} has no date."),
        'reasons.toml, reason "undated", sentence: found the unknown slot "itm"',
    ),
    "an unknown slot in a remedy": (
        put("reason", "undated", "remedy", "A copy of {itm}"),
        'reason "undated", remedy: found the unknown slot "itm"',
    ),
    "a brace without its partner": (
        passage("gap", "[TO BE SET: {label]"),
        'letter.toml, passages, "gap": the braces do not pair',
    ),
    "a slot without a name": (passage("gap", "{}"), 'found the slot "{}"; write a slot as {name}'),
    "a slot that looks inside a value": (passage("gap", "{label.__class__}"), 'found the slot "{label.__class__}"'),
    "a slot that looks something up": (passage("gap", "{label[0]}"), 'found the slot "{label[0]}"'),
    "a slot with a format": (passage("gap", "{label:>40}"), 'found the slot "{label:>40}"; write a slot as {name}'),
    "a slot with a conversion": (passage("gap", "{label!r}"), 'found the slot "{label!r}"'),
    "a slot within a slot": (passage("gap", "{label:{k}}"), 'found the slot "{label:{k}}"'),
    "a sentence that asks a person for what is not declared": (
        put("reason", "attendance_only", "needs", []),
        'reason "attendance_only", sentence: found the slot "seen", which a person fills; add "seen" to needs',
    ),
    "a remedy that asks a person for what is not declared": (
        put("reason", "undated", "remedy", "A copy like {other_item}"),
        'remedy: found the slot "other_item", which a person fills; add "other_item" to needs',
    ),
    "a place in another item that nobody names": (
        put("reason", "undated", "sentence", "It is as undated as {other_page}."),
        'found the slot "other_page", which a person fills; add "other_item" to needs',
    ),
    "a need that no text uses": (
        put("reason", "undated", "needs", ["seen"]),
        'reason "undated", needs: found "seen", which neither the sentence nor the remedy uses',
    ),
    "a need that nobody fills": (
        put("reason", "simulated", "needs", ["k"]),
        'needs: found "k", which is no slot that a person fills of the scheme; allowed: seen, target, other_item, date',
    ),
    "a person's slot that is no slot": (
        lambda tables: tables["person_slots"].append("mood"),
        'reasons.toml, person_slots: found "mood"; allowed: scheme_office,',
    ),
    "a sentence without its full stop": (
        put("reason", "undated", "sentence", "{item} bears no date"),
        'sentence: ends with "e"; end it with a full stop',
    ),
    "a remedy with a full stop": (
        put("reason", "undated", "remedy", "A dated copy."),
        "remedy: ends with a full stop; leave it out: remedy_passage ends the sentence",
    ),
    "a remedy's passage that takes something else": (
        put("reason", "undated", "remedy_passage", "out.award"),
        'passages, "out.award": is the remedy_passage of undated and has other slots',
    ),
    "a rule without its passage": (
        lambda tables: tables["passages"].pop("rule.simulated_limit.not_met"),
        'letter.toml, passages: the passage "rule.simulated_limit.not_met" is missing; add it',
    ),
    "a part with its own row and no passage": (
        lambda tables: tables["passages"].pop("rule.exam.met"),
        'the passage "rule.exam.met" is missing',
    ),
    "an outcome without its passage": (
        lambda tables: tables["passages"].pop("next.incomplete"),
        'the passage "next.incomplete" is missing',
    ),
    "a state without its word": (
        lambda tables: tables["passages"].pop("state.nothing_offered"),
        'the passage "state.nothing_offered" is missing',
    ),
    "a reading whose default is none of its values": (
        put("reading", "third_simulated", "default", "ignored"),
        'reading "third_simulated", default: found "ignored"; allowed: breach, not_counted',
    ),
    "a reading with a value that has no name": (
        put("reading", "third_simulated", "names", ["breach"]),
        'reading "third_simulated", names: found 1 names for 2 values; give one name for each value',
    ),
    "a choice without choices": (
        put("setting", "exam_needed_at", "choices", []),
        'setting "exam_needed_at", choices: found 0 choices for a setting of kind choice',
    ),
    "choices where there is none to make": (
        put("setting", "scheme_office", "choices", ["here"]),
        'setting "scheme_office", choices: found 1 choices for a setting of kind text',
    ),
    "a choice without its passage": (
        lambda tables: tables["passages"].pop("setting.carry_over.stand"),
        'the passage "setting.carry_over.stand" is missing; give one for each choice of the setting, or for none',
    ),
    "a passage of a choice that there is not": (
        passage("setting.carry_over.halved", "half of them stand"),
        'passages, "setting.carry_over.halved": no setting has this choice; allowed:',
    ),
    # the screening report
    "an unknown slot in the report": (
        lambda tables: tables["report_passages"].update({"look": "See: {waht}."}),
        'screening_report.toml, report_passages, "look": found the unknown slot "waht"; allowed: title,',
    ),
    "braces of the report that do not pair": (
        lambda tables: tables["report_passages"].update({"look": "See: {what."}),
        'screening_report.toml, report_passages, "look": the braces do not pair',
    ),
    "something to send back without its sentence": (
        lambda tables: tables["report_asks"].update({"exam.course": "ask.nothing"}),
        'report_asks, "exam.course": the passage "ask.nothing" is missing; name one of report_passages',
    ),
    "something to send back that names no kind": (
        lambda tables: tables["report_asks"].update({"exam": "ask.exam"}),
        'report_asks, "exam": found "exam"; write check.kind, or check.kind.likelihood',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_scheme_is_refused_for(altered, name):
    change, said = REFUSED[name]
    with pytest.raises(SchemeError) as refusal:
        altered(change)
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert refusal.value.exit_code == 3


def test_the_data_that_the_refusals_start_from_are_sound(altered):
    assert altered(dict) == load_scheme()


def test_a_long_value_is_cut_in_the_message(altered):
    with pytest.raises(SchemeError) as refusal:
        altered(put("rule", "parts", "label", "x" * 500))
    assert "x" * 60 + '..."' in str(refusal.value)
    assert len(str(refusal.value)) < 200
