"""The chapters that every story has; and an address that readers may have seen is kept.

The trigger waits for the end of its transaction: what is put into a chapter and taken out again in
between, as when a new page is held back as a draft, nobody has seen.
"""

from typing import Any

from django.db import migrations

# As each story had them before: the order of upendo/pages/models/chapter.py, BuiltIn.
BUILT_IN = ("beekeeper", "honey", "forest", "footprint", "asante")

FORWARD = """
CREATE FUNCTION pages_keep_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO pages_keptaddress (page_id)
        SELECT slug FROM pages_page WHERE id = NEW.id AND chapter_id IS NOT NULL
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_address AFTER INSERT OR UPDATE ON pages_page
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION pages_keep_address();
"""
BACKWARD = """
DROP TRIGGER keep_address ON pages_page;
DROP FUNCTION pages_keep_address();
"""


def add_chapters(apps: Any, schema_editor: Any) -> None:
    """Write the rows of the built-in chapters, with room between them."""
    chapters = apps.get_model("pages", "Chapter").objects.using(schema_editor.connection.alias)
    for number, name in enumerate(BUILT_IN, start=1):
        chapters.get_or_create(built_in=name, defaults={"position": 10 * number})


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_pages")]

    operations = [
        migrations.RunPython(add_chapters, migrations.RunPython.noop),
        migrations.RunSQL(FORWARD, BACKWARD),
    ]
