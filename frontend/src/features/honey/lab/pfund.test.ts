import { expect, it } from "vitest";
import LAB from "#cases/lab.json";
import { i18n } from "#locales/i18n";
import { GRADES, gradeOf } from "./pfund";

const CASES = [...LAB.colours, { mm_pfund: 8.1, name: "extra white" }];

it.each(CASES)("names $mm_pfund mm Pfund $name, like the server", ({ mm_pfund, name }) => {
  const grade = GRADES[gradeOf(mm_pfund)];
  expect(grade && i18n._(grade.name).toLowerCase()).toBe(name);
});
