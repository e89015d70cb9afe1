import type { OwnBlock, Story } from "#api/types";
import { FLOW_NAMES } from "#paths";

type Contents = Story["contents"];
type OwnPage = Contents[number]["pages"][number];

/** A block with nothing in it; pass what the test is about. */
export function makeBlock(overrides: Partial<OwnBlock> = {}): OwnBlock {
  return {
    kind: "text",
    text: "",
    said_by: "",
    url: "",
    picture: null,
    claim: null,
    recording: null,
    person: null,
    ...overrides,
  };
}

/** The built-in chapters, with these pages in the beekeeper's. */
export function makeContents(...pages: OwnPage[]): Contents {
  return FLOW_NAMES.map((kind) => ({
    kind,
    title: "",
    line: "",
    pages: kind === "beekeeper" ? pages : [],
    order: [],
  }));
}
