import fc from "fast-check";
import { expect, it } from "vitest";
import CASES from "#cases/addresses.json";
import { readAddress } from "./address";

it.each(CASES)("leads from $address to $leadsTo, like the server", ({ address, leadsTo }) => {
  expect(readAddress(address)).toEqual({ code: leadsTo === "/" ? "" : "PUREJOY", leadsTo });
});

it.each(["/", "/trace", "/PUREJOY", "/admin/", "/letters/app", "/quality/PUREJOY"])(
  "leaves %s alone",
  (path) => expect(readAddress(path)).toBeNull(),
);

it("leads where it need not lead again, from whatever address", () => {
  const piece = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("/", "q", "App", "MENU"));
  const path = fc.array(piece).map((pieces) => `/q/${encodeURI(pieces.join(""))}`);
  fc.assert(
    fc.property(path, (pathname) => {
      const [path = "/"] = (readAddress(pathname)?.leadsTo ?? "/").split("#");
      expect(readAddress(path)?.leadsTo ?? null).toBeNull();
    }),
  );
});
