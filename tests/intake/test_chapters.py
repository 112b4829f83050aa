"""Numbered chapters inside the work of an item, which are no items."""

BODY = ["Discussion of the matter at hand"] * 3


def chapters(page, numbers, top=70):
    """Chapters on a page, each with its number and title as a heading."""
    for place, number in enumerate(numbers):
        page.insert_text((72, top + 90 * place), f"{number}. Findings", fontsize=14)
        for line, text in enumerate(BODY):
            page.insert_text((72, top + 20 + 90 * place + 14 * line), text, fontsize=10)


def test_chapters_that_count_on_are_no_items_although_the_table_names_their_numbers(segments):
    portfolio = segments.front()
    for number in range(1, 13):
        chapters(portfolio.page(head=f"Evidence {number}: Work"), range(1, 5), 130)
        if number in {4, 6}:
            chapters(portfolio.page(), range(5, 9), 130)
    lengths = [2 if number in {4, 6} else 1 for number in range(1, 13)]
    assert segments.spans_of(segments.read(portfolio)) == segments.one_after_another(lengths, 2)


def test_an_items_own_number_stands_above_its_chapters(segments):
    portfolio = segments.with_table(segments.drawn(), {code: str(n) for n, code in enumerate(segments.claims, start=1)})
    for number in range(1, 17):
        portfolio.evidence(f"{number}", 1, title="Work on the scanner")
        chapters(portfolio.page(), range(1, 4) if number > 4 else ())
    found = segments.spans_of(segments.read(portfolio))
    assert found["6"] == (("Portfolio.pdf", 12, 13),)
