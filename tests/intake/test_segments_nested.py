"""Files inside archives and inside other files: an archive is as good as a folder, an attachment as good as a file."""

import pytest


def files_in(segments, place, *, front="table.pdf"):
    """Twelve items as files, each at the place that its number and title give."""
    files, expected = [segments.front(front)], {}
    for number, length, title in segments.numbered():
        file = segments.drawn(file=place.format(number=number, title=title, category=1 + number // 3))
        file.evidence("", length)
        files.append(file)
        expected[str(number)] = ((file.file, 1, length),)
    return files, expected


@pytest.mark.parametrize(
    "place",
    [
        "Evidence.zip/{number:02} {title}.pdf",
        "all.zip/Category {category}.zip/Evidence {number}.pdf",
        "table.pdf/Evidence {number} {title}.pdf",
        "Evidence {number}.zip/{title}.pdf",
        "Category {category}/Evidence {number}.zip/{title}.pdf",
    ],
)
def test_files_inside_archives_and_files_are_the_items_that_they_are_called(segments, place):
    files, expected = files_in(segments, place)
    assert segments.spans_of(segments.read(*files)) == expected


def test_the_files_of_an_items_archive_are_that_item(segments):
    files, expected = files_in(segments, "Evidence {number}.zip/a {title}.pdf")
    more = segments.drawn(file="Evidence 4.zip/b minutes.pdf")
    more.evidence("", 2)
    files.insert(5, more)
    expected["4"] += (("Evidence 4.zip/b minutes.pdf", 1, 2),)
    assert segments.spans_of(segments.read(*files)) == expected


def test_what_is_attached_to_an_items_file_belongs_to_the_item(segments):
    files, expected = files_in(segments, "Evidence {number}.pdf")
    attached = segments.drawn(file="Evidence 4.pdf/measurements.pdf")
    attached.evidence("", 2)
    files.insert(5, attached)
    expected["4"] += (("Evidence 4.pdf/measurements.pdf", 1, 2),)
    assert segments.spans_of(segments.read(*files)) == expected
