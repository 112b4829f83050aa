"""Screening: what a careful assessor would look for first, found and shown with a place and a clause, never judged.

One module per check in ``checks``, one list of them in ``registry``, one type of answer: an Observation. Everything
that looks at an applicant's words runs in the worker.
"""
