import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Story } from "#api/types";
import { PageHeading } from "#components/page/page-heading";
import { formatDateRange } from "#locales/format";
import { pagePath } from "#paths";
import styles from "./journey.module.css";
import { StepList } from "./step-list";

const DAY = 24 * 60 * 60 * 1000;

interface Props {
  story: Story;
  /** The map, moving or still; none where too little is known. */
  map: ReactNode;
}

/** The way of a batch: on a map, and step by step with its days and places. */
export function Journey({ story, map }: Props) {
  const { batch, beekeeper, code, forest } = story;
  return (
    <div className={styles.journey}>
      <div className={styles.words}>
        <PageHeading kicker={<Trans>Lot {batch.lot}</Trans>}>
          <Trans>From {forest.title} to the shop</Trans>
        </PageHeading>
        <Duration steps={batch.steps} />
      </div>
      {map && <div className={styles.map}>{map}</div>}
      <div className={styles.steps}>
        <StepList steps={batch.steps} />
        <p className={styles.onwards}>
          <Trans>
            Where the jar stands now, only you know.{" "}
            <Link to={pagePath(code, "beekeeper-message")}>
              Tell <bdi>{beekeeper.name}</bdi>
            </Link>
          </Trans>
        </p>
      </div>
    </div>
  );
}

function Duration({ steps }: { steps: Story["batch"]["steps"] }) {
  const [first, last] = [steps.at(0)?.day, steps.at(-1)?.day];
  if (!first || !last || first === last) return null;
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY);
  return (
    <p className={styles.lead}>
      <strong>
        <Plural value={days} one="# day" other="# days" />
      </strong>
      <span>{formatDateRange(first, last)}</span>
    </p>
  );
}
