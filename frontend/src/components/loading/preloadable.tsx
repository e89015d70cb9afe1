import { type ComponentType, lazy, useState } from "react";

/** A component whose code is fetched when it is first drawn, or before. */
export interface Preloadable<Props> {
  preload: () => Promise<void>;
  /** The component itself if its code is here, else one that waits for it. */
  choose: () => ComponentType<Props>;
}

export function preloadable<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Preloadable<Props> {
  let loaded: ComponentType<Props> | undefined;
  const waiting = lazy(load) as unknown as ComponentType<Props>;
  return {
    preload: async () => {
      loaded = (await load()).default;
    },
    choose: () => loaded ?? waiting,
  };
}

/**
 * Draws a preloadable component: at once if its code is here, on the server too, where React's own
 * `lazy` would leave a gap. Key it by component.
 */
export function Preloaded<Props extends object>(props: { of: Preloadable<Props>; with: Props }) {
  // Chosen once: to change from one to the other would throw away what the reader typed.
  const [Chosen] = useState(() => props.of.choose());
  return <Chosen {...props.with} />;
}
