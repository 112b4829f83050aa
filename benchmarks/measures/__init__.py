"""The measures behind `make bench`, one module for each subject."""
