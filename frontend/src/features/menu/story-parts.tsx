import { Trans, useLingui } from "@lingui/react/macro";
import type { ComponentType } from "react";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { AsanteIcon } from "#art/asante-icon";
import { BeekeeperIcon } from "#art/beekeeper-icon";
import { FootprintIcon } from "#art/footprint-icon";
import { ForestIcon } from "#art/forest-icon";
import { HoneyIcon } from "#art/honey-icon";
import { OwnIcon } from "#art/own-icon";
import { titleOf } from "#components/flow/chapter-titles";
import { useSeenPages } from "#components/flow/seen-pages";
import { type Chapter, chaptersOf, type FlowName, pagePath } from "#paths";
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
      {chaptersOf(story).map((chapter) => (
        <StoryPart
          key={chapter.id}
          chapter={chapter}
          code={story.code}
          invitation={chapter.flow ? invitations[chapter.flow] : chapter.line}
        />
      ))}
    </ol>
  );
}

function StoryPart(props: { chapter: Chapter; code: string; invitation: string }) {
  const { i18n } = useLingui();
  const { chapter, code } = props;
  const Icon = chapter.flow ? ICONS[chapter.flow] : OwnIcon;
  const { pages } = chapter;
  const first = pages[0];
  const seen = useSeenPages(code).filter((page) => pages.some((name) => name === page));
  if (!first) return null;
  return (
    <li className={styles.part} data-seen={seen.length === pages.length || undefined}>
      <Icon className={styles.icon} />
      <div>
        <h2 className={styles.title}>
          <Link to={pagePath(code, first)}>{titleOf(chapter, i18n)}</Link>
        </h2>
        {props.invitation && <p className={styles.invitation}>{props.invitation}</p>}
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
