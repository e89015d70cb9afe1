import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Story } from "#api/types";
import { renderAt } from "#testing/render";
import { makeLetter, makePicture, makeRecording, makeStory } from "#testing/story";
import BeekeeperLetterPage from "./beekeeper-letter-page";
import BeekeeperPage from "./beekeeper-page";

function storyOf(changes: Partial<Story["beekeeper"]>): Story {
  const story = makeStory();
  return { ...story, beekeeper: { ...story.beekeeper, ...changes } };
}

describe("BeekeeperPage", () => {
  it("names the beekeeper and says that an invented person is invented", () => {
    renderAt("/", <BeekeeperPage story={makeStory()} />);
    expect(screen.getByRole("heading", { level: 1, name: "Asha Example" })).toBeTruthy();
    expect(screen.getByText("Beekeeper since 2009")).toBeTruthy();
    expect(screen.getByText("Asha is an invented person.")).toBeTruthy();
  });

  it("leaves out what is not known", () => {
    renderAt("/", <BeekeeperPage story={storyOf({ since: null, notice: "", portrait: null })} />);
    expect(screen.queryByText(/since/)).toBeNull();
    expect(screen.queryByRole("note")).toBeNull();
    expect(screen.queryByRole("img")).toBeNull();
  });
});

/** What is told where the beekeeper does not want to be named. */
const GROUP: Partial<Story["beekeeper"]> = {
  name: "the beekeepers of Inyonga forest",
  is_group: true,
  village: "",
  since: null,
  notice: "",
  portrait: null,
  letter: null,
};

describe("a beekeeper who does not want to be named", () => {
  it("stands behind the group, in front of the forest", () => {
    const told = storyOf(GROUP);
    const story = {
      ...told,
      forest: { ...told.forest, photo: makePicture({ alt: "The forest" }) },
    };
    renderAt("/", <BeekeeperPage story={story} />);
    const heading = screen.getByRole("heading", { level: 1 }).textContent;
    expect(heading).toBe("The beekeepers of Inyonga forest");
    expect(screen.getByRole("img", { name: "The forest" })).toBeTruthy();
  });

  it("is not said to be writing a letter", () => {
    renderAt("/", <BeekeeperLetterPage story={storyOf(GROUP)} />);
    expect(screen.getByText(/tell their story together/)).toBeTruthy();
    expect(screen.queryByText(/still on its way/)).toBeNull();
  });
});

describe("BeekeeperLetterPage", () => {
  it("marks the letter's own language and names the translator", () => {
    renderAt("/", <BeekeeperLetterPage story={makeStory()} />);
    expect(screen.getByText("Mpendwa mteja").closest("[lang]")?.getAttribute("lang")).toBe("sw");
    expect(screen.getByText("Dear customer").closest("[lang=sw]")).toBeNull();
    expect(screen.getByText("Someone Else").closest("p")?.textContent).toBe(
      "Translated by Someone Else",
    );
  });

  it("turns to the other language where there is room for one", async () => {
    const { user } = renderAt("/", <BeekeeperLetterPage story={makeStory()} />);
    const swahili = screen.getByRole("button", { name: "Kiswahili" });
    expect(swahili.getAttribute("aria-pressed")).toBe("false");
    await user.click(swahili);
    expect(swahili.getAttribute("aria-pressed")).toBe("true");
  });

  it("enlarges the handwriting in a dialog", async () => {
    const { user } = renderAt("/", <BeekeeperLetterPage story={makeStory()} />);
    await user.click(screen.getByRole("button", { name: "Enlarge the handwriting" }));
    expect(screen.getByRole("dialog", { name: /enlarged/ })).toBeTruthy();
  });

  it("has the letter heard, in words that say whose voice it is, and its text beside it", async () => {
    const letter = makeLetter({ recording: makeRecording({ by_program: true }) });
    renderAt("/", <BeekeeperLetterPage story={storyOf({ letter })} />);
    expect(await screen.findByRole("button", { name: "Play" })).toBeTruthy();
    expect(screen.getByRole("group", { name: "The letter, read aloud" })).toBeTruthy();
    expect(screen.getByText(/spoken by a speech program/)).toBeTruthy();
    expect(screen.getByText("Mpendwa mteja")).toBeTruthy();
  });

  it("has nothing to be heard where there is no recording", () => {
    const { container } = renderAt("/", <BeekeeperLetterPage story={makeStory()} />);
    expect(container.querySelector("audio")).toBeNull();
  });

  it("says so kindly when there is no letter yet", () => {
    renderAt("/", <BeekeeperLetterPage story={storyOf({ letter: null })} />);
    expect(screen.getByText(/still on its way/)).toBeTruthy();
  });
});
