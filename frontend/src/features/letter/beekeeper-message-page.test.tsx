import { fireEvent, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { readKept } from "#features/letter/outbox/kept-letters";
import { renderAt } from "#testing/render";
import { server } from "#testing/server";
import { makeStory } from "#testing/story";
import BeekeeperMessagePage from "./beekeeper-message-page";

type Body = Record<string, unknown>;

const answer = (path = "/letters/secret") => HttpResponse.json({ path }, { status: 201 });
const link = () => screen.queryByRole("link", { name: /^To \S*Asha Example/ });

/** Lets the API answer one way; returns the letters that it got, after those it had. */
function serve(reply: () => Response, got: Body[] = []): Body[] {
  const handler = http.post("*/api/v1/letters/", async ({ request }) => {
    got.push((await request.json()) as Body);
    return reply();
  });
  server.use(handler);
  return got;
}

const PHOTO = new File(["pixels"], "photo.jpg", { type: "image/jpeg" });

/** Lets the private page answer one way; returns the contents of the photos that it got. */
function servePhotos(reply: () => Response, got: string[] = []): string[] {
  const handler = http.post("*/letters/secret/photo", async ({ request }) => {
    const photo = (await request.formData()).get("photo");
    got.push(photo instanceof File ? await photo.text() : "none");
    return reply();
  });
  server.use(handler);
  return got;
}

async function write(text = "Asante!", photo?: File) {
  const { user, unmount } = renderAt("/", <BeekeeperMessagePage story={makeStory()} />);
  if (photo) await user.upload(screen.getByLabelText("A photo (if you like)"), photo);
  await user.type(screen.getByLabelText("Your name"), "Ann");
  await user.type(screen.getByLabelText("Your message"), text);
  await user.click(screen.getByRole("button", { name: /^Send it/ }));
  return { user, unmount };
}

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe("BeekeeperMessagePage", () => {
  it("sends the letter with its consent, and keeps the private page's link", async () => {
    const got = serve(answer);
    await write();
    expect(await screen.findByText(/on its way to/)).toBeTruthy();
    expect(got).toHaveLength(1);
    expect(got[0]).toMatchObject({ code: "TESTJAR", name: "Ann", message: "Asante!", website: "" });
    expect(got[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(got[0]?.consent_version).toBe("2026-11-photo");
    expect(got[0]?.consent_text).toContain("passes it on to Asha Example");
    expect(link()?.getAttribute("href")).toBe("/letters/secret");
  });

  it("says that the device does not remember the link where it may store nothing", async () => {
    serve(answer);
    const refuse = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    await write();
    expect(await screen.findByText(/does not remember the link/)).toBeTruthy();
    expect(screen.queryByText(/This device remembers/)).toBeNull();
    vi.unstubAllGlobals();
  });

  it("tries again under the same key, and begins the next letter under another", async () => {
    const got = serve(() => HttpResponse.json({}, { status: 503 }));
    const { user, unmount } = await write();
    await screen.findByRole("alert");
    serve(answer, got);
    await user.click(screen.getByRole("button", { name: /^Send it/ }));
    await screen.findByText(/on its way/);
    unmount();
    await write("Another one");
    await screen.findByText(/on its way/);
    const keys = got.map(({ key }) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it("keeps a letter without a connection, and sends it when there is one", async () => {
    serve(() => HttpResponse.error());
    await write();
    expect(await screen.findByText("Your message waits on this device")).toBeTruthy();
    expect(readKept().waiting).toHaveLength(1);
    const got = serve(answer);
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(link()).toBeTruthy());
    expect(got[0]?.message).toBe("Asante!");
    expect(readKept().waiting).toEqual([]);
  });

  it("sends the photo after the letter, and says where to add one that did not arrive", async () => {
    serve(answer);
    const photos = servePhotos(() =>
      HttpResponse.json({ detail: "This is a video." }, { status: 400 }),
    );
    await write("Asante!", PHOTO);
    expect(await screen.findByText("This is a video.")).toBeTruthy();
    expect(photos).toEqual(["pixels"]);
    const add = screen.getByRole("link", { name: "Add a photo on your private page" });
    expect(add.getAttribute("href")).toBe("/letters/secret#photo");
  });

  it("keeps the photo with a waiting letter, and sends both when there is a connection", async () => {
    serve(() => HttpResponse.error());
    const photos = servePhotos(() => HttpResponse.error());
    await write("Asante!", PHOTO);
    await screen.findByText("Your message waits on this device");
    serve(answer);
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(photos).toContain("pixels"));
    expect(readKept().waiting).toHaveLength(1);
    const arrived = servePhotos(() => HttpResponse.json({}, { status: 201 }));
    window.dispatchEvent(new Event("online"));
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(readKept().waiting).toEqual([]));
    expect(arrived).toEqual(["pixels"]);
  });

  it("says at once that a file is no photo, and sends the letter without it", async () => {
    serve(answer);
    const photos = servePhotos(() => HttpResponse.json({}, { status: 201 }));
    const { user } = renderAt("/", <BeekeeperMessagePage story={makeStory()} />);
    const film = new File(["words"], "film.mov", { type: "video/quicktime" });
    fireEvent.change(screen.getByLabelText("A photo (if you like)"), { target: { files: [film] } });
    expect(screen.getByRole("alert").textContent).toContain("is no photo");
    await user.type(screen.getByLabelText("Your name"), "Ann");
    await user.type(screen.getByLabelText("Your message"), "Asante!");
    await user.click(screen.getByRole("button", { name: /^Send it/ }));
    expect(await screen.findByText(/on its way to/)).toBeTruthy();
    expect(photos).toEqual([]);
  });

  it("gives a waiting letter back to its writer", async () => {
    serve(() => HttpResponse.error());
    const { user } = await write("Asante sana");
    await user.click(await screen.findByRole("button", { name: "Take it back" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>("Your message").value).toBe("Asante sana");
    expect(readKept().waiting).toEqual([]);
  });

  it("says why a waiting letter was refused, and keeps its words", async () => {
    serve(() => HttpResponse.error());
    const { user } = await write();
    await screen.findByRole("button", { name: "Try now" });
    serve(() => HttpResponse.json({ message: ["Too wild."] }, { status: 400 }));
    await user.click(screen.getByRole("button", { name: "Try now" }));
    expect(await screen.findByText("Too wild.")).toBeTruthy();
    expect(readKept().waiting[0]?.letter.message).toBe("Asante!");
  });

  it("forgets the links on a device that is not the reader's own", async () => {
    serve(answer);
    const { user } = await write();
    await user.click(await screen.findByRole("button", { name: "Forget these links here" }));
    expect(link()).toBeNull();
    expect(localStorage).toHaveLength(0);
  });
});
