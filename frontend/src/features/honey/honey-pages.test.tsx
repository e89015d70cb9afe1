import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Story } from "#api/types";
import { renderAt } from "#testing/render";
import { makeClaim, makePicture, makeStory } from "#testing/story";
import HoneyHarvestPage from "./honey-harvest-page";
import HoneyHealthPage from "./honey-health-page";
import HoneyTypePage from "./honey-type-page";

function storyWith(changes: {
  honey?: Partial<Story["honey"]>;
  batch?: Partial<Story["batch"]>;
  forest?: Partial<Story["forest"]>;
}): Story {
  const story = makeStory();
  return {
    ...story,
    honey: { ...story.honey, ...changes.honey },
    batch: { ...story.batch, ...changes.batch },
    forest: { ...story.forest, ...changes.forest },
  };
}

describe("every honey page", () => {
  it.each([HoneyTypePage, HoneyHarvestPage, HoneyHealthPage])("%o says where", (Page) => {
    const { container } = renderAt("/", <Page story={makeStory()} />);
    expect(container.textContent).toContain("Harvested in Inyonga forest, Katavi Region, Tanzania");
  });
});

describe("HoneyTypePage", () => {
  it("names the honey, its taste, its season and this jar's harvest", () => {
    renderAt("/", <HoneyTypePage story={makeStory()} />);
    expect(screen.getByRole("heading", { level: 1, name: "Test Blossom honey" })).toBeTruthy();
    expect(screen.getByText("Caramel")).toBeTruthy();
    expect(screen.getByText("May to August")).toBeTruthy();
    expect(screen.getByText(/^1 May – 1 August 2026$/)).toBeTruthy();
  });
});

describe("HoneyHarvestPage", () => {
  it("says in words what the calendar shows, over the new year too", () => {
    const rain = { kind: "rain", label: "Rains", first_month: 11, last_month: 4 } as const;
    const dark = { kind: "harvest", label: "Dark", first_month: 12, last_month: 12 } as const;
    renderAt("/", <HoneyHarvestPage story={storyWith({ forest: { seasons: [rain, dark] } })} />);
    const calendar = screen.getByRole("region", { name: "The forest's year" });
    const rows = within(calendar).getAllByRole("listitem");
    expect(rows.map((row) => row.textContent)).toEqual([
      "Rains November to April",
      "Dark December",
      "This jar 1 May – 1 August 2026",
    ]);
  });

  it("has no gallery without pictures", () => {
    renderAt("/", <HoneyHarvestPage story={makeStory()} />);
    expect(screen.queryByRole("region", { name: "Pictures of the harvest" })).toBeNull();
  });

  it("turns no page by the arrow keys within the gallery", async () => {
    const pictures = [makePicture({ src: "/1.webp" }), makePicture({ src: "/2.webp" })];
    const story = storyWith({ honey: { harvest_pictures: pictures } });
    const { user } = renderAt("/here", <HoneyHarvestPage story={story} />);
    screen.getByRole("list", { name: "Pictures of the harvest" }).focus();
    await user.keyboard("{ArrowRight}");
    expect(document.querySelector("[data-address]")?.textContent).toBe("/here");
  });
});

describe("HoneyHealthPage", () => {
  it("says of each missing value that it was not measured, and warns all the same", () => {
    renderAt("/", <HoneyHealthPage story={makeStory()} />);
    expect(screen.getAllByText("Not measured for this batch")).toHaveLength(3);
    expect(screen.queryByText(/legal limit\.$/)).toBeNull();
    expect(screen.getByRole("note").textContent).toContain("under 12 months");
    expect(screen.getByText("Date not recorded")).toBeTruthy();
  });

  it("sets the measured values against the limits and names the colour", () => {
    const batch = { moisture_percent: 20.1, hmf_mg_per_kg: 60, colour_mm_pfund: 62 };
    renderAt("/", <HoneyHealthPage story={storyWith({ batch })} />);
    expect(screen.getByText("20.1 %").parentElement?.textContent).toContain("Above the legal");
    expect(screen.getByText("60 mg/kg").parentElement?.textContent).toContain("Within the legal");
    expect(screen.getByText("Light amber")).toBeTruthy();
  });

  it("shows nutrition as a table and leads out to the recipe", () => {
    const honey = {
      nutrition: [{ name: "Energy", per_100g: "1,360 kJ" }],
      recipe: { title: "Flatbread", url: "https://recipes.example/" },
    };
    renderAt("/", <HoneyHealthPage story={storyWith({ honey })} />);
    const table = screen.getByRole("table", { name: "Nutrition, for 100 g" });
    expect(within(table).getByRole("row", { name: "Energy 1,360 kJ" })).toBeTruthy();
    const link = screen.getByRole("link", { name: "Flatbread (opens in a new tab)" });
    expect(link.getAttribute("href")).toBe("https://recipes.example/");
  });

  it("shows a certification mark only out of a certificate about this honey", () => {
    const certificate = {
      name: "EU organic",
      number: "834-1",
      control_body: "Inspectors",
      control_body_code: "TZ-BIO-149",
      holder: "Upendo Honey",
      about: ["honey"],
      evidence: { title: "The certificate", url: "https://inspectors.example/834" },
      valid_from: "2026-01-01",
      valid_until: "2027-01-01",
    } satisfies Story["certificates"][number];
    const other = { ...certificate, name: "Fairtrade", about: ["forest" as const] };
    const story = { ...makeStory(), certificates: [certificate, other] };
    renderAt("/", <HoneyHealthPage story={story} />);
    expect(screen.getByRole("heading", { name: "EU organic TZ-BIO-149" })).toBeTruthy();
    expect(screen.queryByText(/Fairtrade/)).toBeNull();
  });

  it("proves what it claims about quality, and leaves other claims to other pages", () => {
    const claims = [makeClaim(), makeClaim({ kind: "origin", wording: "All from one forest." })];
    const story = { ...makeStory(), claims };
    const { container } = renderAt("/", <HoneyHealthPage story={story} />);
    expect(container.textContent).toContain("Measured: 18 % water.");
    expect(container.textContent).not.toContain("All from one forest.");
  });
});
