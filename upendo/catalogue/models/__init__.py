from upendo.catalogue.markets import Market
from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.footprint import Footprint, FootprintStage
from upendo.catalogue.models.forest import Forest, Season, Species
from upendo.catalogue.models.honey import Batch, HarvestPicture, Honey, HoneyFact, Nutrient
from upendo.catalogue.models.jar import Jar, Retailer
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.told import Told

__all__ = [
    "Batch",
    "Beekeeper",
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
    "Told",
]
