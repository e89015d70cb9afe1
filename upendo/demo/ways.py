"""The ways of the demonstration's batches. Ships, stores and documents are invented."""

from datetime import date
from typing import Any

CLIMB = ("harvest-climb", "A beekeeper climbing to a log hive with a rope")
STRAIN = ("harvest-strain", "Honey running through a cloth into a bucket")
PROOF = "{} (demonstration)"

# By lot number. The lot of the third story has no way, as most have none in the beginning.
WAYS: dict[str, list[dict[str, Any]]] = {
    "INY-2026-07": [
        {
            "kind": "harvested",
            "day": date(2026, 6, 8),
            "place": "Inyonga forest, Tanzania",
            "coordinates": "-5.5, 31.4",
            "text": "The first of 212 hives is opened, in the last light. The last one follows on "
            "19 July.",
            "picture": CLIMB,
        },
        {
            "kind": "pressed",
            "day": date(2026, 7, 22),
            "place": "Inyonga, Tanzania",
            "coordinates": "-6.72, 32.06",
            "text": "All combs are pressed in one week. The honey runs through a cloth, by night.",
            "picture": STRAIN,
        },
        {
            "kind": "shipped",
            "day": date(2026, 8, 4),
            "place": "Tabora, Tanzania",
            "coordinates": "-5.02, 32.8",
            "text": "Seven drums leave on the goods train to the coast, two nights and a day.",
            "proof_title": PROOF.format("Consignment note of the railway, 4 August 2026"),
            "proof_url": "https://railway.example/notes/INY-2026-07",
        },
        {
            "kind": "tested",
            "day": date(2026, 8, 18),
            "place": "Dar es Salaam, Tanzania",
            "coordinates": "-6.8, 39.28",
            "text": "One sample from each drum: 18.2 % water and 9.4 mg of HMF per kg.",
            "proof_title": PROOF.format("Laboratory report, 18 August 2026"),
            "proof_url": "https://laboratory.example/reports/INY-2026-07",
        },
        {
            "kind": "filled",
            "day": date(2026, 9, 2),
            "place": "Dar es Salaam, Tanzania",
            "coordinates": "-6.8, 39.28",
            "text": "5,240 jars of 350 g, each with a code of its own.",
        },
        {
            "kind": "shipped",
            "day": date(2026, 9, 9),
            "place": "Port of Dar es Salaam, Tanzania",
            "coordinates": "-6.8, 39.28",
            "text": "One pallet after the other goes into a shared container.",
        },
        {
            "kind": "arrived",
            "day": date(2026, 10, 14),
            "place": "Hamburg, Germany",
            "coordinates": "53.54, 9.97",
            "text": "Five weeks at sea. Two jars of the lot are broken, the rest is whole.",
        },
        {
            "kind": "in_shop",
            "day": date(2026, 10, 27),
            "place": "Berlin, Germany",
            "coordinates": "52.5, 13.4",
            "text": "The first jar is sold at ten past nine.",
        },
    ],
    "INY-2025-12": [
        {
            "kind": "harvested",
            "day": date(2025, 11, 24),
            "place": "Inyonga forest, Tanzania",
            "coordinates": "-5.5, 31.4",
            "text": "Between two storms, when the forest has flowered for three weeks.",
        },
        {
            "kind": "pressed",
            "day": date(2025, 12, 22),
            "place": "Inyonga, Tanzania",
            "coordinates": "-6.72, 32.06",
        },
        {
            "kind": "filled",
            "day": date(2026, 3, 11),
            "place": "Dar es Salaam, Tanzania",
            "coordinates": "-6.8, 39.28",
        },
        {
            "kind": "arrived",
            "day": date(2026, 5, 6),
            "place": "Hamburg, Germany",
            "coordinates": "53.54, 9.97",
        },
    ],
}
