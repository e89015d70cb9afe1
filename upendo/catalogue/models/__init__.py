from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.footprint import Footprint, FootprintStage
from upendo.catalogue.models.forest import Forest, Season, Species
from upendo.catalogue.models.honey import Batch, HarvestPicture, Honey, HoneyFact, Nutrient
from upendo.catalogue.models.import_file import ImportFile
from upendo.catalogue.models.jar import Jar, Market, Retailer
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.print_run import PrintRun

__all__ = [
    "Batch",
    "Beekeeper",
    "Footprint",
    "FootprintStage",
    "Forest",
    "HarvestPicture",
    "Honey",
    "HoneyFact",
    "ImportFile",
    "Jar",
    "Market",
    "Nutrient",
    "Picture",
    "PrintRun",
    "Retailer",
    "Season",
    "Species",
]
