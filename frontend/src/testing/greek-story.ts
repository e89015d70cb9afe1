import type { Claim, Picture, Story } from "#api/types";
import { PAGE_NAMES } from "#paths";
import { makeBlock, makeContents } from "./own-pages";
import { makeClaim, makePicture, makeRecording, makeStep, makeStory, makeTitles } from "./story";

const picture = (alt: string): Picture =>
  makePicture({ alt, src: `/media/pictures/${alt}/480.webp` });

const OTHER_TITLES = { "people/7": "Νίκος", "p/a": "Μέλισσες", "p/b": "Δέντρα" };

const PROOF = {
  evidence: { title: "Έγγραφο", url: "/222" },
  verifier: "Ελεγκτής",
  valid_until: "2027-01-31",
  figure: { number: 240, unit: "κυψέλες", day: "2026-09-30", source: "Μέτρηση" },
};

const RECORDING = makeRecording({ title: "Φωνή", language: "el", by_program: true });

/** A block of each kind. */
const BLOCKS = [
  makeBlock({ text: "Άγριες.\n\nΕλεύθερες." }),
  makeBlock({ kind: "heading", text: "Το δάσος" }),
  makeBlock({ kind: "picture", picture: picture("Κυψέλη α"), text: "Μια κυψέλη." }),
  makeBlock({ kind: "picture", picture: picture("Κυψέλη β") }),
  makeBlock({ kind: "figure", claim: makeClaim({ wording: "Κυψέλες", scope: "Όλες", ...PROOF }) }),
  makeBlock({ kind: "quotation", text: "Έρχονται.", said_by: "Ελένη" }),
  makeBlock({ kind: "link", text: "Αλλού", url: "https://222.example/" }),
  makeBlock({
    kind: "person",
    person: { name: "Μαρία", village: "Χωριό", portrait: picture("Μαρία") },
  }),
  makeBlock({
    kind: "person",
    person: { name: "Νίκος", village: "", portrait: null },
    text: "Ναι.",
  }),
  makeBlock({ kind: "recording", recording: RECORDING, text: "Ζουζουνίζουν." }),
];

/** A story with everything in it, all of it in Greek letters: any others on a page are not its own. */
export function makeGreekStory(overrides: Partial<Story> = {}): Story {
  const { batch } = makeStory();
  return {
    code: "222",
    retired: false,
    another: { code: "333", beekeeper: "Άννα" },
    jar_grams: 350,
    titles: { ...makeTitles(...PAGE_NAMES), ...OTHER_TITLES },
    retailer: { name: "Μέλισσα", website: "https://222.example", logo: picture("Σήμα") },
    beekeeper: {
      name: "Ελένη",
      is_group: false,
      village: "Χωριό",
      since: 2009,
      bio: "Πρώτα.\n\nΎστερα.",
      notice: "Προσοχή.",
      portrait: picture("Η Ελένη"),
      letter: {
        language: "el",
        text: "Αγαπητέ",
        translation: "Φίλε",
        translator: "Νίκος",
        photo: picture("Γραφή"),
        recording: RECORDING,
      },
    },
    people: [
      {
        number: 7,
        name: "Νίκος",
        is_group: false,
        village: "Χωριό",
        since: 1984,
        bio: "Γράφει.",
        notice: "Προσοχή.",
        portrait: picture("Ο Νίκος"),
        letter: {
          language: "el",
          text: "Γεια",
          translation: "Χαίρε",
          translator: "Άννα",
          photo: picture("Χέρι"),
          recording: RECORDING,
        },
      },
    ],
    honey: {
      name: "Θυμάρι",
      tasting_note: "Καραμέλα",
      description: "Μέλι.",
      season: "Άνοιξη",
      harvest: "Τρύγος.",
      jar_photo: picture("Βάζο"),
      harvest_pictures: [picture("Δέντρο"), picture("Κυψέλη")],
      facts: [{ kind: "general", title: "Χρώμα", text: "Χρυσό." }],
      nutrition: [{ name: "Ζάχαρη", per_100g: "82 γρ." }],
      recipe: { title: "Συνταγή", url: "https://222.example/" },
    },
    batch: { ...batch, lot: "7", bottled_on: "2026-09-02", ...LAB, steps: STEPS },
    forest: {
      title: "Δάσος",
      region: "Περιοχή",
      country: "Χώρα",
      description: "Δέντρα.",
      importance: "Σκιά.",
      photo: picture("Δάσος"),
      boundary: { type: "MultiPolygon", coordinates: [[SQUARE]] },
      boundary_note: "Σχέδιο.",
      apiaries: [{ name: "Μελισσώνας", longitude: 31.5, latitude: -5.4 }],
      near: { towns: ["Πόλη"], rivers: ["Ποτάμι"], lakes: ["Λίμνη"] },
      surroundings: null,
      area_hectares: 441_000,
      area_source: "Πηγή",
      beekeeper_count: 3,
      beekeeper_count_source: "Πηγή",
      species: (["plant", "animal"] as const).map((kind) => ({
        kind,
        name: "Όνομα",
        latin_name: "Γένος",
        note: "Ψηλό.",
        source: "Πηγή",
      })),
      seasons: (["rain", "bloom", "harvest"] as const).map((kind) => ({
        kind,
        label: "Εποχή",
        first_month: 5,
        last_month: 8,
      })),
    },
    claims: [
      ...(["honey", "forest", "batch", "footprint"] as const).map((subject) =>
        makeGreekClaim({ wording: `Αλήθεια ${subject.length}`, about: [subject] }),
      ),
      makeGreekClaim({ wording: "Πληρωμή", payment: PAYMENT }),
      makeGreekClaim({ wording: "Κυψέλες", figure: FIGURE }),
    ],
    certificates: [
      {
        name: "Πιστοποιητικό",
        number: "7",
        control_body: "Ελεγκτής",
        control_body_code: "222",
        holder: "Συνεταιρισμός",
        about: ["honey", "batch"],
        evidence: { title: "Έγγραφο", url: "/222" },
        valid_from: "2026-01-31",
        valid_until: "2027-01-31",
      },
    ],
    letters: [{ question: "Πού;", answer: "Εδώ.", signed: "Άννα", photo: null }],
    contents: [
      ...makeContents({ slug: "a", title: "Μέλισσες", blocks: BLOCKS }),
      {
        kind: "own",
        title: "Δικά μας",
        line: "Άλλα.",
        pages: [{ slug: "b", title: "Δέντρα", blocks: BLOCKS.slice(0, 2) }],
        order: [],
      },
    ],
    footprint: {
      subject: "Αυτό",
      comparison: "Άλλο",
      method: "Μέθοδος",
      boundary: "Όριο",
      year: 2024,
      source: "Μελέτη",
      action: "Λιγότερα.",
      stages: [
        { label: "Κυψέλες", grams_per_kg: null, comparison_grams_per_kg: null },
        { label: "Δρόμος", grams_per_kg: 903, comparison_grams_per_kg: 451 },
      ],
      total_grams_per_kg: 903,
      comparison_total_grams_per_kg: 451,
    },
    ...overrides,
  };
}

function makeGreekClaim(overrides: Partial<Claim>): Claim {
  return makeClaim({
    scope: "Όλα",
    evidence: { title: "Έγγραφο", url: "/222" },
    verifier: "Ελεγκτής",
    valid_until: "2027-01-31",
    ...overrides,
  });
}

const PAYMENT = {
  per_kg: 9000,
  currency: "EUR",
  day: "2026-07-22",
  local: { per_kg: 6500, day: "2026-07-20", source: "Πηγή" },
};
const FIGURE = { number: 40, unit: "κυψέλες", day: "2026-09-30", source: "Πηγή" };
const STEPS = [
  makeStep({
    place: "Χωριό",
    position: { latitude: -6, longitude: 31 },
    text: "Τρύγος.",
    picture: picture("Δέντρο"),
    proof: { title: "Έγγραφο", url: "/222" },
  }),
  makeStep({
    kind: "in_shop",
    day: "2026-10-01",
    place: "Πόλη",
    position: { latitude: 52, longitude: 13 },
  }),
];
const LAB = { moisture_percent: 17.8, hmf_mg_per_kg: 12, colour_mm_pfund: 66 };
const SQUARE = [
  [31, -5.9],
  [31, -5.1],
  [31.8, -5.1],
  [31.8, -5.9],
  [31, -5.9],
];
