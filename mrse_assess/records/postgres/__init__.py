"""Records on a PostgreSQL server: the database, its tables and policies, and the logins of persons."""
