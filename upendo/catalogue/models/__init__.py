from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.consent import Consent
from upendo.catalogue.models.footprint import Footprint, FootprintStage
from upendo.catalogue.models.forest import Forest, Season, Species
from upendo.catalogue.models.honey import Batch, HarvestPicture, Honey, HoneyFact, Nutrient
from upendo.catalogue.models.jar import Jar, Market, Retailer
from upendo.catalogue.models.picture import Picture

__all__ = [
    "Batch",
    "Beekeeper",
    "Consent",
    "Footprint",
    "FootprintStage",
    "Forest",
    "HarvestPicture",
    "Honey",
    "HoneyFact",
    "Jar",
    "Market",
    "Nutrient",
    "Picture",
    "Retailer",
    "Season",
    "Species",
]
