import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderAt } from "#testing/render";
import { SpeciesList } from "./species-list";

const MNONDO = {
  kind: "plant" as const,
  name: "Mnondo",
  latin_name: "Julbernardia globiflora",
  note: "",
  source: "A field guide",
};
const MSASA = { ...MNONDO, name: "Msasa", latin_name: "" };

describe("SpeciesList", () => {
  it("marks the Latin name as Latin", () => {
    renderAt("/", <SpeciesList title="Trees" kind="plant" species={[MNONDO]} />);
    expect(screen.getByText("Julbernardia globiflora").getAttribute("lang")).toBe("la");
  });

  it("says a source that all share once, and others one by one", () => {
    const list = (species: (typeof MNONDO)[]) => (
      <SpeciesList title="Trees" kind="plant" species={species} />
    );
    const { unmount } = renderAt("/", list([MNONDO, MSASA]));
    expect(screen.getAllByText("Source: A field guide")).toHaveLength(1);
    unmount();
    renderAt("/", list([MNONDO, { ...MSASA, source: "" }]));
    expect(screen.getByText("Source: A field guide").closest("li")).toBeTruthy();
    expect(screen.getByText("Source not recorded").closest("li")).toBeTruthy();
  });

  it("folds what is more than a page of them", () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ ...MNONDO, name: `Tree ${n}` }));
    renderAt("/", <SpeciesList title="Trees" kind="plant" species={many} />);
    expect(screen.getByText("Tree 7").closest("details")).toBeNull();
    expect(screen.getByText("Tree 8").closest("details")).toBeTruthy();
    expect(screen.getByText("52 more")).toBeTruthy();
  });

  it("is not there without species of its kind", () => {
    const { container } = render(<SpeciesList title="Animals" kind="animal" species={[MNONDO]} />);
    expect(container.textContent).toBe("");
  });
});
