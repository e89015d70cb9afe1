import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderAt } from "#testing/render";
import { makeClaim } from "#testing/story";
import { ClaimList } from "./claim-list";

describe("ClaimList", () => {
  it("says how we know, who checked it and how long it holds", async () => {
    const claim = makeClaim({ verifier: "A laboratory", valid_until: "2028-09-02" });
    const { user } = renderAt("/", <ClaimList claims={[claim]} about={["batch"]} />);
    const item = screen.getByRole("listitem");
    await user.click(within(item).getByText(/^How we know/));
    const link = within(item).getByRole("link", { name: /^Laboratory report/ });
    expect(link.getAttribute("href")).toBe("/evidence/1/report.pdf");
    expect(item.textContent).toContain("A laboratory");
    expect(item.textContent).toContain("2 September 2028");
  });

  it("says when nobody independent has checked it", () => {
    renderAt("/", <ClaimList claims={[makeClaim()]} about={["batch"]} />);
    expect(screen.getByRole("listitem").textContent).toContain("nobody independent yet");
    expect(screen.queryByText("Valid until")).toBeNull();
  });

  it("keeps to what the page is about, and to its kinds", () => {
    const claims = [
      makeClaim({ wording: "Here.", about: ["honey", "footprint"], kind: "origin" }),
      makeClaim({ wording: "Of another kind.", about: ["honey"], kind: "health" }),
      makeClaim({ wording: "Elsewhere.", about: ["forest"], kind: "origin" }),
    ];
    renderAt("/", <ClaimList claims={claims} about={["honey"]} kinds={["origin"]} />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringContaining("Here."),
    ]);
  });

  it("is nothing without claims", () => {
    const { container } = renderAt("/", <ClaimList claims={[]} about={["honey"]} />);
    expect(container.querySelector("section")).toBeNull();
  });
});
