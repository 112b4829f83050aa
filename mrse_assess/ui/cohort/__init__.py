"""The cohort page: filters, one question at a time as figure and table, the applications behind a number."""
