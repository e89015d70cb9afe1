import { afterEach, expect, it, vi } from "vitest";
import { makeBlock, makeContents } from "#testing/own-pages";
import { makeLetter, makePerson, makePicture, makeRecording, makeStory } from "#testing/story";
import { chooseRendition, keepForOffline } from "./keep-for-offline";

const picture = makePicture({
  sources: [{ type: "image/avif", srcset: "/p/480.avif 480w, /p/960.avif 960w" }],
});

function installWorker(connection?: { saveData: boolean }) {
  const postMessage = vi.fn();
  const register = vi.fn(async () => undefined);
  const ready = Promise.resolve({ active: { postMessage } });
  vi.stubGlobal("navigator", {
    serviceWorker: { register, ready },
    ...(connection && { connection }),
  });
  return { postMessage, register };
}

afterEach(() => vi.unstubAllGlobals());

it("chooses the smallest picture that is sharp on the screen, else the largest", () => {
  vi.stubGlobal("innerWidth", 400);
  vi.stubGlobal("devicePixelRatio", 2);
  expect(chooseRendition(picture)).toBe("/p/960.avif");
  vi.stubGlobal("devicePixelRatio", 1);
  expect(chooseRendition(picture)).toBe("/p/480.avif");
  vi.stubGlobal("devicePixelRatio", 3);
  expect(chooseRendition(picture)).toBe("/p/960.avif");
});

it("tells the worker which story to keep, with its pictures", async () => {
  const { postMessage } = installWorker();
  const story = makeStory({ code: "KEPT" });
  await keepForOffline({ ...story, honey: { ...story.honey, jar_photo: picture } });
  const [message] = postMessage.mock.calls[0] ?? [];
  expect(message.code).toBe("KEPT");
  expect(message.pictures).toContain("/p/960.avif");
});

it("names every recording of the story, to be kept after all else", async () => {
  const { postMessage } = installWorker();
  const story = makeStory();
  const { beekeeper } = story;
  const spoken = (src: string) => ({ ...makeLetter(), recording: makeRecording({ src }) });
  const block = makeBlock({ kind: "recording", recording: makeRecording({ src: "/c" }) });
  await keepForOffline({
    ...story,
    beekeeper: { ...beekeeper, letter: spoken("/a") },
    people: [makePerson(), makePerson({ letter: spoken("/b") })],
    contents: makeContents({ slug: "bees", title: "Bees", blocks: [makeBlock(), block] }),
  });
  const [message] = postMessage.mock.calls[0] ?? [];
  expect(message.recordings).toEqual(["/a", "/b", "/c"]);
});

it("keeps nothing where the reader saves data, and needs no worker", async () => {
  const { register } = installWorker({ saveData: true });
  await keepForOffline(makeStory());
  expect(register).not.toHaveBeenCalled();
  vi.stubGlobal("navigator", {});
  await expect(keepForOffline(makeStory())).resolves.toBeUndefined();
});
