import { createContext, type ReactNode, useContext, useState } from "react";
import { type Location, useLocation } from "react-router";

const FirstLocation = createContext<Location | null>(null);

/** Remembers the location the visit began with; wrap it around everything that changes pages. */
export function VisitStart({ children }: { children: ReactNode }) {
  const location = useLocation();
  const [first] = useState(location);
  return <FirstLocation value={first}>{children}</FirstLocation>;
}

/** Whether the reader came to this page from another of our pages, also by Back and Forward. */
export function useMovedHere(): boolean {
  const location = useLocation();
  const first = useContext(FirstLocation);
  return first !== null && location !== first;
}
