"""The register on the start page: who judges what, what is waited for, and what is known of each application."""
