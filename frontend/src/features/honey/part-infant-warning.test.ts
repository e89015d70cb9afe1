import { describe, expect, it } from "vitest";
import { partInfantWarning } from "./part-infant-warning";

const STORAGE = {
  kind: "general",
  title: "Infants’ jars",
  text: "Best within 12 months.",
} as const;
const OURS = "Honey is not suitable for infants under 12 months of age.";

describe("partInfantWarning", () => {
  it("takes the manager's words out of the facts, in any language", () => {
    const written = { kind: "infants", title: "Watoto", text: "Subiri mwaka mmoja." } as const;
    expect(partInfantWarning([STORAGE, written])).toEqual({ warning: written, others: [STORAGE] });
  });

  it("warns where no fact is marked as the warning, whatever words it has", () => {
    expect(partInfantWarning([STORAGE]).warning.text).toBe(OURS);
    expect(partInfantWarning([STORAGE]).others).toEqual([STORAGE]);
    expect(partInfantWarning([]).warning.text).toBe(OURS);
  });
});
