import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { address, renderAt } from "#testing/render";
import { answerStories, serveStory } from "#testing/server";
import { makeStory } from "#testing/story";
import { CodeForm } from "./code-form";

async function submit(typed: string) {
  const { user } = renderAt("/", <CodeForm />);
  const field = screen.getByLabelText<HTMLInputElement>(/code on your jar/);
  if (typed) await user.type(field, typed);
  await user.keyboard("{Enter}");
  if (!typed) await user.click(screen.getByRole("button"));
  return { user, field };
}

describe("CodeForm", () => {
  it("opens the menu of the jar, however the code is typed", async () => {
    serveStory(makeStory({ code: "K7Q4MX2P" }));
    await submit("k7q4-mx2p");
    await expect.poll(address).toBe("/app/K7Q4MX2P/menu");
  });

  it.each([
    ["", /type the code/],
    ["ABCDEFGHJKLMNPQR", /at most 15/],
    ["HØNEY", /letters A to Z/],
  ])("says what is wrong with %j and keeps it in the field", async (typed, advice) => {
    const { field } = await submit(typed);
    expect(screen.getByRole("alert").textContent).toMatch(advice);
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(field.value).toBe(typed);
  });

  it("offers near codes and PUREJOY for a code that no jar has", async () => {
    answerStories(404, { detail: "No such jar.", code: "NEAR1", suggestions: ["NEAR2"] });
    const { user } = await submit("near1");
    expect(await screen.findByText("No such jar.")).toBeTruthy();
    expect(screen.getByRole("button", { name: /PUREJOY/ })).toBeTruthy();
    serveStory(makeStory({ code: "NEAR2" }));
    await user.click(screen.getByRole("button", { name: /NEAR2/ }));
    await expect.poll(address).toBe("/app/NEAR2/menu");
  });

  it("says when to come back after too many tries", async () => {
    answerStories(429, { detail: "Throttled." }, { "Retry-After": "40" });
    await submit("AAA");
    expect(await screen.findByText(/40 seconds/)).toBeTruthy();
  });

  it("lets the reader try again after a failure", async () => {
    answerStories(503, {});
    const { user, field } = await submit("AGAIN");
    expect(await screen.findByText(/server could not answer/)).toBeTruthy();
    expect(field.value).toBe("AGAIN");
    serveStory(makeStory({ code: "AGAIN" }));
    await user.click(screen.getByRole("button", { name: "Meet your beekeeper" }));
    await expect.poll(address).toBe("/app/AGAIN/menu");
  });

  it("is a plain form to the server without a script", () => {
    renderAt("/", <CodeForm />);
    const form = screen.getByLabelText(/code on your jar/).closest("form");
    expect(form?.getAttribute("action")).toBe("/trace");
    expect(screen.getByLabelText(/code on your jar/).getAttribute("name")).toBe("code");
  });
});
