"""The application register under the hands of office and chair: who judges what, what is waited for, what is known."""
