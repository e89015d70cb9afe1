import { useLayoutEffect } from "react";

const FIELDS = "input, textarea, select, [contenteditable], dialog";

function isForPage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return false;
  }
  return !(event.target instanceof Element && event.target.closest(FIELDS));
}

/**
 * Left and right arrow keys change pages, unless the reader is in a field or a dialog, or
 * something on the page has used the key itself (and called `preventDefault`).
 */
export function usePageKeys(onPrevious: () => void, onNext: () => void): void {
  // A layout effect runs before the page is painted, so that a key pressed at once is not lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      if (event.key === "ArrowLeft") onPrevious();
      if (event.key === "ArrowRight") onNext();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [onPrevious, onNext]);
}
