import { expect, it } from "vitest";
import { makeStep } from "#testing/story";
import { stopsOf, unwrapped } from "./stops";

const PORT = { latitude: -6.82, longitude: 39.28 };

it("takes steps at one place for one stop, and leaves out what is nowhere", () => {
  const stops = stopsOf([
    makeStep({ place: "Inyonga, Tanzania", position: { latitude: -6.7, longitude: 32 } }),
    makeStep({ place: "A laboratory", position: null }),
    makeStep({ place: "Dar es Salaam, Tanzania", position: PORT }),
    makeStep({ place: "The port", position: PORT }),
  ]);
  expect(stops).toEqual([
    { name: "Inyonga", at: [32, -6.7] },
    { name: "Dar es Salaam", at: [39.28, -6.82] },
  ]);
});

it("goes on over the date line", () => {
  const at = (longitude: number) => ({ name: "", at: [longitude, 0] as const });
  const longitudes = unwrapped([at(151), at(-175), at(178)]).map(([longitude]) => longitude);
  expect(longitudes).toEqual([151, 185, 178]);
});
