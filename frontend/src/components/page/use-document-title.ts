import { useEffect } from "react";

/** Names the page in the browser's tab and history; leaves the title as it is without a name. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
