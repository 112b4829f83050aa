"""One assessment in progress: open, resume, judge, conclude, decide, draft the letter. No widgets."""
