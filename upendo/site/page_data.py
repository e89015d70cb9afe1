"""What Django puts into the React page. The frontend's `api/types.ts` has the same type."""

from typing import NotRequired, TypedDict

from upendo.story.schema import Story


class Unknown(TypedDict):
    """A code that no jar carries, and codes that one slip away do."""

    code: str
    suggestions: list[str]


class PageData(TypedDict):
    """A story, an unknown code, or neither."""

    story: Story | None
    unknown_code: Unknown | None
    base: NotRequired[str]  # in a private preview, what stands before the address of every page
