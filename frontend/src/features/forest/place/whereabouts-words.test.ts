import { describe, expect, it } from "vitest";
import { i18n } from "#locales/i18n";
import type { Whereabouts } from "./whereabouts";
import { describePosition, describeWhereabouts } from "./whereabouts-words";

const HERE: Whereabouts = {
  longitude: 31.42,
  latitude: -5.51,
  lake: { name: "Tanganyika", kilometres: 174, wind: "east" },
  town: { name: "Urambo", kilometres: 86, wind: "south-west" },
};

describe("the words for where a forest lies", () => {
  it("name lake and town in one sentence", () => {
    expect(describeWhereabouts(HERE, "Inyonga forest", i18n)).toBe(
      "Inyonga forest lies about 170 km east of Lake Tanganyika and about 90 km south-west of " +
        "the town of Urambo, as the crow flies.",
    );
  });

  it("do with one of them, or none", () => {
    const sentence = describeWhereabouts({ ...HERE, lake: null }, "It", i18n);
    expect(sentence).toBe(
      "It lies about 90 km south-west of the town of Urambo, as the crow flies.",
    );
    expect(describeWhereabouts({ ...HERE, lake: null, town: null }, "It", i18n)).toBeNull();
  });

  it("tell the four quarters of the globe", () => {
    expect(describePosition(HERE, i18n)).toBe("5.5° S, 31.4° E");
    const opposite = { ...HERE, longitude: -31.42, latitude: 5.51 };
    expect(describePosition(opposite, i18n)).toBe("5.5° N, 31.4° W");
  });
});
