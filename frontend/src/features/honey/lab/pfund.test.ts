import { expect, it } from "vitest";
import { i18n } from "#locales/i18n";
import { GRADES, gradeOf } from "./pfund";

it.each([
  [0, "Water white"],
  [8, "Water white"],
  [8.1, "Extra white"],
  [9, "Extra white"],
  [17, "Extra white"],
  [18, "White"],
  [34, "White"],
  [35, "Extra light amber"],
  [50, "Extra light amber"],
  [51, "Light amber"],
  [62, "Light amber"],
  [85, "Light amber"],
  [86, "Amber"],
  [114, "Amber"],
  [115, "Dark amber"],
  [150, "Dark amber"],
])("names %s mm Pfund %s, as the USDA does", (mmPfund, name) => {
  const grade = GRADES[gradeOf(mmPfund)];
  expect(grade && i18n._(grade.name)).toBe(name);
});
