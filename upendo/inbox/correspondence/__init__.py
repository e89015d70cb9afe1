"""What is done with letters: they are taken in, answered and copied."""
