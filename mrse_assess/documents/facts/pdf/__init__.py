"""What a PDF carries: of the file as a whole, of its pages, of the versions kept in it. Runs in the worker."""
