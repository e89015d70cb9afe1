import { expect, it } from "vitest";
import cases from "#cases/ranges.json";
import { askedPart } from "./asked-part";

it.each(cases)("reads “$header” as the server does", ({ header, part }) => {
  const [first, end] = askedPart(header, 1000) ?? [null, null];
  const places = first === null ? null : first === end ? [] : [first, end];
  expect(places).toEqual(part);
});
