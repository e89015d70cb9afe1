"""A mail server for browser tests: keeps every email that it is given as a file.

python -m dev.browser_tests.mailbox PORT FOLDER
"""

import asyncio
import itertools
import shutil
import sys
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP


class Mailbox:
    """Writes emails as 1.eml, 2.eml… into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """Keep an email; the method's name is the library's."""
        partial = self.folder / "partial"
        partial.write_bytes(envelope.content)
        partial.rename(self.folder / f"{next(self.numbers)}.eml")
        return "250 OK"


async def main() -> None:
    """Serve until told to stop, beginning with an empty folder."""
    port, folder = int(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    mailbox = Mailbox(folder)
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(mailbox), "127.0.0.1", port
    )
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
