"""What applicants call the files and folders that they send."""

import re
from random import Random
from typing import Final

from .labels import Style
from .model import Item

FILE_NAMES: Final = (
    *("{z}_{slug}.pdf", "{heading} - {title}.pdf", "{short}_{slug}.pdf", "{short} {title}.pdf", "{z} - {title}.pdf"),
    *(
        "MQ_{short}_{slug}_v2.pdf",
        "({z}) {title}.pdf",
        "{heading}.pdf",
        "{short}_{slug}_FINAL.pdf",
        "{slug}_{short}.pdf",
    ),
    *("2024-03-12 {short} {title}.pdf", "{z}. {title}.pdf", "MRSE_{short}.pdf", "{heading} {title} (redacted).pdf"),
    *("{short}-{slug}-2023.pdf", "{heading}_{slug}_signed copy.pdf", "{short} ({title}).pdf", "{slug} - {heading}.pdf"),
)
FOLDER_NAMES: Final = (
    *("{heading}/{slug}.pdf", "{short} - {title}/document.pdf", "Category {k}/{short} {title}.pdf"),
    *("Evidence/{z}_{slug}.pdf", "02 Evidence/{heading}/{title}.pdf", "MRSE/Evidence folder/{short}/{slug}.pdf"),
    *("{heading}/{heading}.pdf", "Cat {k}/{heading} {title}.pdf", "Evidence/Cat {k}/{short}_{slug}.pdf"),
    *(
        "Evidence/{short}_{slug}/final version.pdf",
        "evidence_items/{short}.pdf",
        "B - Evidence/{heading} ({title}).pdf",
    ),
)
FRONT_NAMES: Final = (
    *("Portfolio cover and cross reference table.pdf", "00 Index and cross reference.pdf", "MRSE application form.pdf"),
    *("Front matter.pdf", "0_Cover_Contents_CrossRef.pdf", "Experience Cross Reference Table.pdf", "A - Forms.pdf"),
)


def names_of(items: tuple[Item, ...], style: Style, form: str) -> dict[str, str]:
    """The path of each item that was sent, by its id."""
    return {item.id: _name(item, style, form) for item in items if item.sent}


def _name(item: Item, style: Style, form: str) -> str:
    title = re.sub(r"[:/\\]", "", item.title)
    short = " ".join(title.split()[:5]) if len(title) > 60 else title
    slug = re.sub(r"[^a-z0-9]+", "_", " ".join(title.split()[:4]).lower()).strip("_")
    fill = {"n": item.number, "z": item.padded}
    return form.format(
        **fill,
        heading=style.heading.format(**fill),
        short=style.short.format(**fill),
        title=short,
        slug=slug,
        k=item.index % 8 + 1,
    )


def front_name(rng: Random) -> str:
    """What the file with cover, list and table is called."""
    return rng.choice(FRONT_NAMES)
