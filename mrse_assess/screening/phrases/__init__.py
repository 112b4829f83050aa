"""Finding what the data write as phrases.

A phrase is words as they are printed; capitals do not count, and hyphens are as spaces. A word that ends in ``*`` has
any ending, ``|`` between words without spaces means either of them. In a phrase book ``..`` stands for up to four words
more. Three ways of asking, each in time linear in the text:

- ``book_of(lists).signals(pages)``: what of several lists stands on a page, in which sentence, overlaps left out;
- ``Phrases.of(list).find(words)``: every phrase in running words, overlaps too, to be weighed and counted;
- ``any_of(list)``: a pattern, to be searched for in a text or built into another pattern.
"""

from mrse_assess.screening.phrases.book import PhraseBook, Signal, book_of, distinct
from mrse_assess.screening.phrases.pattern import any_of
from mrse_assess.screening.phrases.running import Hit, Phrases, words_of

__all__ = ["Hit", "PhraseBook", "Phrases", "Signal", "any_of", "book_of", "distinct", "words_of"]
