"""The demonstration's page of its own. What Juma says is invented, as he is."""

from typing import Any

CODE = "MSTUK47W"  # it comes with this story, and is for its honey alone
CHAPTER = {"title": "Our bees", "line": "They belong to nobody, and come when the forest flowers"}
# Between the honey and the forest: upendo/pages/migrations/0002_chapters_and_kept_addresses.py.
PLACE = 25
TITLE, SLUG = "Bees that belong to nobody", "our-bees"

# Pictures by their names in art/, people by their names.
BLOCKS: list[dict[str, Any]] = [
    {
        "kind": "text",
        "text": "Nobody buys these bees, feeds them or moves them by night. They live in hollow "
        "trees, and in a hive when one of ours suits them better. When the trees of a valley have "
        "flowered, they fly on to the next.",
    },
    {
        "kind": "picture",
        "picture": ("harvest-climb", "A beekeeper climbing to a log hive with a rope"),
        "text": "A hive hangs high, where honey badgers and grass fires do not reach.",
    },
    {"kind": "heading", "text": "How a swarm moves in"},
    {
        "kind": "text",
        "text": "In the weeks of plenty a colony grows too many for its home. Then the old queen "
        "leaves with half of her bees, and scouts look for a dry hollow with a small entrance.\n"
        "\n"
        "So a beekeeper rubs the inside of a new hive with wax, hangs it where a tree is about to "
        "flower, and waits. Some hives are found within a week, some never.",
    },
    {
        "kind": "quotation",
        "text": "I do not keep bees. I keep hives, and the bees keep coming back.",
        "said_by": "Juma Mwakalukwa, Ilunde",
    },
    {"kind": "heading", "text": "Who hangs the hives"},
    {"kind": "person", "beekeeper": "Juma Mwakalukwa", "text": "Log hives, as his father made."},
    {"kind": "person", "beekeeper": "Neema Kashindye", "text": "Bark hives, and a few of planks."},
]
