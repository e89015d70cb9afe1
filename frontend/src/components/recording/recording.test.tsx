import { fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderAt } from "#testing/render";
import { makeRecording } from "#testing/story";
import { Recording } from "./recording";

/** What the element says of itself; happy-dom plays nothing. */
const state = { paused: true, error: null as MediaError | null };
const play = vi.fn(async () => undefined);
const load = vi.fn();

beforeEach(() => {
  Object.assign(state, { paused: true, error: null });
  const media = HTMLMediaElement.prototype;
  vi.spyOn(media, "play").mockImplementation(play);
  vi.spyOn(media, "load").mockImplementation(load);
  vi.spyOn(media, "pause").mockImplementation(() => tell("pause", { paused: true }));
  vi.spyOn(media, "paused", "get").mockImplementation(() => state.paused);
  vi.spyOn(media, "error", "get").mockImplementation(() => state.error);
});
afterEach(() => vi.clearAllMocks());

function audio(): HTMLAudioElement {
  return document.querySelector("audio") as HTMLAudioElement;
}

function tell(event: string, change: Partial<typeof state>): void {
  Object.assign(state, change);
  fireEvent(audio(), new Event(event));
}

async function open(seconds = 62) {
  const recording = makeRecording({ seconds });
  const { user } = renderAt("/", <Recording recording={recording} title="The letter" />);
  return { user, button: await screen.findByRole("button", { name: "Play" }) };
}

describe("Recording", () => {
  it("is the browser's own player until ours is here, and fetches nothing by itself", async () => {
    renderAt("/", <Recording recording={makeRecording()} title="The letter" />);
    expect(audio().controls).toBe(true);
    expect(audio().preload).toBe("none");
    await screen.findByRole("button", { name: "Play" });
    expect(audio().controls).toBe(false);
    expect(load).not.toHaveBeenCalled();
  });

  it("plays and pauses", async () => {
    const { user, button } = await open();
    await user.click(button);
    expect(play).toHaveBeenCalledOnce();
    tell("play", { paused: false });
    await user.click(screen.getByRole("button", { name: "Pause" }));
    expect(screen.getByRole("button", { name: "Play" })).toBe(button);
  });

  it("says where it is, and moves there before anything is fetched too", async () => {
    await open();
    const position = screen.getByRole("slider", { name: "Position" });
    expect(position.getAttribute("aria-valuetext")).toBe("0:00 of 1:02");
    fireEvent.change(position, { target: { value: "31" } });
    expect(audio().currentTime).toBe(31);
    expect(position.getAttribute("aria-valuetext")).toBe("0:31 of 1:02");
    expect(screen.getByText("0:31 / 1:02")).toBeTruthy();
  });

  it("plays more slowly, and more quickly", async () => {
    const { user } = await open();
    await user.selectOptions(screen.getByRole("combobox", { name: "Speed" }), "1.25×");
    expect(audio().playbackRate).toBe(1.25);
    await user.selectOptions(screen.getByRole("combobox", { name: "Speed" }), "0.75×");
    expect(audio().playbackRate).toBe(0.75);
  });

  it("says when it does not arrive, and tries again from where it was", async () => {
    const { user, button } = await open();
    fireEvent.change(screen.getByRole("slider"), { target: { value: "20" } });
    tell("error", { paused: false, error: { code: 2 } as MediaError });
    expect(screen.getByRole("alert").textContent).toContain("did not arrive");
    await user.click(button);
    expect(load).toHaveBeenCalledOnce();
    expect(audio().currentTime).toBe(20);
    tell("playing", { error: null });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("never says that it has gone on past its end", async () => {
    await open(3);
    audio().currentTime = 3.4;
    tell("timeupdate", {});
    expect(screen.getByText("0:03 / 0:03")).toBeTruthy();
  });
});
