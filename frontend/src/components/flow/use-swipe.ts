import { type PointerEvent, useRef } from "react";

/** How far a finger must go, in CSS pixels, and how much more sideways than up or down. */
const DISTANCE = 56;
const SLOPE = 2;
/** The longest swipe, in milliseconds: a slower movement is not one. */
const DURATION = 800;
/** Browsers keep this edge, in CSS pixels, for their own Back. */
const EDGE = 24;

interface Start {
  id: number;
  x: number;
  y: number;
  time: number;
}

function mayStart(event: PointerEvent<HTMLElement>): boolean {
  if (event.pointerType === "mouse" || !event.isPrimary) return false;
  const zoomedIn = (window.visualViewport?.scale ?? 1) > 1.01;
  const atEdge = event.clientX < EDGE || event.clientX > window.innerWidth - EDGE;
  const target = event.target instanceof Element ? event.target : null;
  return !zoomedIn && !atEdge && !target?.closest("[data-no-swipe], input, textarea, dialog");
}

/**
 * Pointer handlers that tell a sideways swipe of a finger or pen. The element needs
 * `touch-action: pan-y pinch-zoom`, which leaves scrolling to the browser; parts with a sideways
 * gesture of their own say `data-no-swipe`.
 */
export function useSwipe(onSwipeLeft: () => void, onSwipeRight: () => void) {
  const start = useRef<Start | null>(null);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      start.current = mayStart(event)
        ? { id: event.pointerId, x: event.clientX, y: event.clientY, time: event.timeStamp }
        : null;
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const from = start.current;
      start.current = null;
      if (!from || from.id !== event.pointerId || event.timeStamp - from.time > DURATION) return;
      const across = event.clientX - from.x;
      const along = Math.abs(event.clientY - from.y);
      if (Math.abs(across) < DISTANCE || Math.abs(across) < SLOPE * along) return;
      if (across < 0) onSwipeLeft();
      else onSwipeRight();
    },
    onPointerCancel() {
      start.current = null;
    },
  };
}
