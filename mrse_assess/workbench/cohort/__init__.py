"""The cohort of a workspace as a person may see it: its records read once, application by application, and kept."""
