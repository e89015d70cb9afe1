from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "upendo.claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        """Take part in every story and in the saving of every text for readers."""
        from upendo.catalogue.demo.load import add_demo_part  # noqa: PLC0415 - models are ready
        from upendo.catalogue.story_sections import add_story_section  # noqa: PLC0415
        from upendo.catalogue.text_checks import add_text_check  # noqa: PLC0415
        from upendo.claims import gaps  # noqa: F401, PLC0415 - its checks register themselves
        from upendo.claims.demo.load import load_claims  # noqa: PLC0415
        from upendo.claims.sections import CERTIFICATES, CLAIMS  # noqa: PLC0415
        from upendo.claims.wording.check import check_wording  # noqa: PLC0415

        add_story_section(CLAIMS)
        add_story_section(CERTIFICATES)
        add_text_check(check_wording)
        add_demo_part(load_claims)
