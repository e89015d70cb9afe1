"""The catalogue's entries in the desk's menu."""

from upendo.catalogue import desk
from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Consent,
    Draft,
    Footprint,
    Forest,
    Honey,
    Jar,
    Picture,
    Retailer,
)

desk.entry("Stories", Draft, icon="edit_note", title="Drafts")
desk.entry("Stories", Beekeeper, icon="person")
desk.entry("Stories", Consent, icon="handshake")
desk.entry("Stories", Honey, icon="water_drop")
desk.entry("Stories", Forest, icon="forest")
desk.entry("Stories", Footprint, icon="footprint")
desk.entry("Stories", Picture, icon="photo_library")
desk.entry("Codes", Jar, icon="qr_code_2")
desk.entry("Codes", Batch, icon="inventory_2")
desk.entry("Codes", Retailer, icon="storefront")
