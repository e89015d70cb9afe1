import { afterEach, describe, expect, it, vi } from "vitest";
import { stored } from "./stored";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("stored", () => {
  it("gives the same object for as long as nothing changes", () => {
    const list = stored<string[]>("list", []);
    list.keep(["a"]);
    expect(list.read()).toEqual(["a"]);
    expect(list.read()).toBe(list.read());
  });

  it("reads nothing out of what is broken", () => {
    localStorage.setItem("list", "{");
    expect(stored<string[]>("list", []).read()).toEqual([]);
  });

  it("says so when the browser refuses to store", () => {
    const refuse = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { getItem: () => null, setItem: refuse });
    expect(stored<string[]>("list", []).keep(["a"])).toBe(false);
  });
});
