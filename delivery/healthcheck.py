"""Asks the application in this container whether it works: exit code 0 if it does, else 1.

python -m delivery.healthcheck
"""

import os
import sys
from collections.abc import Mapping
from urllib.error import URLError
from urllib.request import Request, urlopen


def main(environ: Mapping[str, str] = os.environ) -> int:
    """Return 0 when /healthz answers 200 within 4 seconds."""
    address = f"http://127.0.0.1:{environ.get('PORT', '8000')}/healthz"
    # Django answers only to its own names; the first may stand for a whole domain.
    host = environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".*")
    try:
        with urlopen(Request(address, headers={"Host": host}), timeout=4) as answer:
            print(answer.read().decode())
    except (URLError, TimeoutError, ConnectionError) as error:
        print(f"{address}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
