"""The demonstration stories. The persons and shops are invented, and the pages say so."""

from datetime import date
from typing import Any

PRINTED_SOURCE = "Demonstration figure, to be replaced by the cooperative's own count"

FORESTS: dict[str, dict[str, Any]] = {
    "inyonga": {
        "title": "Inyonga forest",
        "region": "Katavi Region",
        "description": (
            "Around the small town of Inyonga the land is miombo: open woodland, tall grass, and a "
            "canopy that lets the light through. For half the year it waits for rain in grey and "
            "copper. Then, days before the first storm, the trees put out leaves as red as wine.\n"
            "\n"
            "The bees here belong to nobody. They follow the flowering from valley to valley, and "
            "settle in a log or bark hive only when they like it. A beekeeper hangs fifty hives "
            "and hopes for thirty."
        ),
        "importance": (
            "A hive needs a tall tree, and a tall tree needs many years. Whoever lives from honey "
            "has a reason to leave the old trees standing, to watch for fires, and to keep the "
            "charcoal burners away.\n"
            "\n"
            "Standing woodland holds its soil when the storms come, feeds the streams through the "
            "dry months, and shelters the animals that pass between the parks. This page makes no "
            "sum of it and takes nothing off the honey's footprint. It only says what is here "
            "while the trees are."
        ),
        "photo": ("forest-inyonga", "Miombo woodland in low light, a log hive high in a tall tree"),
        "kml": "inyonga.kml",
        "boundary_note": "Approximate outline, drawn by us for this demonstration.",
        "area_hectares": 441_000,
        "area_source": "Forest reserve near 5.5° S, 31.4° E, designated in 1955",
        "group_story": (
            "They are farmers and neighbours from the villages around the forest. Each hangs hives "
            "of logs and bark high in the trees, each family with marks of its own, and twice a "
            "year they walk out together to harvest.\n"
            "\n"
            "What they bring home is weighed, pressed and bottled as one honey, because the bees "
            "did not keep to anybody's hives either."
        ),
        "beekeeper_count": 620,
        "beekeeper_count_source": PRINTED_SOURCE,
        "species": [
            (
                "plant",
                "Msasa",
                "Brachystegia spiciformis",
                "Leafs out in red and copper before the rains; bark hives come from its kin.",
            ),
            (
                "plant",
                "Mnondo",
                "Julbernardia globiflora",
                "Up to 18 metres tall. Flowers from January to May and feeds most of the bees.",
            ),
            (
                "animal",
                "African elephant",
                "Loxodonta africana",
                "Walks between the parks, and now and then takes down a hive.",
            ),
            (
                "animal",
                "Giraffe",
                "Giraffa camelopardalis",
                "Browses the crowns and keeps a polite distance from the hives.",
            ),
            ("animal", "Zebra", "Equus quagga", "Comes through after the rains for new grass."),
            (
                "animal",
                "Chimpanzee",
                "Pan troglodytes",
                "Lives in the wider region, around the Ugalla river.",
            ),
        ],
        "seasons": [
            ("rain", "Rains", 11, 4),
            ("bloom", "Mnondo in flower", 1, 5),
            ("harvest", "Light harvest", 5, 8),
            ("harvest", "Dark harvest", 11, 12),
        ],
    },
    "mlele": {
        "title": "Mlele escarpment",
        "region": "Katavi Region",
        "description": (
            "At Mlele the plateau breaks off and falls to the Rukwa plain. Woodland covers the "
            "slope from top to bottom, and the springs under the cliff never quite run dry, so "
            "something is always in flower for the bees.\n"
            "\n"
            "The women's group of Mlele hangs its hives along the old paths, an hour's walk from "
            "the last house."
        ),
        "importance": (
            "The springs under the escarpment rise where the slope is wooded. Where trees were "
            "cut, the water comes down brown in March and is gone by July.\n"
            "\n"
            "Honey pays for the watch that the villages keep over the slope. That is the link, and "
            "it is reason enough; nothing is taken off the honey's footprint for it."
        ),
        "photo": ("forest-mlele", "A wooded escarpment in the rains, elephants on the plain below"),
        "kml": "mlele.kml",
        "boundary_note": "Approximate outline, drawn by us for this demonstration.",
        "area_hectares": 195_000,
        "area_source": "Measured from the outline on our map",
        "group_story": (
            "They are the women of the villages on the slope. They hang their hives together along "
            "the old paths, carry the combs home together, and pay out the harvest in front of "
            "everybody.\n"
            "\n"
            "So the honey in this jar has not one beekeeper but many."
        ),
        "beekeeper_count": 140,
        "beekeeper_count_source": PRINTED_SOURCE,
        "species": [
            (
                "plant",
                "Mnondo",
                "Julbernardia globiflora",
                "The first to flower on the slope, from January on.",
            ),
            (
                "plant",
                "Msasa",
                "Brachystegia spiciformis",
                "Its flat crowns carry most of the group's hives.",
            ),
            (
                "animal",
                "African elephant",
                "Loxodonta africana",
                "Comes up from the plain for water in the dry months.",
            ),
            ("animal", "Roan antelope", "Hippotragus equinus", "Grazes the clearings at dawn."),
        ],
        "seasons": [
            ("rain", "Rains", 11, 4),
            ("bloom", "Trees in flower", 1, 6),
            ("harvest", "Light harvest", 5, 8),
            ("harvest", "Dark harvest", 11, 12),
        ],
    },
}
SPECIES_SOURCE = "Field guides to the miombo of western Tanzania"

BEEKEEPERS: dict[str, dict[str, Any]] = {
    "neema": {
        "name": "Neema Kashindye",
        "village": "Inyonga",
        "since": 2009,
        "bio": (
            "Neema bought her first hive with what a field of groundnuts brought in. It stayed "
            "empty for eleven months. “I went to look every Sunday after church,” she says, “and "
            "every Sunday my brothers laughed.” The bees came in the twelfth.\n"
            "\n"
            "Today she has sixty-four bark hives, each one made by herself from a single fallen "
            "branch, and three children at school. Her eldest climbs better than she does, and is "
            "not allowed to yet."
        ),
        "portrait": ("portrait-neema", "Neema Kashindye in a patterned headscarf, smiling"),
    },
    "juma": {
        "name": "Juma Mwakalukwa",
        "village": "Ilunde",
        "since": 1984,
        "bio": (
            "Juma learned from his father, who learned from his: where the bees drink, which tree "
            "they will like next year, how to hollow a log so that it stays dry. He marks his "
            "hives with three short cuts, as the family always has.\n"
            "\n"
            "He has kept a notebook since 1984. It holds the day of the first rain, the day the "
            "mnondo opened, and the weight of every harvest. “The bees read the weather,” he "
            "says. “I only write it down.”"
        ),
        "portrait": ("portrait-juma", "Juma Mwakalukwa, grey-bearded, in a work shirt"),
    },
    "rehema": {
        "name": "Rehema Sungura",
        "village": "Mlele",
        "since": 2019,
        "bio": (
            "Rehema came to beekeeping for the bookkeeping. The women's group of Mlele needed "
            "somebody who could add up, and she had finished school with the best marks in "
            "mathematics. She stayed for the forest.\n"
            "\n"
            "As treasurer she pays out the harvest in front of everybody, under the mango tree, "
            "coin by coin. As a beekeeper she has nineteen hives, and a plan for forty."
        ),
        "portrait": ("portrait-rehema", "Rehema Sungura, her bee veil pushed back, laughing"),
    },
}
NOTICE = "A demonstration story: {name} is an invented person."
CONSENT_GIVEN = date(2026, 9, 1)
CONSENT_RECORD = "Nobody was asked: {name} is an invented person."
TRANSLATOR = "The Upendo Honey team"

NUTRITION = [
    ("Energy", "1,360 kJ / 320 kcal"),
    ("Fat", "0 g"),
    ("Carbohydrate", "80 g"),
    ("of which sugars", "80 g"),
    ("Protein", "0.3 g"),
    ("Salt", "0 g"),
]
FACTS = [
    (
        "Keeping it",
        "Keep the jar closed, dry and at room temperature, away from the window. The fridge only "
        "makes it stiff.",
    ),
    (
        "If it crystallises",
        "Sooner or later honey sets: its glucose turns into fine crystals. Nothing has gone wrong. "
        "Stand the jar in warm water, not hotter than your hand can bear, and it runs again.",
    ),
]
HARVEST = (
    "Late in the afternoon the beekeeper throws a rope over the branch and climbs, a smouldering "
    "torch of bark on the belt.\n"
    "\n"
    "Smoke calms the bees. One end of the hive is opened, and only the full combs are cut. The "
    "brood stays, and enough honey to live on.\n"
    "\n"
    "In camp the combs are pressed and the honey runs through a cloth, slowly, overnight."
)
HARVEST_PICTURES = [
    ("harvest-climb", "A beekeeper climbing to a log hive with a rope"),
    ("harvest-smoke", "Smoke drifting into a hive at dusk"),
    ("harvest-comb", "A golden comb lifted out of a bark hive"),
    ("harvest-strain", "Honey running through a cloth into a bucket"),
]

HONEYS: dict[str, dict[str, Any]] = {
    "light": {
        "name": "Miombo Blossom honey",
        "tasting_note": "Caramel first, then ripe stone fruit, with a little woodsmoke at the end.",
        "description": (
            "When the rains are over, the mnondo trees have been in flower for months. What the "
            "bees bring home between January and May is harvested from May to August: a light "
            "amber honey that pours slowly and smells of warm grass.\n"
            "\n"
            "Try it on buttered toast before anything else."
        ),
        "season": "May to August",
        "jar_photo": ("honey-light", "A glowing jar of light amber honey among miombo leaves"),
        "recipe_title": "Flatbread with honey and salted butter",
        "recipe_url": "https://recipes.example/flatbread-with-honey",
    },
    "dark": {
        "name": "Short Rains Amber honey",
        "tasting_note": "Dark caramel, tobacco and bitter chocolate; long and warm.",
        "description": (
            "After the short rains of October to December the forest flowers all at once, and the "
            "bees work as if they knew it would not last. The honey of those weeks is dark, rich "
            "and not very sweet.\n"
            "\n"
            "It holds its own against strong cheese, black coffee and rye bread."
        ),
        "season": "November and December",
        "jar_photo": ("honey-dark", "A jar of dark amber honey in the shade of the forest"),
    },
    "comb": {
        "name": "Mlele Comb honey",
        "tasting_note": "Butterscotch and dried apricot, with the soft bite of fresh wax.",
        "description": (
            "A piece of comb in every jar, cut by hand on the day of the harvest and covered with "
            "honey from the same hive. The wax is thin and can be eaten.\n"
            "\n"
            "Break it over yoghurt, or eat it with a spoon when nobody is looking."
        ),
        "season": "May to August",
        "jar_photo": ("honey-comb", "A jar of amber honey with a piece of comb inside"),
    },
}

FOOTPRINT: dict[str, Any] = {
    "subject": "This honey",
    "comparison": "A domestic honey",
    "method": "Carbon footprint of a product, cradle to shop, after ISO 14067",
    "boundary": "Transport on land, packaging and overheads, sea freight. Not the cooking at home.",
    "year": 2024,
    "source": "Demonstration study by Upendo Honey, not verified by others",
    "action": (
        "Most of the difference is the road from Katavi to the port. From this year on the honey "
        "travels by rail from Tabora where a train runs, and in larger drums, so that fewer "
        "lorries are needed. We publish the new figure whether it is better or not."
    ),
    "stages": [
        ("Beekeeping", None, None),
        ("Transport on land", 903, 451),
        ("Packaging and overheads", 661, 661),
        ("Sea freight", 342, 0),
    ],
}

RETAILERS: dict[str, dict[str, Any]] = {
    "morgenrot": {
        "name": "Feinkost Morgenrot",
        "website": "https://morgenrot.example",
        "market": "EU",
        "logo": ("retailer-morgenrot", "Feinkost Morgenrot"),
    },
    "tallow-and-thyme": {
        "name": "Tallow & Thyme",
        "website": "https://tallowandthyme.example",
        "market": "ANZ",
        "logo": ("retailer-tallow-and-thyme", "Tallow and Thyme"),
    },
}

JARS: list[dict[str, Any]] = [
    {
        "code": "PUREJOY",
        "beekeeper": "neema",
        "together_with": ["juma"],
        "honey": "light",
        "forest": "inyonga",
        "retailer": None,
        "net_weight_grams": 350,
        "batch": {
            "lot": "INY-2026-07",
            "harvested_from": date(2026, 6, 8),
            "harvested_to": date(2026, 7, 19),
            "bottled_on": date(2026, 9, 2),
            "weight_kg": "1840.0",
            "moisture_percent": "18.2",
            "hmf_mg_per_kg": "9.4",
            "colour_mm_pfund": 62,
        },
    },
    {
        "code": "MSTUK47W",
        "beekeeper": "juma",
        "honey": "dark",
        "forest": "inyonga",
        "retailer": "morgenrot",
        "net_weight_grams": 500,
        "batch": {
            "lot": "INY-2025-12",
            "harvested_from": date(2025, 11, 24),
            "harvested_to": date(2025, 12, 20),
            "bottled_on": date(2026, 3, 11),
            "weight_kg": "960.0",
            "moisture_percent": "18.9",
            "hmf_mg_per_kg": "14.1",
            "colour_mm_pfund": 118,
        },
    },
    {
        "code": "ASAKRB9M",
        "beekeeper": "rehema",
        "honey": "comb",
        "forest": "mlele",
        "retailer": "tallow-and-thyme",
        "net_weight_grams": 400,
        "batch": {
            "lot": "MLE-2026-06",
            "harvested_from": date(2026, 5, 30),
            "harvested_to": date(2026, 6, 27),
            "bottled_on": date(2026, 8, 20),
            "weight_kg": "410.0",
            "moisture_percent": "17.6",
            "hmf_mg_per_kg": "6.8",
            "colour_mm_pfund": 71,
        },
    },
]
