"""All kinds of hostile files, by number."""

from random import Random

from dev.attack.hostile_files import evidence, lists, outlines, photos, pictures, tables

PICTURE, OUTLINE, TABLE, LIST, EVIDENCE = "picture", "outline", "table", "list", "evidence"
FIELDS = {
    PICTURE: pictures.kinds | photos.kinds,
    OUTLINE: outlines.kinds,
    TABLE: tables.kinds,
    LIST: lists.kinds,
    EVIDENCE: evidence.kinds,
}
MUST_BE_KEPT = {photos.IPHONE}
KINDS = [(field, name, maker) for field, kinds in FIELDS.items() for name, maker in kinds.items()]


def make(number: int) -> tuple[str, str, bytes]:
    """Return the field, the kind and the content of a file; the same number gives the same file."""
    field, name, maker = KINDS[number % len(KINDS)]
    return field, name, maker(Random(number))  # noqa: S311 - no secret
