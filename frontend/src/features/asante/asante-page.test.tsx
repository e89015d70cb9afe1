import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Story } from "#api/types";
import { renderAt } from "#testing/render";
import { makeStory } from "#testing/story";
import AsantePage from "./asante-page";

function renderEnd(overrides: Partial<Story> = {}) {
  renderAt("/app/TESTJAR/asante", <AsantePage story={makeStory(overrides)} />);
}

describe("AsantePage", () => {
  it("leads to the letter first, and on to it", () => {
    renderEnd();
    const write = screen.getByRole("link", { name: "Write to Asha Example" });
    expect(write.getAttribute("href")).toBe("/app/TESTJAR/beekeeper-message");
    const next = screen.getByRole("link", { name: "Next" });
    expect(next.getAttribute("href")).toBe("/app/TESTJAR/beekeeper-message");
  });

  it("shows letters where both sides agreed to it", () => {
    renderEnd({
      letters: [
        { question: "What do bees drink?", answer: "Dew.", signed: "Ann, Graz", photo: null },
      ],
    });
    expect(screen.getByText("What do bees drink?").nextSibling?.textContent).toBe("Ann, Graz");
    expect(screen.getByText("Dew.").nextSibling?.textContent).toBe("Asha Example");
  });

  it("offers what there is, and nothing else", () => {
    renderEnd();
    expect(screen.queryByText(/recipe|Sold by|Another jar/)).toBeNull();
    renderEnd({
      another: { code: "PUREJOY", beekeeper: "Neema" },
      honey: { ...makeStory().honey, recipe: { title: "Flatbread", url: "https://r.example/" } },
      retailer: { name: "A shop", website: null, logo: null },
    });
    expect(screen.getByRole("link", { name: "meet Neema" }).getAttribute("href")).toBe(
      "/app/PUREJOY/menu",
    );
    expect(screen.getByText("A shop")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Flatbread/ })).toBeTruthy();
  });
});
