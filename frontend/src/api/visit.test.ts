import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Act, Way } from "./visit";

interface Told {
  code: string;
  way: Way;
  opened: boolean;
  pages: string[];
  acts: Act[];
}

let told: Promise<Told>[] = [];

/** Loads the module as a new document does, which was reached in one way or another. */
async function openDocument(type = "navigate") {
  vi.resetModules();
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    { type } as unknown as PerformanceEntry,
  ]);
  return import("./visit");
}

function setInBrowser(said: object): void {
  for (const [name, value] of Object.entries(said)) {
    Object.defineProperty(navigator, name, { value, configurable: true });
  }
}

function become(state: DocumentVisibilityState): void {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue(state);
  document.dispatchEvent(new Event("visibilitychange"));
}

async function allTold(): Promise<Told[]> {
  become("hidden");
  const all = await Promise.all(told);
  told = [];
  become("visible");
  return all;
}

beforeEach(() => {
  vi.restoreAllMocks();
  told = [];
  localStorage.clear();
  setInBrowser({ doNotTrack: null, globalPrivacyControl: undefined });
  // happy-dom has none.
  setInBrowser({
    sendBeacon: (_: string, body: Blob) => told.push(body.text().then((text) => JSON.parse(text))),
  });
  become("visible");
});

describe("takeWay", () => {
  it.each([
    ["/q/pure-joy?from=jar", "square", "/app/PUREJOY/menu?from=jar"],
    ["/app/PUREJOY/menu", "shared", "/app/PUREJOY/menu"],
    ["/app/PUREJOY/menu#gs1", "gs1", "/app/PUREJOY/menu"],
    ["/app/PUREJOY#typed", "typed", "/app/PUREJOY"],
    ["/app/PUREJOY/menu#main", "shared", "/app/PUREJOY/menu#main"],
    ["/q/OTHER", "square", "/q/OTHER"],
  ])("reads %s as %s and leaves %s to be passed on", async (address, way, left) => {
    window.history.replaceState(null, "", address);
    const { takeWay } = await openDocument();
    expect(takeWay("PUREJOY")).toBe(way);
    const { pathname, search, hash } = window.location;
    expect(pathname + search + hash).toBe(left);
  });
});

describe("countVisits", () => {
  it("tells once of each page and act, whenever the page is left", async () => {
    const { countVisits, noteAct, showPage } = await openDocument();
    countVisits("PUREJOY", "square");
    for (const page of ["menu", "beekeeper", "menu"] as const) showPage("PUREJOY", page);
    noteAct("shared");
    const visit = { code: "PUREJOY", way: "square" };
    expect(await allTold()).toEqual([
      { ...visit, opened: true, pages: ["menu", "beekeeper"], acts: ["shared"] },
    ]);
    expect(await allTold()).toEqual([]);
    showPage("PUREJOY", "honey-type");
    noteAct("shared");
    expect(await allTold()).toEqual([{ ...visit, opened: false, pages: ["honey-type"], acts: [] }]);
  });

  it("counts another story as typed or followed, and the first still as it was opened", async () => {
    const { countVisits, noteTyped, showPage } = await openDocument();
    countVisits("PUREJOY", "gs1");
    showPage("PUREJOY", "menu");
    noteTyped("TYPED");
    for (const code of ["TYPED", "LINKED", "PUREJOY"]) showPage(code, "beekeeper");
    expect((await allTold()).map(({ code, way }) => `${code} ${way}`)).toEqual([
      "PUREJOY gs1",
      "TYPED typed",
      "LINKED shared",
    ]);
  });

  it.each(["reload", "back_forward"])("goes on with the visit after a %s", async (type) => {
    const { countVisits, showPage } = await openDocument(type);
    countVisits("PUREJOY", "shared");
    for (const page of ["beekeeper", "menu", "honey-type"] as const) showPage("PUREJOY", page);
    showPage("OTHER", "menu");
    expect((await allTold()).map(({ opened, pages }) => [opened, pages])).toEqual([
      [false, ["honey-type"]],
      [true, ["menu"]],
    ]);
  });

  it("sees nothing of a page that nobody looks at yet", async () => {
    become("hidden");
    const { countVisits, showPage } = await openDocument();
    countVisits("PUREJOY", "shared");
    showPage("PUREJOY", "menu");
    expect(await allTold()).toEqual([]);
    expect(await allTold()).toHaveLength(1);
  });

  it("waits for a connection", async () => {
    const { countVisits, showPage } = await openDocument();
    countVisits("PUREJOY", "square");
    showPage("PUREJOY", "menu");
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    expect(await allTold()).toEqual([]);
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    expect(await Promise.all(told)).toHaveLength(1);
  });

  it.each([{ globalPrivacyControl: true }, { doNotTrack: "1" }, { uncounted: "true" }])(
    "counts nothing where the reader has said %o",
    async ({ uncounted = "false", ...said }) => {
      setInBrowser(said);
      localStorage.setItem("uncounted", uncounted);
      const { countVisits, noteAct, showPage } = await openDocument();
      countVisits("PUREJOY", "square");
      showPage("PUREJOY", "menu");
      noteAct("shared");
      expect(await allTold()).toEqual([]);
    },
  );
});
