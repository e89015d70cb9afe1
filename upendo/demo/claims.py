"""The demonstration claims. Laboratory, records and measurements are invented, and say so."""

from typing import Any

from upendo.catalogue.markets import Market

EVERYWHERE = list(Market)
LABORATORY = "Dar es Salaam Demonstration Laboratory (invented)"

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
