"""Where each claim leads: to pages of items, or nowhere."""
