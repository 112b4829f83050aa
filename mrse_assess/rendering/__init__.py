"""Structured text to DOCX, PDF, HTML, Markdown and plain text; Word and PDF files are made in the worker."""

from mrse_assess.rendering.render import KINDS, kind_of, render

__all__ = ["KINDS", "kind_of", "render"]
