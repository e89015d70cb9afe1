import { describe, expect, it } from "vitest";
import { partInfantWarning } from "./part-infant-warning";

const STORAGE = { title: "Keeping it", text: "At room temperature; best within 12 months." };
const OURS = "Honey is not suitable for infants under 12 months of age.";

describe("partInfantWarning", () => {
  it("takes the manager's words out of the facts", () => {
    const written = { title: "For babies", text: "Wait until they are twelve months old." };
    expect(partInfantWarning([STORAGE, written])).toEqual({ warning: written, others: [STORAGE] });
  });

  it("warns where the facts do not", () => {
    expect(partInfantWarning([STORAGE]).warning.text).toBe(OURS);
    expect(partInfantWarning([STORAGE]).others).toEqual([STORAGE]);
  });

  it("warns where the facts name infants but no age", () => {
    expect(partInfantWarning([{ title: "Infants", text: "Ask us." }]).warning.text).toBe(OURS);
  });
});
