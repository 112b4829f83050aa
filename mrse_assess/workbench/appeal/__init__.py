"""What leaves the office after a decision: the pack of an appeal, and a candidate's own record."""
