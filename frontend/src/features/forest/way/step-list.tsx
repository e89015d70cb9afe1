import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import type { Story } from "#api/types";
import { EvidenceLink } from "#components/proof/evidence-link";
import { Picture } from "#components/ui/picture";
import { Heading } from "#components/ui/still";
import { formatDate } from "#locales/format";
import styles from "./step-list.module.css";

type Step = Story["batch"]["steps"][number];

const KINDS: Record<Step["kind"], MessageDescriptor> = {
  harvested: msg`Harvested`,
  pressed: msg`Pressed`,
  drained: msg`Drained from the comb`,
  tested: msg`Tested`,
  filled: msg`Filled into jars`,
  shipped: msg`Shipped`,
  arrived: msg`Arrived`,
  in_shop: msg`In the shop`,
};

/** The steps of a way in their order, each with its day and its place. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={`${step.day} ${step.kind} ${step.place}`} className={styles.step}>
          <StepWords step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepWords({ step: { kind, day, place, text, picture, proof } }: { step: Step }) {
  const { i18n } = useLingui();
  return (
    <>
      <p className={styles.day}>
        <time dateTime={day}>{formatDate(day)}</time>
      </p>
      <Heading level={2} className={styles.kind}>
        {i18n._(KINDS[kind])}
      </Heading>
      <p className={styles.place}>{place}</p>
      {text && <p className={styles.text}>{text}</p>}
      {picture && (
        <Picture
          picture={picture}
          sizes="(min-width: 44rem) 22rem, 80vw"
          className={styles.picture}
        />
      )}
      {proof && (
        <p className={styles.proof}>
          <Trans>
            Proof: <EvidenceLink evidence={proof} />
          </Trans>
        </p>
      )}
    </>
  );
}
