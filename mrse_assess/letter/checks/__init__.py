"""What keeps a letter from being issued, one module for each kind of ground. Each check yields refusals."""
