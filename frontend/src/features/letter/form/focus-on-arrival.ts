/** As a `ref`: moves the focus to an element when it appears, so that it is read out. */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
