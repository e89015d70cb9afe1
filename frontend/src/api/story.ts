import { useCallback, useEffect, useSyncExternalStore } from "react";
import { ApiError, isRecord, request } from "./client";
import { LONGEST_CODE, normaliseCode } from "./code";
import type { PageData, Story, UnknownCode } from "./types";

export type StoryAnswer =
  | { status: "pending" }
  | { status: "found"; story: Story }
  | { status: "unknown"; unknown: UnknownCode }
  | { status: "failed"; error: unknown };

const PENDING: StoryAnswer = { status: "pending" };
const answers = new Map<string, StoryAnswer>();
const listeners = new Set<() => void>();

/** By what a code is remembered; of one that is too long the server keeps as much. */
const keyOf = (code: string) => normaliseCode(code).slice(0, LONGEST_CODE + 1);

function remember(code: string, answer: StoryAnswer): void {
  answers.set(keyOf(code), answer);
  for (const listener of listeners) listener();
}

/**
 * Returns the story that the page has been drawn from, if there is one, and remembers it.
 * @throws {ApiError} when it cannot be fetched.
 */
export async function storyOfPage(
  { code, story: sent, unknown_code }: PageData,
  underWay: Promise<Story | null> | null,
): Promise<Story | null> {
  const story = sent ?? (await underWay);
  rememberPageData({ story, unknown_code });
  return story || code === null ? story : fetchStory(code);
}

/** Remembers the story that a page is drawn from, or that its code is unknown. */
export function rememberPageData({
  story,
  unknown_code: unknown,
}: Pick<PageData, "story" | "unknown_code">): void {
  if (story) remember(story.code, { status: "found", story });
  if (unknown) remember(unknown.code, { status: "unknown", unknown });
}

/** Forgets all stories. The server calls it after each page: the next is another reader's. */
export function forgetStories(): void {
  answers.clear();
}

/** The API's answer to a code that names no jar, or null if the error is another one. */
export function unknownCodeIn(error: unknown): UnknownCode | null {
  if (!(error instanceof ApiError) || error.status !== 404 || !isRecord(error.body)) return null;
  const { code, suggestions } = error.body;
  return typeof code === "string" && Array.isArray(suggestions) ? { code, suggestions } : null;
}

/**
 * Fetches a jar's story and keeps it in memory, so that its pages show at once.
 * @throws {ApiError}
 */
export async function fetchStory(code: string): Promise<Story> {
  const path = `/api/v1/stories/${encodeURIComponent(normaliseCode(code))}/`;
  const story = await request<Story>(path);
  for (const name of [code, story.code]) remember(name, { status: "found", story });
  return story;
}

async function load(code: string): Promise<void> {
  remember(code, PENDING);
  try {
    await fetchStory(code);
  } catch (error) {
    const unknown = unknownCodeIn(error);
    remember(code, unknown ? { status: "unknown", unknown } : { status: "failed", error });
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The story of a jar, from memory or else from the API, and a way to ask again. */
export function useStory(code: string): { answer: StoryAnswer; retry: () => void } {
  const key = keyOf(code);
  const recall = () => answers.get(key);
  const answer = useSyncExternalStore(subscribe, recall, recall) ?? PENDING;
  const retry = useCallback(() => void load(key), [key]);
  useEffect(() => {
    if (!answers.has(key)) retry();
  }, [key, retry]);
  return { answer, retry };
}
