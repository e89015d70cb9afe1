"""The first view of a page: drawn on the server, and taken over by React in the browser."""

from django.utils.safestring import SafeString

from upendo.site.engine import DrawingError, engine
from upendo.site.page_data import PageData


def first_view(path: str, page_data: PageData) -> SafeString:
    """Return the HTML that React takes over in the browser.

    Empty when it cannot be drawn, which the log then tells: the browser draws everything itself.
    """
    try:
        return engine.draw("firstView", path, page_data)
    except DrawingError:
        return SafeString()
