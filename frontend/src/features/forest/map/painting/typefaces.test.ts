import { afterEach, describe, expect, it, vi } from "vitest";
import { addTypefaces, readTypefaces } from "./typefaces";

describe("the typefaces of the page", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("are read from its style sheets", () => {
    const style = document.createElement("style");
    style.textContent = `
      p { color: red }
      @font-face { font-family: "Fraunces"; src: url(/f.woff2); font-weight: 600; }`;
    document.head.append(style);
    expect(readTypefaces()).toMatchObject([
      { family: "Fraunces", source: "url(/f.woff2)", descriptors: { weight: "600" } },
    ]);
    style.remove();
  });

  it("are set up in a worker, which draws again when one has come", () => {
    const fonts = Object.assign(new EventTarget(), { add: vi.fn() });
    vi.stubGlobal("fonts", fonts);
    vi.stubGlobal("FontFace", vi.fn());
    const onLoad = vi.fn();
    addTypefaces([{ family: "Fraunces", source: "url(/f.woff2)", descriptors: {} }], onLoad);
    expect(fonts.add).toHaveBeenCalledOnce();
    fonts.dispatchEvent(new Event("loadingdone"));
    expect(onLoad).toHaveBeenCalledOnce();
  });
});
