"""The Experience Cross Reference Table: found by what it says, read as rows that claim."""
