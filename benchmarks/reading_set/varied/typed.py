"""A table typed with spaces."""

import textwrap


def typed_text(rows: list[dict[str, str]], *, pages: bool, comments: bool, titled: bool) -> str:
    """Columns made with spaces, long cells going on below."""
    width = {"code": 34 if titled else 18, "evidence": 38, "pages": 12, "comment": 20}
    columns = ["code", "evidence", *(["pages"] if pages else []), *(["comment"] if comments else [])]
    heads = {"code": "Sub-category", "evidence": "Evidence", "pages": "Pages", "comment": "Notes"}
    lines = ["".join(heads[column].ljust(width[column]) for column in columns).rstrip(), ""]
    for row in rows:
        cells = [
            [part for line in row[column].split("\n") for part in textwrap.wrap(line, width[column] - 2) or [""]]
            for column in columns
        ]
        for at in range(max(len(cell) for cell in cells)):
            parts = [
                (cell[at] if at < len(cell) else "").ljust(width[column])
                for cell, column in zip(cells, columns, strict=True)
            ]
            lines += ["".join(parts).rstrip()]
        lines.append("")
    return "\n".join(lines[:-1])
