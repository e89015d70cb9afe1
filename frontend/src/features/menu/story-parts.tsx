import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType } from "react";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { AsanteIcon } from "#art/asante-icon";
import { BeekeeperIcon } from "#art/beekeeper-icon";
import { FootprintIcon } from "#art/footprint-icon";
import { ForestIcon } from "#art/forest-icon";
import { HoneyIcon } from "#art/honey-icon";
import { FLOW_TITLES } from "#components/page/flow-titles";
import { useSeenPages } from "#components/page/seen-pages";
import { FLOW_NAMES, type FlowName, pagePath, pagesOf } from "#paths";
import styles from "./story-parts.module.css";

const ICONS: Record<FlowName, ComponentType<{ className?: string | undefined }>> = {
  beekeeper: BeekeeperIcon,
  honey: HoneyIcon,
  forest: ForestIcon,
  footprint: FootprintIcon,
  asante: AsanteIcon,
};

/** The parts of the story as a way to go, each leading to its first page, with what was seen. */
export function StoryParts({ story }: { story: Story }) {
  const { t } = useLingui();
  const invitations: Record<FlowName, string> = {
    beekeeper: t`Meet ${story.beekeeper.name}`,
    honey:
      story.honey.harvest || story.honey.harvest_pictures.length > 0
        ? t`How it tastes and how it is harvested`
        : t`How it tastes and what is in the jar`,
    forest: t`From the whole world to ${story.forest.title}`,
    footprint: story.footprint
      ? t`What this jar emitted, stage by stage`
      : t`The forest, and what is not measured yet`,
    asante: t`Write to ${story.beekeeper.name}, and tell a friend`,
  };
  return (
    <ol className={styles.parts}>
      {FLOW_NAMES.map((flow) => (
        <StoryPart key={flow} flow={flow} story={story} invitation={invitations[flow]} />
      ))}
    </ol>
  );
}

function StoryPart(props: { flow: FlowName; story: Story; invitation: string }) {
  const { i18n } = useLingui();
  const Icon = ICONS[props.flow];
  const { code } = props.story;
  const pages = pagesOf(props.flow, props.story);
  const first = pages[0];
  const seen = useSeenPages(code).filter((page) => pages.some((name) => name === page));
  if (!first) return null;
  return (
    <li className={styles.part} data-seen={seen.length === pages.length || undefined}>
      <Icon className={styles.icon} />
      <div>
        <h2 className={styles.title}>
          <Link to={pagePath(code, first)}>{i18n._(FLOW_TITLES[props.flow])}</Link>
        </h2>
        <p className={styles.invitation}>{props.invitation}</p>
      </div>
      {seen.length > 0 && <SeenMark seen={seen.length} count={pages.length} />}
    </li>
  );
}

function SeenMark({ seen, count }: { seen: number; count: number }) {
  return (
    <p className={styles.seen}>
      {seen === count ? (
        <Trans>Seen</Trans>
      ) : (
        <Trans>
          {seen} of {count} seen
        </Trans>
      )}
    </p>
  );
}
