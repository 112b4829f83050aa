"""What files of office programs carry. Runs in the worker."""
