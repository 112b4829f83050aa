"""Structured text to DOCX, PDF, HTML, Markdown and plain text; Word and PDF files are made in the worker."""

from mrse_assess.rendering.render import KINDS, kind_of, render, template_faults
from mrse_assess.rendering.word_file import own_template

__all__ = ["KINDS", "kind_of", "own_template", "render", "template_faults"]
