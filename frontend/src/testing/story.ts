import type { Claim, Picture, Recording, Story } from "#api/types";
import { PAGE_NAMES, type PageName } from "#paths";

export function makePicture(overrides: Partial<Picture> = {}): Picture {
  return {
    alt: "A picture",
    is_photo: true,
    credit: "",
    taken_on: null,
    width: 1200,
    height: 900,
    focus_x: 50,
    focus_y: 50,
    colour: "#806040",
    sources: [{ type: "image/avif", srcset: "/media/pictures/1/480.avif 480w" }],
    src: "/media/pictures/1/480.webp",
    ...overrides,
  };
}

export function makeRecording(overrides: Partial<Recording> = {}): Recording {
  return {
    title: "Asha reads her letter",
    language: "sw",
    by_program: false,
    seconds: 62,
    src: "/media/recordings/1/recording.mp3",
    ...overrides,
  };
}

export function makeClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    kind: "quality",
    wording: "Measured: 18 % water.",
    scope: "This lot",
    about: ["batch"],
    evidence: { title: "Laboratory report", url: "/evidence/1/report.pdf" },
    verifier: null,
    valid_until: null,
    payment: null,
    figure: null,
    ...overrides,
  };
}

/** Pages that a story has only where it has something to show there. */
const SOMETIMES: readonly PageName[] = ["people", "brought", "journey"];

/** The titles of the pages that every story has, and of these. */
export function makeTitles(...more: readonly PageName[]): Record<string, string> {
  const pages = PAGE_NAMES.filter((page) => !SOMETIMES.includes(page) || more.includes(page));
  return Object.fromEntries(pages.map((page) => [page, `The title of ${page}`]));
}

type Person = Story["people"][number];

export function makePerson(overrides: Partial<Person> = {}): Person {
  return {
    number: 7,
    name: "Juma Example",
    is_group: false,
    village: "Ilunde",
    since: 1984,
    bio: "He keeps a notebook.",
    notice: "",
    portrait: makePicture({ alt: "Juma smiling" }),
    letter: null,
    ...overrides,
  };
}

type Letter = NonNullable<Person["letter"]>;

export function makeLetter(overrides: Partial<Letter> = {}): Letter {
  return {
    language: "sw",
    text: "Mpendwa mteja",
    translation: "Dear customer",
    translator: "Someone Else",
    photo: makePicture({ alt: "The handwriting" }),
    recording: null,
    ...overrides,
  };
}

type Step = Story["batch"]["steps"][number];

export function makeStep(overrides: Partial<Step> = {}): Step {
  return {
    kind: "harvested",
    day: "2026-06-08",
    place: "Inyonga, Tanzania",
    position: null,
    text: "",
    picture: null,
    proof: null,
    ...overrides,
  };
}

/** A small complete story; pass what the test is about. */
export function makeStory(overrides: Partial<Story> = {}): Story {
  return {
    code: "TESTJAR",
    retired: false,
    another: null,
    jar_grams: 350,
    titles: makeTitles(),
    retailer: null,
    beekeeper: {
      name: "Asha Example",
      is_group: false,
      village: "Inyonga",
      since: 2009,
      bio: "The first paragraph.\n\nThe second.",
      notice: "Asha is an invented person.",
      portrait: makePicture({ alt: "Asha smiling" }),
      letter: makeLetter(),
    },
    people: [],
    honey: {
      name: "Test Blossom honey",
      tasting_note: "Caramel",
      description: "",
      season: "May to August",
      harvest: "",
      jar_photo: makePicture({ alt: "The jar" }),
      harvest_pictures: [],
      facts: [],
      nutrition: [],
      recipe: null,
    },
    batch: {
      lot: "L1",
      harvested_from: "2026-05-01",
      harvested_to: "2026-08-01",
      bottled_on: null,
      moisture_percent: null,
      hmf_mg_per_kg: null,
      colour_mm_pfund: null,
      steps: [],
    },
    forest: {
      title: "Inyonga forest",
      region: "Katavi Region",
      country: "Tanzania",
      description: "",
      importance: "",
      photo: null,
      boundary: null,
      boundary_note: "",
      apiaries: [],
      near: null,
      surroundings: null,
      area_hectares: null,
      area_source: "",
      beekeeper_count: null,
      beekeeper_count_source: "",
      species: [],
      seasons: [],
    },
    footprint: null,
    claims: [],
    certificates: [],
    letters: [],
    contents: [],
    ...overrides,
  };
}
