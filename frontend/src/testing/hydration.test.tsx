import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { BrowserRouter, StaticRouter } from "react-router";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { forgetStories, rememberPageData } from "#api/story";
import type { PageData } from "#api/types";
import { App } from "#app";
import { PAGE_NAMES } from "#paths";
import { loadAllPages } from "#routes";
import { makeGreekStory } from "./greek-story";
import { makeStory } from "./story";

const story = makeStory({ code: "TESTJAR" });

beforeAll(async () => {
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  await loadAllPages();
});
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => {
  document.body.replaceChildren();
  forgetStories();
});

/** Has a page drawn by the server, and puts it where a reader finds it before the script comes. */
function drawPage(path: string, data: Partial<PageData>): HTMLElement {
  rememberPageData({ story: null, unknown_code: null, ...data });
  window.history.replaceState(null, "", path);
  const router = ({ children }: { children: React.ReactNode }) => (
    <StaticRouter location={path}>{children}</StaticRouter>
  );
  const root = document.body.appendChild(document.createElement("div"));
  root.innerHTML = renderToString(<App router={router} />);
  return root;
}

/** Lets the script take the page over; returns what React had to mend. */
async function takeOver(root: HTMLElement): Promise<string[]> {
  const mended: string[] = [];
  const router = ({ children }: { children: React.ReactNode }) => (
    <BrowserRouter>{children}</BrowserRouter>
  );
  await act(async () => {
    hydrateRoot(root, <App router={router} />, {
      onRecoverableError: (error) => mended.push(String(error)),
    });
  });
  return mended;
}

function field(root: HTMLElement, name: string): HTMLInputElement {
  const found = root.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`There is no field called ${name}.`);
  return found;
}

it.each(PAGE_NAMES)(
  "takes %s over as it was drawn, for whoever has written before",
  async (page) => {
    sessionStorage.setItem("letter:TESTJAR", JSON.stringify({ message: "A draft", name: "Ann" }));
    const sent = { path: "/letters/x", code: "TESTJAR", beekeeper: "Asha", sentAt: 0 };
    localStorage.setItem("letters", JSON.stringify({ waiting: [], sent: [sent] }));
    const root = drawPage(`/app/TESTJAR/${page}`, { story });
    expect(await takeOver(root)).toEqual([]);
  },
);

it.each([
  ["/", {}],
  ["/q/H%C3%98NEY", { unknown_code: { code: "HØNEY", suggestions: [] } }],
  ["/app/p%C3%BCrejoy", { story: makeStory({ code: "PUREJOY" }) }],
  ["/app/222/honey-harvest", { story: makeGreekStory() }],
  ["/app/222/p/a", { story: makeGreekStory() }],
  ["/app/222/p/none", { story: makeGreekStory() }],
])("takes %s over as it was drawn", async (path, data) => {
  expect(await takeOver(drawPage(path, data))).toEqual([]);
});

it("leaves a code that was typed before the script came as it stands", async () => {
  const root = drawPage("/", {});
  const code = field(root, "code");
  code.value = "PUREJOY";
  code.setSelectionRange(4, 4);
  expect(await takeOver(root)).toEqual([]);
  expect([code.value, code.selectionStart]).toEqual(["PUREJOY", 4]);
});

it("takes a letter over that was begun before the script came, and keeps it", async () => {
  sessionStorage.setItem("letter:TESTJAR", JSON.stringify({ name: "Ann", message: "Old" }));
  const root = drawPage("/app/TESTJAR/beekeeper-message", { story });
  const message = field(root, "message");
  message.value = "It tastes";
  message.setSelectionRange(2, 2);
  expect(await takeOver(root)).toEqual([]);
  expect([message.value, message.selectionStart]).toEqual(["It tastes", 2]);
  expect(field(root, "name").value).toBe("Ann");
  expect(JSON.parse(sessionStorage.getItem("letter:TESTJAR") ?? "")).toMatchObject({
    name: "Ann",
    message: "It tastes",
  });
});

it("has a form that the server takes without a script", () => {
  const root = drawPage("/app/TESTJAR/beekeeper-message", { story });
  const form = field(root, "message").closest("form");
  expect([form?.getAttribute("action"), form?.method]).toEqual(["/letters/new/TESTJAR", "post"]);
  const names = ["name", "message", "email", "website", "consent_version", "consent_text"];
  for (const name of names) expect(field(root, name)).toBeTruthy();
  expect(field(root, "consent_text").value).toContain("you agree that our team reads");
});
