from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class StoryConfig(AppConfig):
    name = "upendo.story"

    def ready(self) -> None:
        """Load the sections that other apps add to every story."""
        autodiscover_modules("story_sections")
