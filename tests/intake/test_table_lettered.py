"""Items named by letters alone are found in their column although nothing says yet that they are items."""

import pytest

from mrse_assess.intake.table.roles import may_be_letter

TITLE = "Experience Cross Reference Table"
NAMES = (
    *("Safety framework", "Local rules and procedures that apply", "Modification of sequences", "Individual subjects"),
    *("Training and incidents", "Procurement, siting and then installation", "Acceptance checks", "Links with others"),
)
LETTERS = "ABCDEFGH"


def put(page, x, y, text, size=9):
    page.insert_text((x, y), text, fontsize=size)


def test_letters_beside_their_pages_are_items_where_headings_of_categories_reach_their_column(case):
    portfolio, y, last, wanted = case.drawn(), 130, "", set()
    page = portfolio.page(title=TITLE)
    for x, head in ((60, "Sub-category"), (214, "Items submitted"), (353, "Page or part"), (436, "Comment")):
        put(page, x, y, head)
    y += 16
    for place, code in enumerate(case.codes):
        if code[0] != last:
            put(page, 60, y, f"Category {code[0]}: {NAMES[int(code[0]) - 1]}")
            last, y = code[0], y + 16
        put(page, 60, y, f"{code}) Governance")
        put(page, 436, y, "Led the work")
        for more in range(1 + (code == "1.2")):
            letter = LETTERS[(place + more) % 8]
            put(page, 214, y, letter)
            if not place % 3:
                put(page, 353, y, f"p{2 * LETTERS.index(letter) + 2}")
            wanted.add((code, letter))
            y += 16
    for letter in LETTERS:
        portfolio.evidence(f"Appendix {letter}", pages=2, title="Work")
    assert case.cells_of(case.read(portfolio)) == wanted


@pytest.mark.parametrize("text", ["A", "(B)", "C - simulated", "D, E", "F (p 3)"])
def test_a_capital_alone_may_be_an_item_s_letter(text):
    assert may_be_letter(text)


@pytest.mark.parametrize("text", ["A reply to the forum", "Audit", "MR", "B's work", "3", ""])
def test_words_are_no_letters_of_items(text):
    assert not may_be_letter(text)
