import { useStill } from "./still";

/** A long list shows its first ones; a few more than these would not be worth a fold. */
interface Lengths {
  first: number;
  most: number;
}

/** The items to show at once, and those to fold: none of a short list or in a still document. */
export function useFold<T>(items: readonly T[], { first, most }: Lengths) {
  const shown = useStill() || items.length <= most ? items.length : first;
  return [items.slice(0, shown), items.slice(shown)] as const;
}
