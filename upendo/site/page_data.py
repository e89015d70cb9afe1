"""What a React page is drawn from, and what of it travels with the page.

The frontend's `api/types.ts` has the same type.
"""

from typing import NotRequired, TypedDict

from upendo.story.schema import Story


class Unknown(TypedDict):
    """A code that no jar carries, and codes that one slip away do."""

    code: str
    suggestions: list[str]


class PageData(TypedDict):
    """A story and the code that was asked for, a code that is unknown, or neither."""

    code: str | None
    story: Story | None
    unknown_code: Unknown | None
    base: NotRequired[str]  # in a private preview, what stands before the address of every page


def data_of(story: Story) -> PageData:
    """Return what a page of a story is drawn from."""
    return {"code": story["code"], "story": story, "unknown_code": None}


def to_send(page_data: PageData) -> PageData:
    """Return what travels with the page: its script fetches a story that anybody may fetch.

    So a page weighs the same however much its story has to tell, and the story is fetched once for
    all of its pages. A preview's story is nowhere else to be had.
    """
    return page_data if "base" in page_data else {**page_data, "story": None}
