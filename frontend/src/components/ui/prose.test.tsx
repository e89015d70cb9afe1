import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { Prose } from "./prose";

it("makes a paragraph of what stands between blank lines", () => {
  const { container } = render(<Prose text={"One\nline\n\n \nTwo\n"} lang="sw" />);
  expect(container.querySelectorAll("p")).toHaveLength(2);
  expect(screen.getByText("Two").closest("[lang]")?.getAttribute("lang")).toBe("sw");
});

it("lets each paragraph go the way of its own words", () => {
  const { container } = render(<Prose text={"Asante.\n\n\u0633\u0644\u0627\u0645."} />);
  for (const paragraph of container.querySelectorAll("p")) expect(paragraph.dir).toBe("auto");
});
