"""A further attempt: what was asked for, which sub-categories are open, what stands, and what the applicant changed."""
