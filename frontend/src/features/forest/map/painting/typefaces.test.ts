import { afterEach, describe, expect, it, vi } from "vitest";
import { addTypefaces, readTypefaces } from "./typefaces";

describe("the typefaces of the page", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are read from its style sheets", () => {
    const style = document.createElement("style");
    style.textContent = `
      :root { --font-heading: "Fraunces", serif; --font-text: sans-serif }
      @font-face { font-family: "Fraunces"; src: url(/f.woff2); font-weight: 600; }
      @font-face { font-family: "Caveat"; src: url(/c.woff2); }`;
    document.head.append(style);
    expect(readTypefaces()).toMatchObject([
      { family: "Fraunces", source: "url(/f.woff2)", descriptors: { weight: "600" } },
    ]);
    style.remove();
  });

  it("are waited for in a worker, which draws again when more have come", async () => {
    let come = () => {};
    const load = vi.fn(() => new Promise<void>((resolve) => (come = resolve)));
    const fonts = Object.assign(new EventTarget(), { add: vi.fn(), load });
    vi.stubGlobal("fonts", fonts);
    vi.stubGlobal("FontFace", vi.fn());
    const onLoad = vi.fn();
    const onReady = vi.fn();
    const face = { family: "Fraunces", source: "url(/f.woff2)", descriptors: {} };
    const ready = addTypefaces([face, face], "Inyonga", onLoad).then(onReady);
    expect(fonts.add).toHaveBeenCalledTimes(2);
    expect(load.mock.calls).toEqual([['16px "Fraunces"', "Inyonga"]]);
    expect(onReady).not.toHaveBeenCalled();
    come();
    await ready;
    fonts.dispatchEvent(new Event("loadingdone"));
    expect(onLoad).toHaveBeenCalledOnce();
  });

  it("are not waited for without end", async () => {
    vi.useFakeTimers();
    const fonts = Object.assign(new EventTarget(), {
      add: vi.fn(),
      load: () => new Promise(() => {}),
    });
    vi.stubGlobal("fonts", fonts);
    vi.stubGlobal("FontFace", vi.fn());
    const face = { family: "Fraunces", source: "url(/f.woff2)", descriptors: {} };
    const ready = addTypefaces([face], "Inyonga", vi.fn());
    await vi.runAllTimersAsync();
    await ready;
    vi.useRealTimers();
  });
});
