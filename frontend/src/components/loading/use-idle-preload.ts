import { useEffect } from "react";

/** Fetches the code of a page the reader may open next, once the browser has nothing else to do. */
export function useIdlePreload(load: () => Promise<unknown>): void {
  useEffect(() => {
    const quietly = () => void load().catch(() => undefined);
    // Safari has no requestIdleCallback; by two seconds the first page has settled.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(quietly, 2000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(quietly);
    return () => cancelIdleCallback(handle);
  }, [load]);
}
