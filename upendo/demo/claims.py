"""The demonstration claims. Laboratory, records and measurements are invented, and say so."""

from datetime import date
from typing import Any

from upendo.catalogue.markets import Market

EVERYWHERE = list(Market)
LABORATORY = "Dar es Salaam Demonstration Laboratory (invented)"

PAID = {
    "kind": "social",
    "scope": "Lot INY-2026-07, 1,840 kg, paid on the scales in Inyonga",
    "wording": "Paid for every kilogram of this lot, in cash, on the day it was weighed.",
    "status": "evidenced",
    "markets": EVERYWHERE,
    "paid_per_kg": 9000,
    "currency": "TZS",
    "paid_on": date(2026, 7, 22),
    "local_per_kg": 6500,
    "local_on": date(2026, 7, 20),
    "local_source": "Three traders in Inyonga, asked by us (demonstration figures)",
}
HIVES = {
    "kind": "social",
    "scope": "The premium of lot INY-2026-07, receipts of the cooperative",
    "wording": "They were made by the village's carpenter, and went to people who had none before.",
    "status": "evidenced",
    "markets": EVERYWHERE,
    "figure": 46,
    "unit": "new top-bar hives",
    "figure_on": date(2026, 10, 1),
    "figure_source": "The cooperative's books (demonstration figure)",
}
TRAINING = {
    "kind": "social",
    "scope": "Three days in Inyonga, list of those present",
    "wording": "They learned to harvest by daylight and with less smoke.",
    "status": "evidenced",
    "markets": EVERYWHERE,
    "figure": 31,
    "unit": "beekeepers trained",
    "figure_on": date(2026, 9, 12),
    "figure_source": "The list of those present (demonstration figure)",
}

# Per story: what is claimed of its batch.
BATCH_CLAIMS: dict[str, list[dict[str, Any]]] = {
    "PUREJOY": [
        {
            "kind": "origin",
            "wording": "All of the honey in this lot was harvested in Inyonga forest, Tanzania.",
            "scope": "Lot INY-2026-07, 1,840 kg",
            "status": "evidenced",
            "markets": EVERYWHERE,
        },
        {
            "kind": "quality",
            "wording": "Measured at bottling: 18.2 % water and 9.4 mg of HMF per kg.",
            "scope": "Lot INY-2026-07, one sample from each drum",
            "status": "verified",
            "markets": EVERYWHERE,
        },
        {
            "kind": "quality",
            "wording": "Never warmer than 40 °C between the comb and the jar.",
            "scope": "Lot INY-2026-07, by the temperature log of the bottling line",
            "status": "evidenced",
            "markets": ["US", "CA", "ANZ", "WORLD"],
        },
        PAID,
        HIVES,
        TRAINING,
    ],
    "MSTUK47W": [
        {
            "kind": "origin",
            "wording": "All of the honey in this lot was harvested in Inyonga forest, Tanzania.",
            "scope": "Lot INY-2025-12, 960 kg",
            "status": "evidenced",
            "markets": EVERYWHERE,
        },
        {
            "kind": "quality",
            "wording": "Measured at bottling: 18.9 % water and 14.1 mg of HMF per kg.",
            "scope": "Lot INY-2025-12, one sample from each drum",
            "status": "verified",
            "markets": EVERYWHERE,
        },
        {
            "kind": "quality",
            "wording": "Never warmer than 40 °C between the comb and the jar.",
            "scope": "Lot INY-2025-12, by the temperature log of the bottling line",
            "status": "evidenced",
            "markets": ["US", "CA", "ANZ", "WORLD"],
        },
    ],
    "ASAKRB9M": [
        {
            "kind": "origin",
            "wording": "Comb and honey in this lot come from the Mlele escarpment, Tanzania.",
            "scope": "Lot MLE-2026-06, 410 kg",
            "status": "evidenced",
            "markets": EVERYWHERE,
        },
        {
            "kind": "quality",
            "wording": "Measured at bottling: 17.6 % water and 6.8 mg of HMF per kg.",
            "scope": "Lot MLE-2026-06, one sample from each drum",
            "status": "verified",
            "markets": EVERYWHERE,
        },
        {
            "kind": "social",
            "wording": "The women's group was paid for the whole harvest on the day of delivery.",
            "scope": "Harvest of June 2026, 31 beekeepers",
            "status": "evidenced",
            "markets": ["UK", "US", "ANZ", "WORLD"],
        },
    ],
}
