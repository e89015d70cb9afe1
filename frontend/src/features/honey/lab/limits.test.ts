import { expect, it } from "vitest";
import LAB from "#cases/lab.json";
import { MAX_HMF_TROPICAL_MG_PER_KG, MAX_MOISTURE_PERCENT } from "./limits";

it("has the legal limits that the server knows", () => {
  expect(MAX_MOISTURE_PERCENT).toBe(LAB.most_moisture_percent);
  expect(MAX_HMF_TROPICAL_MG_PER_KG).toBe(LAB.most_hmf_mg_per_kg_tropical);
});
