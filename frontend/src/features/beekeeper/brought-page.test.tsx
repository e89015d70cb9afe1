import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Claim } from "#api/types";
import { renderAt } from "#testing/render";
import { makeClaim, makeStory, makeTitles } from "#testing/story";
import BroughtPage from "./brought-page";

const PAYMENT = { per_kg: 9000, currency: "TZS", day: "2026-07-22", local: null };
const LOCAL = { per_kg: 6000, day: "2026-07-20", source: "Three traders" };
const HIVES = { number: 1240.5, unit: "new hives", day: "2026-09-30", source: "Our own count" };

function renderClaims(...claims: Claim[]) {
  const story = makeStory({ titles: makeTitles("brought"), claims });
  return renderAt("/app/TESTJAR/brought", <BroughtPage story={story} />);
}

describe("BroughtPage", () => {
  it("says what was paid, when, and how we know", () => {
    renderClaims(makeClaim({ wording: "Paid on the scales.", payment: PAYMENT }));
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
      "What it brought Asha Example",
    );
    expect(screen.getByText("Paid on 22 July 2026").parentElement?.textContent).toContain(
      "TZS\u00a09,000 a kilogram",
    );
    expect(screen.getByText("Paid on the scales.")).toBeTruthy();
    expect(screen.getByText(/^How we know/)).toBeTruthy();
    expect(screen.queryByText(/local price/)).toBeNull();
  });

  it.each([
    [9000, "That is 50 % more than the local price."],
    [4500, "That is 25 % less than the local price."],
    [6000, "That is the local price."],
  ])("compares %s with the local price plainly", (per_kg, sentence) => {
    renderClaims(makeClaim({ payment: { ...PAYMENT, per_kg, local: LOCAL } }));
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.getByText("Source: Three traders")).toBeTruthy();
  });

  it("shows other figures with their day and source, and no claim without any", () => {
    renderClaims(
      makeClaim({ wording: "They hang already.", figure: HIVES }),
      makeClaim({ wording: "Something else." }),
    );
    const [item, ...others] = screen.getAllByRole("listitem");
    expect(others).toEqual([]);
    expect(within(item as HTMLElement).getByText("1,240.5")).toBeTruthy();
    expect(item?.textContent).toContain("30 September 2026. Source: Our own count");
    expect(screen.queryByText("Something else.")).toBeNull();
  });
});
