"""Processes with a database of their own, which are sent lines and answer each with JSON."""

import json
import os
import select
import subprocess
import sys
from typing import Any

START_PATIENCE = 600  # seconds; a machine may be busy


class Worker:
    """One such process, which runs a module of ours."""

    def __init__(self, module: str, name: str) -> None:
        environ = os.environ | {
            "DATABASE_URL": f"{os.environ['DATABASE_URL']}_{name}",
            "S3_BUCKET": "",
            "S3_ENDPOINT_URL": "",
            "S3_ACCESS_KEY_ID": "",
            "S3_SECRET_ACCESS_KEY": "",
            "MEDIA_ROOT": f"{os.environ['ATTACK_FOLDER']}/{name}",
            "EMAIL_URL": "console:",
        }
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "dev.with_django", module],
            env=environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("A worker has no pipes.")
        self._lines, self._answers = self.process.stdin, self.process.stdout
        self._answer(START_PATIENCE)

    def ask(self, line: str, patience: float) -> Any:
        """Return the answer to a line. Raises TimeoutError, or EOFError when the process ended."""
        self._lines.write(f"{line}\n")
        self._lines.flush()
        return self._answer(patience)

    def stop(self) -> None:
        """End it, at once if it does not listen."""
        self._lines.close()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _answer(self, patience: float) -> Any:
        if not select.select([self._answers], [], [], patience)[0]:
            self.process.kill()
            raise TimeoutError
        if not (line := self._answers.readline()):
            raise EOFError
        return json.loads(line)
