"""From the memory of a worker into the tables: gathered, written every few seconds, folded."""
