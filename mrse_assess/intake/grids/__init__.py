"""Where words stand in rows and columns, whether lines are drawn or not."""
