import { Trans } from "@lingui/react/macro";

/** How exact the line of a batch's way is. */
export function WayNote() {
  return <Trans>The line joins the places in their order. It is not the exact route.</Trans>;
}
