import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useId } from "react";
import type { Story } from "#api/types";
import { Heading } from "#components/ui/still";
import { formatNumber } from "#locales/format";
import { ColourScale } from "./colour-scale";
import { LabScale } from "./lab-scale";
import styles from "./lab-values.module.css";
import { MAX_HMF_MG_PER_KG, MAX_HMF_TROPICAL_MG_PER_KG, MAX_MOISTURE_PERCENT } from "./limits";
import { GRADES, gradeOf } from "./pfund";

/** What was measured in this batch, beside the legal limits in plain words. */
export function LabValues({ batch }: { batch: Story["batch"] }) {
  const { t } = useLingui();
  const title = useId();
  return (
    <section aria-labelledby={title} className={styles.values}>
      <Heading level={2} id={title}>
        <Trans>Measured in this batch</Trans>
      </Heading>
      <div className={styles.cards}>
        <Moisture percent={batch.moisture_percent} />
        <Hmf mgPerKg={batch.hmf_mg_per_kg} />
        <Colour mmPfund={batch.colour_mm_pfund} />
      </div>
      <p className={styles.source}>
        {t`Limits: EU Honey Directive 2001/110/EC, Annex II. Colour names: USDA grades of extracted honey.`}
      </p>
    </section>
  );
}

interface CardProps {
  title: string;
  /** The measured value with its unit, or null when there is none. */
  value: string | null;
  scale: ReactNode;
  children: ReactNode;
}

function Card({ title, value, scale, children }: CardProps) {
  return (
    <div className={styles.card} data-missing={value === null || undefined}>
      <Heading level={3} className={styles.title}>
        {title}
      </Heading>
      <p className={styles.value}>
        {value ?? (
          <span className={styles.missing}>
            <Trans>Not measured for this batch</Trans>
          </span>
        )}
      </p>
      {scale}
      {children}
    </div>
  );
}

function Moisture({ percent }: { percent: number | null }) {
  const { t } = useLingui();
  return (
    <Card
      title={t`Moisture`}
      value={percent === null ? null : `${formatNumber(percent)} %`}
      scale={
        <LabScale
          value={percent}
          from={12}
          to={24}
          limits={[MAX_MOISTURE_PERCENT]}
          label={(limit) => `${formatNumber(limit)} %`}
        />
      }
    >
      <p>
        <Verdict value={percent} limit={MAX_MOISTURE_PERCENT} />{" "}
        <Trans>
          The law allows at most {MAX_MOISTURE_PERCENT} %. Too much water, and honey ferments.
        </Trans>
      </p>
    </Card>
  );
}

function Hmf({ mgPerKg }: { mgPerKg: number | null }) {
  const { t } = useLingui();
  const withUnit = (value: number) => {
    const number = formatNumber(value);
    return t`${number} mg/kg`;
  };
  return (
    <Card
      title={t`HMF, a sign of heat and age`}
      value={mgPerKg === null ? null : withUnit(mgPerKg)}
      scale={
        <LabScale
          value={mgPerKg}
          from={0}
          to={100}
          limits={[MAX_HMF_MG_PER_KG, MAX_HMF_TROPICAL_MG_PER_KG]}
          label={withUnit}
        />
      }
    >
      <p>
        <Verdict value={mgPerKg} limit={MAX_HMF_TROPICAL_MG_PER_KG} />{" "}
        <Trans>
          The law allows at most {MAX_HMF_MG_PER_KG} mg/kg, and {MAX_HMF_TROPICAL_MG_PER_KG} if the
          label names a country with a tropical climate. HMF grows slowly when honey is warmed or
          kept for long.
        </Trans>
      </p>
    </Card>
  );
}

function Colour({ mmPfund }: { mmPfund: number | null }) {
  const { t, i18n } = useLingui();
  const grade = mmPfund === null ? undefined : GRADES[gradeOf(mmPfund)];
  const name = grade && i18n._(grade.name);
  return (
    <Card title={t`Colour`} value={name ?? null} scale={<ColourScale mmPfund={mmPfund} />}>
      <p>
        {mmPfund !== null && (
          <Trans>
            <strong>{formatNumber(mmPfund)} mm</strong> on the Pfund scale.
          </Trans>
        )}{" "}
        <Trans>The law sets no limit: the colour comes from the flowers and the season.</Trans>
      </p>
    </Card>
  );
}

function Verdict({ value, limit }: { value: number | null; limit: number }) {
  if (value === null) return null;
  return (
    <strong data-above={value > limit || undefined} className={styles.verdict}>
      {value <= limit ? (
        <Trans>Within the legal limit.</Trans>
      ) : (
        <Trans>Above the legal limit.</Trans>
      )}
    </strong>
  );
}
