"""Measures stories a second; `dev.bench.stories` says what it prints."""

from dev.bench.stories import main

if __name__ == "__main__":
    main()
