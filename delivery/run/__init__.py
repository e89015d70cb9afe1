"""What every run needs: its settings, its waits, its report and the ways it can end."""
