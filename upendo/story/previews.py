"""A story as it would be with drafts in it."""

from upendo.catalogue.models import Jar
from upendo.catalogue.previews import Preview
from upendo.editing.drafts import changes_in, undone
from upendo.story.document import story_for
from upendo.story.schema import Story


def previewed_story(preview: Preview) -> Story:
    """Return the story document that a preview shows. Raises Jar.DoesNotExist."""
    with undone():
        for draft in preview.chosen():
            changes_in(draft).apply()
        jar = Jar.objects.with_story().get(code=preview.code)
        return story_for(jar, preview.market or jar.market)
