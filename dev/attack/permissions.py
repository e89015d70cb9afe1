"""What each role may do: the tests that try every page and every verb as every role."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from dev.attack.server import Server
from dev.attack.table import Row
from dev.postgres import PROJECT

TESTS = [
    "upendo/staff/tests/test_roles.py",
    "upendo/staff/tests/test_roles_in_the_admin.py",
    "upendo/staff/tests/test_roles_in_the_api.py",
    "upendo/catalogue/tests/test_staff_api.py",
    "upendo/catalogue/admin/tests/test_borrowed_forms.py",
    "upendo/catalogue/admin/tests/test_comes_to_readers.py",
    "upendo/catalogue/admin/tests/test_limits_of_roles.py",
]


def drill(server: Server) -> list[Row]:
    """Run them; a test that does not pass is a permission lost."""
    report = Path(server.services.folder / "permissions.xml")
    subprocess.run(  # noqa: S603 - our own tests
        [sys.executable, "-m", "pytest", "-q", "-n", "2", f"--junitxml={report}", *TESTS],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    suites = ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - pytest wrote it
    counts = [suite.attrib for suite in suites]
    tried = sum(int(count["tests"]) for count in counts)
    lost = sum(int(count["failures"]) + int(count["errors"]) for count in counts)
    return [Row("what each role may do", tried, lost if tried else 1)]
