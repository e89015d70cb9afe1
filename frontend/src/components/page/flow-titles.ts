import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { FlowName } from "#paths";

/** What each part of a story is called. */
export const FLOW_TITLES: Record<FlowName, MessageDescriptor> = {
  beekeeper: msg`Beekeeper`,
  honey: msg`Honey`,
  forest: msg`Forest`,
  footprint: msg`Footprint`,
  // "Thank you" in Swahili; the end of a story.
  asante: msg`Asante`,
};
