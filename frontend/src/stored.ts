import { useSyncExternalStore } from "react";

/** Something that this device keeps for its reader, under one name. */
export interface Stored<T> {
  /** What is kept; the same object for as long as nothing changes. */
  read: () => T;
  /** Keeps a value, or nothing more; returns false when the browser refuses to store it. */
  keep: (value: T | null) => boolean;
  /** What is kept, as it changes in this tab or another. */
  useKept: () => T;
}

/** Keeps JSON in the browser's storage; where that is empty, blocked or broken stands `none`. */
export function stored<T>(name: string, none: T): Stored<T> {
  const listeners = new Set<() => void>();
  let cached: { text: string | null; value: T } = { text: null, value: none };

  function read(): T {
    try {
      const text = localStorage.getItem(name);
      if (text !== cached.text) cached = { text, value: text === null ? none : JSON.parse(text) };
      return cached.value;
    } catch {
      return none;
    }
  }

  function keep(value: T | null): boolean {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(value));
    } catch {
      return false;
    }
    for (const listener of listeners) listener();
    return true;
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    window.addEventListener("storage", listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  }

  return { read, keep, useKept: () => useSyncExternalStore(subscribe, read, () => none) };
}
