from upendo.catalogue.markets import Market
from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.consent import Consent
from upendo.catalogue.models.content import Content, Part, Remembered
from upendo.catalogue.models.draft import Draft
from upendo.catalogue.models.footprint import Footprint, FootprintStage
from upendo.catalogue.models.forest import Forest, Season, Species
from upendo.catalogue.models.honey import Batch, HarvestPicture, Honey, HoneyFact, Nutrient
from upendo.catalogue.models.import_file import ImportFile
from upendo.catalogue.models.jar import Jar, Retailer
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.print_run import PrintRun
from upendo.catalogue.models.told import Told

__all__ = [
    "Batch",
    "Beekeeper",
    "Consent",
    "Content",
    "Draft",
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
    "Part",
    "Picture",
    "PrintRun",
    "Remembered",
    "Retailer",
    "Season",
    "Species",
    "Told",
]
