"""The letter's page: where the letter stands, its sentences and what they rest on, and what may be done with it."""
