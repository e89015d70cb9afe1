"""One code for each story, found without reading the others.

Millions of codes tell a few hundred stories. PostgreSQL has no index scan that leaps from one value
to the next for a DISTINCT, so the query leaps itself: it asks the index `jar_stories` for the first
story, then for the first that comes after it, and so on
(https://wiki.postgresql.org/wiki/Loose_indexscan).
"""

from django.db.models.expressions import RawSQL

from upendo.catalogue import codes

_STORY = "status, batch_id, beekeeper_id, COALESCE(retailer_id, 0)"
# The default code has rules of its own: it is a sample beside the others of its story.
SAMPLES = RawSQL(  # noqa: S611 - nothing of it comes from outside
    f"""
    WITH RECURSIVE story (id, status, batch_id, beekeeper_id, retailer_id) AS (
        (SELECT id, {_STORY} FROM catalogue_jar ORDER BY {_STORY} LIMIT 1)
        UNION ALL
        SELECT next.* FROM story CROSS JOIN LATERAL (
            SELECT id, {_STORY} FROM catalogue_jar
            WHERE ({_STORY})
                > (story.status, story.batch_id, story.beekeeper_id, story.retailer_id)
            ORDER BY {_STORY} LIMIT 1
        ) next
    )
    SELECT id FROM story UNION SELECT id FROM catalogue_jar WHERE code = %s
    """,  # noqa: S608 - as above
    [codes.DEFAULT],
)
