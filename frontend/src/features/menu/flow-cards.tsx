import { useLingui } from "@lingui/react/macro";
import type { ComponentType } from "react";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { BeekeeperIcon } from "#art/beekeeper-icon";
import { FootprintIcon } from "#art/footprint-icon";
import { ForestIcon } from "#art/forest-icon";
import { HoneyIcon } from "#art/honey-icon";
import { FLOW_TITLES } from "#components/page/flow-titles";
import { FLOW_NAMES, type FlowName, pagePath, pagesOf } from "#paths";
import styles from "./flow-cards.module.css";

const ICONS: Record<FlowName, ComponentType<{ className?: string | undefined }>> = {
  beekeeper: BeekeeperIcon,
  honey: HoneyIcon,
  forest: ForestIcon,
  footprint: FootprintIcon,
};

/** One card for each part of the story, leading to its first page. */
export function FlowCards({ story }: { story: Story }) {
  const { t } = useLingui();
  const invitations: Record<FlowName, string> = {
    beekeeper: story.beekeeper.letter
      ? t`Meet ${story.beekeeper.name} and read a letter`
      : t`Meet ${story.beekeeper.name} and write to them`,
    honey:
      story.honey.harvest || story.honey.harvest_pictures.length > 0
        ? t`How it tastes and how it is harvested`
        : t`How it tastes and what is in the jar`,
    forest: t`From the whole world to ${story.forest.title}`,
    footprint: story.footprint
      ? t`What this jar emitted, stage by stage`
      : t`The forest, and what is not measured yet`,
  };
  return (
    <ul className={styles.cards}>
      {FLOW_NAMES.map((flow) => (
        <FlowCard key={flow} flow={flow} code={story.code} invitation={invitations[flow]} />
      ))}
    </ul>
  );
}

function FlowCard(props: { flow: FlowName; code: string; invitation: string }) {
  const { i18n } = useLingui();
  const Icon = ICONS[props.flow];
  const first = pagesOf(props.flow)[0];
  if (!first) return null;
  return (
    <li className={styles.card}>
      <Icon className={styles.icon} />
      <div>
        <h2 className={styles.title}>
          <Link to={pagePath(props.code, first)}>{i18n._(FLOW_TITLES[props.flow])}</Link>
        </h2>
        <p className={styles.invitation}>{props.invitation}</p>
      </div>
    </li>
  );
}
