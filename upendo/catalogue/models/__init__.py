from upendo.catalogue.markets import Market
from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.consent import Consent
from upendo.catalogue.models.content import Content, Part
from upendo.catalogue.models.forest import Forest, Season, Species
from upendo.catalogue.models.honey.batch_beekeeper import BatchBeekeeper
from upendo.catalogue.models.honey.batch_step import BatchStep
from upendo.catalogue.models.honey.footprint import Footprint, FootprintStage
from upendo.catalogue.models.honey.honey import Batch, HarvestPicture, Honey, HoneyFact, Nutrient
from upendo.catalogue.models.import_file import ImportFile
from upendo.catalogue.models.jar import Jar
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.print_run import PrintRun
from upendo.catalogue.models.reader_facing import ReaderFacing
from upendo.catalogue.models.recording import Recording
from upendo.catalogue.models.retailer import Retailer

__all__ = [
    "Batch",
    "BatchBeekeeper",
    "BatchStep",
    "Beekeeper",
    "Consent",
    "Content",
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
    "ReaderFacing",
    "Recording",
    "Retailer",
    "Season",
    "Species",
]
