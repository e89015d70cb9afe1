import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderAt } from "#testing/render";
import { makeStep, makeStory, makeTitles } from "#testing/story";
import JourneyPage from "./journey-page";

type Step = ReturnType<typeof makeStep>;

function renderWay(...steps: Step[]) {
  const story = makeStory({ titles: makeTitles("journey") });
  const page = { ...story, batch: { ...story.batch, steps } };
  return renderAt("/app/TESTJAR/journey", <JourneyPage story={page} />);
}

const HARVEST = makeStep({ position: { latitude: -6.7, longitude: 32 }, text: "By rope." });
const SHOP = makeStep({
  kind: "in_shop",
  day: "2026-10-19",
  place: "Berlin, Germany",
  position: { latitude: 52.5, longitude: 13.4 },
  proof: { title: "Delivery note", url: "https://a.example/note.pdf" },
});

describe("JourneyPage", () => {
  it("tells each step with its day, place, words and proof", () => {
    renderWay(HARVEST, SHOP);
    const [first, last] = screen.getAllByRole("listitem");
    expect(first?.textContent).toMatch(/8 June 2026Harvested.*Inyonga, Tanzania.*By rope/);
    const proof = within(last as HTMLElement).getByRole("link", { name: /^Delivery note/ });
    expect(proof.getAttribute("href")).toBe("https://a.example/note.pdf");
  });

  it("says how long it took", () => {
    renderWay(HARVEST, SHOP);
    expect(screen.getByText("133 days")).toBeTruthy();
    expect(screen.getByText("8 June \u2013 19 October 2026")).toBeTruthy();
  });

  it("leads to a letter in the end", () => {
    renderWay(SHOP);
    const tell = screen.getByRole("link", { name: "Tell Asha Example" });
    expect(tell.getAttribute("href")).toBe("/app/TESTJAR/beekeeper-message");
  });

  it("has a map as soon as two places are known", () => {
    const { unmount } = renderWay(HARVEST, SHOP);
    expect(screen.getByLabelText("Map: the way of this honey")).toBeTruthy();
    unmount();
    renderWay(HARVEST, { ...SHOP, position: null });
    expect(screen.queryByLabelText("Map: the way of this honey")).toBeNull();
  });
});
