import { render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { Preloaded, preloadable } from "./preloadable";

const makePage = () =>
  preloadable(async () => ({ default: ({ name }: { name: string }) => <p>Hello {name}</p> }));

it("is drawn at once when its code is here, on the server too", async () => {
  const page = makePage();
  await page.preload();
  expect(renderToString(<Preloaded of={page} with={{ name: "Neema" }} />)).toContain("Neema");
});

it("waits for its code otherwise", async () => {
  render(
    <Suspense fallback="waiting">
      <Preloaded of={makePage()} with={{ name: "Juma" }} />
    </Suspense>,
  );
  expect(screen.getByText("waiting")).toBeTruthy();
  expect(await screen.findByText("Hello Juma")).toBeTruthy();
});
