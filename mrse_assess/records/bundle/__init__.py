"""Bundles: records of applications in one file, carried from one store to another and merged there.

Any order of any bundles gives the same records. Nothing that is stored is ever changed by a bundle.
"""

from mrse_assess.records.bundle.content import Bundle, Carried, Chain, Manifest, Portfolio, chains_of
from mrse_assess.records.bundle.encryption import decrypted, encrypted, is_encrypted
from mrse_assess.records.bundle.merging import merge
from mrse_assess.records.bundle.opening import opened, parts_of
from mrse_assess.records.bundle.packing import packed
from mrse_assess.records.bundle.report import Conflict, Merged, MergedChain, Refusal
from mrse_assess.records.bundle.sending import Choice, Sent, Stayed, gathered

__all__ = [
    "Bundle",
    "Carried",
    "Chain",
    "Choice",
    "Conflict",
    "Manifest",
    "Merged",
    "MergedChain",
    "Portfolio",
    "Refusal",
    "Sent",
    "Stayed",
    "chains_of",
    "decrypted",
    "encrypted",
    "gathered",
    "is_encrypted",
    "merge",
    "opened",
    "packed",
    "parts_of",
]
