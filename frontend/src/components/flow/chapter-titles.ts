import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Chapter, FlowName } from "#paths";

const FLOW_TITLES: Record<FlowName, MessageDescriptor> = {
  beekeeper: msg`Beekeeper`,
  honey: msg`Honey`,
  forest: msg`Forest`,
  footprint: msg`Footprint`,
  // "Thank you" in Swahili; the end of a story.
  asante: msg`Asante`,
};

/** What a part of a story is called. */
export function titleOf({ flow, title }: Chapter, i18n: I18n): string {
  return flow ? i18n._(FLOW_TITLES[flow]) : title;
}
