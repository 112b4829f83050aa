"""The digest of a letter's sentences: what a second person signs off."""

import json
from hashlib import sha256

from mrse_assess.model.letter import Letter

DAY_OF_ISSUE = "head.date"
OF_DRAFTS = "draft"


def digest_of(letter: Letter) -> str:
    """The SHA-256 of the letter's id and of every sentence in order, the day of issue and a draft's notices left out.

    The day of issue is not known when a letter is signed off; nothing else differs between that day and the other.
    """
    said = [
        [sentence.section, sentence.passage, sentence.text]
        for sentence in letter.sentences()
        if sentence.passage != DAY_OF_ISSUE and sentence.section != OF_DRAFTS
    ]
    return sha256(json.dumps([letter.letter_id, said], ensure_ascii=False).encode()).hexdigest()
