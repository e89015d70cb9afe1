"""Starts gunicorn, everywhere in the same way: python -m upendo.serve [gunicorn's own options].

gunicorn reads WEB_CONCURRENCY while it is imported, before gunicorn.conf.py, and ends with a bare
ValueError if it is no number. So that variable is looked at before.
"""

import sys

from django.core.exceptions import ImproperlyConfigured

from upendo import environment


def main() -> None:
    """Serve until asked to stop. Raises SystemExit, with a sentence if a value is wrong."""
    try:
        environment.workers("WEB_CONCURRENCY")
    except ImproperlyConfigured as error:
        sys.exit(f"ImproperlyConfigured: {error}")
    from gunicorn.app.wsgiapp import run  # noqa: PLC0415 - only now may it be imported

    run()


if __name__ == "__main__":
    main()
