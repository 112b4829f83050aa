"""The sections of a decision letter, one module each, in the order in which they stand."""
