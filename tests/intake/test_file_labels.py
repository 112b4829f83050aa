"""Names of files and folders as applicants choose them, and parts of items that are no items."""

import pytest

from mrse_assess.intake.text.labels import file_label, id_key, read_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("(01) Title.pdf", "1"),
        ("[E4] title.pdf", "4"),
        ("(B) title.pdf", "B"),
        ("A. Title.pdf", "A"),
        ("B_title.pdf", "B"),
        ("A letter.pdf", None),
        ("MRSE_E1.pdf", "1"),
        ("MRSE_Exhibit A.pdf", "A"),
        ("title_Evidence IV.pdf", "IV"),
        ("IV - title.pdf", "IV"),
        ("IV access.pdf", None),
        ("Section 03_letter.pdf", "3"),
        ("Supporting document 3 - audit.pdf", "3"),
        ("letter to the vendor on item a.pdf", None),
        ("MR Evidence V2.pdf", None),
    ],
)
def test_labels_are_read_from_names(name, label):
    found = file_label(name)
    assert (found.id if found is not None else None) == label


@pytest.mark.parametrize(
    ("text", "word", "label", "rest"),
    [
        ("Evidence II: audit", "evidence", "II", "audit"),
        ("Appendix iv. Audit", "appendix", "IV", "Audit"),
        ("Supporting document 3: audit", "document", "3", "audit"),
        ("Portfolio section 12 - audit", "section", "12", "audit"),
    ],
)
def test_labels_may_have_roman_numerals_and_words_before_them(text, word, label, rest):
    found = read_label(text)
    assert (found.word, found.id, found.rest) == (word, label, rest)


def test_roman_numerals_sort_by_value_and_letters_by_the_alphabet():
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    assert sorted(sorted(roman), key=id_key) == roman
    assert sorted("JIHVXW", key=id_key) == ["H", "I", "J", "V", "W", "X"]


def in_files(segments, name_of, front="Cover and table.pdf", heading=""):
    files = [segments.front(front)]
    for number, length, title in segments.numbered():
        file = segments.drawn(file=name_of(number, title))
        file.evidence(heading and heading.format(number=number), length)
        files.append(file)
    return {span.file: item.id for item in segments.read(*files).evidence for span in item.spans}


@pytest.mark.parametrize(
    "style",
    [
        "({number:02}) {title}.pdf",
        "MRSE_E{number}.pdf",
        "Evidence/E{number:02}_{slug}/final.pdf",
        "Evidence/Section {number:02} {slug}/document.pdf",
        "02 Evidence/Evidence {number}/terms_of_reference.pdf",
        "evidence folder/Doc{number:02}/{slug}.pdf",
    ],
)
@pytest.mark.parametrize("heading", ["", "3 Background", "Appendix {number}"])
def test_files_and_folders_name_the_items_whatever_the_work_is_headed(segments, style, heading):
    slug = "some_work_of_mine"
    found = in_files(segments, lambda n, title: style.format(number=n, title=title, slug=slug), heading=heading)
    assert found == {style.format(number=n, title=title, slug=slug): str(n) for n, _, title in segments.numbered()}


@pytest.mark.parametrize("claim", ["Evidence 9, Appendix A", "Evidence 9; Appendix A"])
def test_an_appendix_of_an_item_is_no_item(segments, claim):
    made = segments.with_table(segments.drawn(), segments.claims | {"5.2": claim})
    for number, length, _ in segments.numbered():
        made.evidence(f"Evidence {number}", length)
        if number in {4, 9}:
            made.evidence("Appendix A: more figures", 1)
    assert [item.id for item in segments.read(made).evidence] == [str(number) for number in range(1, 13)]


@pytest.mark.parametrize("folder", ["{number}", "Evidence {number}"])
def test_titles_cut_short_in_names_are_whole_on_the_first_page(segments, folder):
    files = [segments.front("Cover and table.pdf")]
    for number, length, title in segments.numbered():
        begun = title.lower().replace(" ", "_")
        file = segments.drawn(file=f"{folder.format(number=f'{number:02}')}_{begun}_of.pdf")
        file.evidence(f"{title} of: what we did", length)
        files.append(file)
    assert [item.title for item in segments.read(*files).evidence] == [
        f"{each} of: what we did" for each in segments.titles
    ]
