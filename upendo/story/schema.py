"""The story document's types. `make types` writes this file: change the serializers instead."""

from typing import Literal, NotRequired, TypedDict


type PictureSourceTypeEnum = Literal["image/avif", "image/webp"]


class PictureSource(TypedDict):
    type: PictureSourceTypeEnum
    srcset: str


class Picture(TypedDict):
    alt: str
    is_photo: bool
    credit: str
    taken_on: str | None
    width: int
    height: int
    focus_x: int
    focus_y: int
    colour: str
    sources: list[PictureSource]
    src: str


class StoryRetailer(TypedDict):
    name: str
    website: str | None
    logo: Picture | None


class Recording(TypedDict):
    title: str
    language: str
    by_program: bool
    seconds: int
    src: str


class Letter(TypedDict):
    language: str
    text: str
    translation: str
    translator: str
    photo: Picture | None
    recording: Recording | None


class StoryBeekeeper(TypedDict):
    name: str
    is_group: bool
    village: str
    since: int | None
    bio: str
    notice: str
    portrait: Picture | None
    letter: Letter | None


class Person(TypedDict):
    name: str
    is_group: bool
    village: str
    since: int | None
    bio: str
    notice: str
    portrait: Picture | None
    letter: Letter | None
    number: int


type HoneyFactKindEnum = Literal["general", "infants"]


class HoneyFact(TypedDict):
    kind: HoneyFactKindEnum
    title: str
    text: str


class Nutrient(TypedDict):
    name: str
    per_100g: str


class Recipe(TypedDict):
    title: str
    url: str


class StoryHoney(TypedDict):
    name: str
    tasting_note: str
    description: str
    season: str
    harvest: str
    jar_photo: Picture | None
    harvest_pictures: list[Picture]
    facts: list[HoneyFact]
    nutrition: list[Nutrient]
    recipe: Recipe | None


type BatchStepKindEnum = Literal["harvested", "pressed", "drained", "tested", "filled", "shipped", "arrived", "in_shop"]


class Position(TypedDict):
    latitude: float
    longitude: float


class Proof(TypedDict):
    title: str
    url: str


class BatchStep(TypedDict):
    kind: BatchStepKindEnum
    day: str
    place: str
    position: Position | None
    text: str
    picture: Picture | None
    proof: Proof | None


class StoryBatch(TypedDict):
    lot: str
    harvested_from: str
    harvested_to: str
    bottled_on: str | None
    moisture_percent: float | None
    hmf_mg_per_kg: float | None
    colour_mm_pfund: int | None
    steps: list[BatchStep]


type MultiPolygonTypeEnum = Literal["MultiPolygon"]


class MultiPolygon(TypedDict):
    type: MultiPolygonTypeEnum
    coordinates: list[list[list[list[float]]]]


class Apiary(TypedDict):
    name: str
    longitude: float
    latitude: float


class Near(TypedDict):
    towns: list[str]
    rivers: list[str]
    lakes: list[str]


type SpeciesKindEnum = Literal["plant", "animal"]


class Species(TypedDict):
    kind: SpeciesKindEnum
    name: str
    latin_name: str
    note: str
    source: str


type SeasonKindEnum = Literal["rain", "bloom", "harvest"]


class Season(TypedDict):
    kind: SeasonKindEnum
    label: str
    first_month: int
    last_month: int


class StoryForest(TypedDict):
    title: str
    region: str
    country: str
    description: str
    importance: str
    photo: Picture | None
    boundary: MultiPolygon | None
    boundary_note: str
    apiaries: list[Apiary]
    near: Near | None
    surroundings: str | None
    area_hectares: int | None
    area_source: str
    beekeeper_count: int | None
    beekeeper_count_source: str
    species: list[Species]
    seasons: list[Season]


class FootprintStage(TypedDict):
    label: str
    grams_per_kg: int | None
    comparison_grams_per_kg: int | None


class Footprint(TypedDict):
    subject: str
    comparison: str
    method: str
    boundary: str
    year: int
    source: str
    action: str
    stages: list[FootprintStage]
    total_grams_per_kg: int
    comparison_total_grams_per_kg: int


class AnotherStory(TypedDict):
    code: str
    beekeeper: str


type StoryClaimKindEnum = Literal["origin", "quality", "environment", "social", "health"]


type AboutEnum = Literal["honey", "forest", "batch", "footprint"]


class Evidence(TypedDict):
    title: str
    url: str


class LocalPrice(TypedDict):
    per_kg: float
    day: str
    source: str


class Payment(TypedDict):
    per_kg: float
    currency: str
    day: str
    local: LocalPrice | None


class Figure(TypedDict):
    number: float
    unit: str
    day: str
    source: str


class StoryClaim(TypedDict):
    kind: StoryClaimKindEnum
    wording: str
    scope: str
    about: list[AboutEnum]
    evidence: Evidence
    verifier: str | None
    valid_until: str | None
    payment: Payment | None
    figure: Figure | None


class StoryCertificate(TypedDict):
    name: str
    number: str
    control_body: str
    control_body_code: str
    holder: str
    about: list[AboutEnum]
    evidence: Evidence
    valid_from: str
    valid_until: str


type ChapterKindEnum = Literal["beekeeper", "honey", "forest", "footprint", "asante", "own"]


type OwnBlockKindEnum = Literal["heading", "text", "picture", "figure", "quotation", "link", "person", "recording"]


class FigureClaim(TypedDict):
    wording: str
    scope: str
    evidence: Evidence
    verifier: str | None
    valid_until: str | None
    figure: Figure | None


class OwnPerson(TypedDict):
    name: str
    village: str
    portrait: Picture | None


class OwnBlock(TypedDict):
    kind: OwnBlockKindEnum
    text: str
    said_by: str
    url: str
    picture: Picture | None
    claim: FigureClaim | None
    recording: Recording | None
    person: OwnPerson | None


class OwnPage(TypedDict):
    slug: str
    title: str
    blocks: list[OwnBlock]


class Chapter(TypedDict):
    kind: ChapterKindEnum
    title: str
    line: str
    pages: list[OwnPage]
    order: list[str]


class PublicLetter(TypedDict):
    question: str
    answer: str
    signed: str
    photo: Picture | None


class Story(TypedDict):
    code: str
    retired: bool
    jar_grams: int
    titles: dict[str, str]
    retailer: StoryRetailer | None
    beekeeper: StoryBeekeeper
    people: list[Person]
    honey: StoryHoney
    batch: StoryBatch
    forest: StoryForest
    footprint: Footprint | None
    another: AnotherStory | None
    claims: list[StoryClaim]
    certificates: list[StoryCertificate]
    contents: list[Chapter]
    letters: list[PublicLetter]
