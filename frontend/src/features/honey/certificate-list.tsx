import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { Story } from "#api/types";
import { HowWeKnow } from "#components/proof/how-we-know";
import { FactList } from "#components/ui/fact-list";
import { Heading } from "#components/ui/still";
import styles from "./certificate-list.module.css";

type Certificate = Story["certificates"][number];

/** The certification marks of this honey, out of their certificates; nothing without one. */
export function CertificateList({ certificates }: { certificates: readonly Certificate[] }) {
  const title = useId();
  const shown = certificates.filter(({ about }) =>
    about.some((subject) => subject === "honey" || subject === "batch"),
  );
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={title} className={styles.section}>
      <Heading level={2} id={title} className={styles.title}>
        <Trans>Certified</Trans>
      </Heading>
      {shown.map((certificate) => (
        <CertificateCard key={certificate.number} certificate={certificate} />
      ))}
    </section>
  );
}

function CertificateCard({ certificate }: { certificate: Certificate }) {
  const { t } = useLingui();
  const { name, number, control_body: body, control_body_code: code, holder } = certificate;
  return (
    <article className={styles.card}>
      <Heading level={3} className={styles.mark}>
        {name} {code && <span className={styles.code}>{code}</span>}
      </Heading>
      <FactList
        facts={[
          { term: t`Certificate`, detail: number },
          { term: t`Holder`, detail: holder },
        ]}
      />
      <HowWeKnow
        evidence={certificate.evidence}
        checkedBy={body}
        validUntil={certificate.valid_until}
        proves={`${name} ${number}`}
      />
    </article>
  );
}
