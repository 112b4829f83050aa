"""The tokens of a cell that lists sub-categories: codes in every form, pages, brackets, separators, words."""

import re
from typing import Final

PAGES: Final = r"\d{1,4}(?:\s?(?:-|to)\s?\d{1,4})?"
"""A page or a run of pages."""
TOKEN: Final = re.compile(
    rf"""
    (?P<pages>(?:\bpp?\.?|\bpg[s.]?|\bpages?)\s?{PAGES}
        (?:\s?(?:,|and|&)\s?(?!\d\s?[,:(]?\s?(?:pp?|pg|pgs|pages?)\b){PAGES}(?![.\d]))*)
  | (?P<group>(?:\bmajor\s+)?(?:\bsub[\s-]?)?\bcat(?:s|egor(?:y|ies))?\b\.?[\s:]*
        (?=\d(?![\d.]|\s?\((?:i{{1,3}}|iv|[a-d])\s?\))))
  | (?P<word>(?:\bsub[\s-]?)?\bcat(?:s|egor(?:y|ies))?\b\.?(?:\s?nos?\b\.?)?:?|\b(?:SC|C|S)[\s.-]?(?=\d))
  | (?P<dotted>(?<![\d.])0?(?P<a>\d)\s?[.\u00b7]\s?(?P<b>\d)(?![\d%]|\.\d|[A-Za-z](?![a-z]{{2}})))
  | (?P<roman>(?<![\d.])(?P<c>\d)\s?(?:\(\s?(?P<d>i{{1,3}}|iv|[a-d])\s?\)|(?P<e>i{{1,3}}|iv|[a-d])(?![a-z])))
  | (?P<last>(?<![\d.])\.\s?(?P<f>\d)(?![\d%]|\.\d))
  | (?P<digit>(?<![\d.])\d(?![\d%]|\.\d|\s?(?:mT|T|m|cm|kg|days?|weeks?|hours?|years?)\b))
  | (?P<all>\ball(?:\s+(?:of|sub[\s-]?categories|categories|criteria))*\b)
  | (?P<range>(?:-|\bto\b)(?=\s*(?:SC\s?|C|S)?[.\d]))
  | (?P<slash>/)
  | (?P<open>[(\[{{])
  | (?P<close>[)\]}}])
  | (?P<mark>\*{{1,3}}|[\u2020\u2021\u00a7^#])
  | (?P<list>[,;&+|]|\band\b|\bplus\b|\n|[\u2022\u25aa\u25cf\u25cb\u2023\u00b7])
  | (?P<other>\w+(?:['.]\w+)*|\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
KINDS: Final = (
    *("pages", "group", "word", "dotted", "roman", "last", "digit", "all", "range", "slash", "open", "close", "mark"),
    *("list", "other"),
)
