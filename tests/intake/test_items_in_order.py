"""Documents that bear no label, bound one after the other in the order of the contents list."""

import pytest

MAIL = ("From: A Person", "To: B Person", "Sent: Monday 3 May 2021 08:10", "Subject: as we said", "Dear B,")
KNOWN = (2, 3, 6, 10)
"""Items headed with the title that the list gives; the others say something else."""


def bound(segments, *, foot="Page {number}", mails=(), listed=range(1, 13), labelled=()):
    portfolio = segments.front()
    portfolio.page(*(f"E{number}: {segments.titles[number - 1]}" for number in listed), title="List of evidence")
    for number, length, title in segments.numbered():
        for page in range(1, length + 1):
            mail = number in mails and page == 1
            said = title if number in KNOWN and page == 1 else ""
            label = f"E{number} " if number in labelled and page == 1 else ""
            portfolio.page(
                *(MAIL if mail else ("A line of the work itself.", "And another one, of no concern.")),
                title=f"{label}{said}".strip(),
                foot=foot.format(number=page),
            )
    return portfolio


def placed(found):
    return [each for each in found.problems if each.code == "items-placed-in-order"]


def test_printed_numbers_that_break_off_begin_documents(segments):
    found = segments.read(bound(segments))
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 3)
    assert [item.title for item in found.evidence] == list(segments.titles)


def test_what_was_told_by_order_alone_is_said_with_its_place(segments):
    (problem,) = placed(segments.read(bound(segments)))
    assert "1, 4, 5, 7, 8, 9, 11, 12" in problem.found
    assert (problem.locator.file, problem.locator.page) == ("Portfolio.pdf", 3)


def test_heads_of_e_mails_begin_documents_too(segments):
    found = segments.read(bound(segments, foot="", mails={1, 4, 5, 7, 8, 9, 11, 12}))
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 3)


@pytest.mark.parametrize(("left_out", "untold"), [(12, {11, 12}), (4, {4, 5}), (6, {4, 5, 6, 7, 8, 9})])
def test_between_known_items_none_is_told_where_the_list_has_another_number(segments, left_out, untold):
    listed = [number for number in range(1, 13) if number != left_out]
    spans = segments.spans_of(segments.read(bound(segments, listed=listed)))
    assert set(spans) == {str(number) for number in range(1, 13) if number not in untold}
    right = segments.one_after_another(segments.lengths, 3)
    assert all(spans[each][0][1] == right[each][0][1] for each in spans)


def test_items_that_say_their_labels_need_no_order(segments):
    found = segments.read(bound(segments, labelled=range(1, 13)))
    assert segments.spans_of(found) == segments.one_after_another(segments.lengths, 3)
    assert not placed(found)


def test_without_a_sign_of_where_documents_begin_only_the_first_behind_the_front_is_told(segments):
    found = segments.read(bound(segments, foot=""))
    assert set(segments.spans_of(found)) == {"1", *map(str, KNOWN)}
