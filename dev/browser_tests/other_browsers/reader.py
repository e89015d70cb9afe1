"""What a reader does with a browser, and what must then be seen."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from dev.browser_tests.other_browsers.line import Line

PATIENCE = 60  # seconds; a busy machine takes its time
STORY = "/app/PUREJOY"
SERVER = Path("frontend/dist/.server/server.js")
PAGES: list[str] = ["menu", *json.loads(Path("frontend/src/cases/pages.json").read_text())]
# React marks what it has taken over.
TAKEN_OVER = """
const heading = document.querySelector("#root h1");
return Boolean(heading) && Object.keys(heading).some((key) => key.startsWith("__react"));
"""
STORIES_FETCHED = """
const fetched = performance.getEntriesByType("resource");
return fetched.filter(({ name }) => name.includes("/api/v1/stories/")).length;
"""
# Draws each page in this browser, as the server's engine has drawn it.
REDRAW = """
const [paths, done] = arguments;
const inner = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [page.getElementById("root").innerHTML, page.getElementById("page-data")];
};
server.ready.then(async () => {
  const different = [];
  for (const path of paths) {
    const [sent, data] = inner(await (await fetch(path)).text());
    const { code, ...rest } = JSON.parse(data.textContent);
    const story = code && await (await fetch(`/api/v1/stories/${code}/`)).json();
    const drawn = server.firstView(path, { ...rest, code, story });
    const [own] = inner(`<div id="root">${drawn}</div>`);
    if (own !== sent) different.push(path);
  }
  done(different);
}).catch((error) => done([String(error)]));
"""


def expect(holds: object, otherwise: str) -> None:
    """Raises AssertionError with what is wrong if something does not hold."""
    if not holds:
        raise AssertionError(otherwise)


class Reader:
    """Somebody with a browser, whose line can be cut."""

    def __init__(self, driver: WebDriver, line: Line) -> None:
        self.driver = driver
        self._line = line

    def open(self, path: str) -> None:
        self.driver.get(f"http://127.0.0.1:{self._line.port}{path}")

    def wait(self, what: str, until: Callable[[WebDriver], Any]) -> Any:
        """Wait until something is so. Raises TimeoutException, which says what never came."""
        waiting = WebDriverWait(self.driver, PATIENCE, ignored_exceptions=[Exception])
        return waiting.until(until, f"{what}, at {self.driver.current_url}")

    def text(self, selector: str = "body") -> str:
        return self.driver.find_element(By.CSS_SELECTOR, selector).text

    def expect_page(self, words: str = "") -> None:
        """The script has taken the page over, which has a title with these words."""
        self.wait("the script never took over", lambda d: d.execute_script(TAKEN_OVER))
        expect("could not be shown" not in self.text(), f"{self.driver.current_url} is broken")
        self.wait(f"no title says {words!r}", lambda _: words in self.text("#root h1"))

    def walk(self) -> None:
        """Every page opens by its own address, and from page to page by the arrow key."""
        for page in PAGES:
            self.open(f"{STORY}/{page}")
            self.expect_page()
            width = "return document.documentElement.scrollWidth <= innerWidth"
            expect(self.driver.execute_script(width), f"{page} scrolls sideways")
        self.open(f"{STORY}/menu")
        self.expect_page("Neema")
        self.open("/Q/purejoy,")
        self.expect_page("Neema")

    def compare(self) -> None:
        """This browser draws every page as the server has."""
        stories = [STORY, "/app/MSTUK47W", "/app/ASAKRB9M"]
        paths = [f"{story}/{page}" for story in stories for page in PAGES]
        script = f"{SERVER.read_text()};{REDRAW}"
        different = self.driver.execute_async_script(script, [*paths, "/"])
        expect(not different, f"drawn otherwise than by the server: {different}")

    def hear(self) -> None:
        """The letter's recording is played; its story was fetched once."""
        self.open(f"{STORY}/beekeeper-letter")
        self.expect_page("letter")
        fetched = self.driver.execute_script(STORIES_FETCHED)
        expect(fetched == 1, f"the story was fetched {fetched} times")
        self.driver.find_element(By.XPATH, "//button[@aria-label='Play']").click()
        played = "return document.querySelector('audio').currentTime > 1"
        self.wait("the letter is not heard", lambda d: d.execute_script(played))

    def see_map(self) -> None:
        """The map is drawn, not only its still picture."""
        self.open(f"{STORY}/tanzania-map")
        opened = "[role=application][data-open] canvas"
        self.wait("the map never opened", lambda d: d.find_elements(By.CSS_SELECTOR, opened))

    def type_code(self) -> None:
        self.open("/")
        self.expect_page()
        field = self.driver.find_element(By.NAME, "code")
        field.send_keys("\uff50\u00fcrej0y !", Keys.ENTER)
        self.wait("the code opened no story", lambda d: d.current_url.endswith(f"{STORY}/menu"))
        self.expect_page("Neema")

    def write(self, *, taken_over: bool = True) -> None:
        """A letter is sent, and its private page opens by the link that is shown."""
        self.open(f"{STORY}/beekeeper-message")
        if taken_over:
            self.expect_page()
        self.driver.find_element(By.NAME, "name").send_keys("Ann")
        self.driver.find_element(By.NAME, "message").send_keys("It tastes of caramel.")
        button = self.driver.find_element(By.CSS_SELECTOR, "main form button[type=submit]")
        button.click()
        link = "main a[href*='/letters/']"
        self.wait("the letter never left", lambda _: "on its way" in self.text())
        self.open(self._path(self.driver.find_element(By.CSS_SELECTOR, link).get_attribute("href")))
        expect("It tastes of caramel." in self.text(), "the private page lacks the letter")

    def read_offline(self) -> None:
        """A story that was opened opens with the line cut: each page, `/`, and `/read`."""
        self.open(f"{STORY}/menu")
        self.expect_page("Neema")
        self._wait_until_kept(f"{STORY}/read")
        self._wait_until_kept(STORY)
        self._line.cut()
        try:
            for page in PAGES:
                self.open(f"{STORY}/{page}")
                self.expect_page()
            for odd in ("/q/PUREJOY%E0", "/q/PUREJOY/", "/APP/purejoy/MENU"):
                self.open(odd)
                self.expect_page("Neema")
            self.open("/")
            self.expect_page("Every jar has a story")
            self.open(f"{STORY}/read")
            self.wait("no whole story", lambda _: "Mpendwa mteja" in self.text())
        finally:
            self._line.mend()

    def _wait_until_kept(self, path: str) -> None:
        self.wait(f"{path} was never kept", lambda d: d.execute_async_script(_kept(path)))

    def _path(self, address: str | None) -> str:
        return "/letters/" + (address or "").rpartition("/letters/")[2]


def _kept(path: str) -> str:
    return f"""
const done = arguments[0];
caches.match({json.dumps(path)}).then((page) => done(Boolean(page)), () => done(false));
"""
