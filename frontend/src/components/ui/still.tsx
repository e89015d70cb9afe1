import { type ComponentProps, createContext, type ReactNode, use } from "react";

interface Place {
  /** How many levels lower its headings stand than on a page of its own. */
  depth: number;
  /** Whether its pictures are the first that a reader meets. */
  first?: boolean;
}

const StillPlace = createContext<Place | null>(null);

/**
 * Around a part of a story that is drawn without a script, among others in one document: nothing
 * in it opens, turns or changes, and its headings are those of a part.
 */
export function Still({ children, ...place }: Place & { children: ReactNode }) {
  return <StillPlace value={place}>{children}</StillPlace>;
}

/** Where in a still document this is drawn; null on a page of its own. */
export function useStill(): Place | null {
  return use(StillPlace);
}

interface HeadingProps extends ComponentProps<"h2"> {
  /** On a page of its own. */
  level: 1 | 2 | 3;
}

/** A heading, which stands lower where its part is one of many. */
export function Heading({ level, ...rest }: HeadingProps) {
  const Tag = `h${level + (useStill()?.depth ?? 0)}` as "h2";
  return <Tag {...rest} />;
}
