import { Trans } from "@lingui/react/macro";
import type { Claim } from "#api/types";
import { formatDate, formatMoney, formatNumber } from "#locales/format";
import styles from "./brought.module.css";

type Payment = NonNullable<Claim["payment"]>;

/** What was paid for a kilogram and when, beside what the honey fetched there. */
export function PaymentWords({ payment }: { payment: Payment }) {
  const { per_kg, currency, local } = payment;
  const most = Math.max(per_kg, local?.per_kg ?? 0);
  const day = formatDate(payment.day);
  return (
    <dl className={styles.prices}>
      <div>
        <dt>
          <Trans>Paid on {day}</Trans>
        </dt>
        <dd className={styles.paid}>
          <Price perKg={per_kg} currency={currency} most={local && most} />
        </dd>
      </div>
      {local && (
        <div>
          <dt>
            <Trans>The local price, {formatDate(local.day)}</Trans>
          </dt>
          <dd className={styles.local}>
            <Price perKg={local.per_kg} currency={currency} most={most} />
            <p className={styles.source}>
              <Trans>Source: {local.source}</Trans>
            </p>
            <Difference paid={per_kg} local={local.per_kg} />
          </dd>
        </div>
      )}
    </dl>
  );
}

interface PriceProps {
  perKg: number;
  currency: string;
  /** The highest price that is shown, for a bar to scale; null where there is nothing to compare. */
  most: number | null;
}

function Price({ perKg, currency, most }: PriceProps) {
  const price = formatMoney(perKg, currency);
  return (
    <>
      <p className={styles.price}>
        <Trans>
          <strong>{price}</strong> a kilogram
        </Trans>
      </p>
      {most !== null && most > 0 && (
        <svg className={styles.bar} aria-hidden="true">
          <rect width={`${(100 * perKg) / most}%`} height="100%" />
        </svg>
      )}
    </>
  );
}

/** How much more or less it was, in whole per cent. */
function Difference({ paid, local }: { paid: number; local: number }) {
  if (local === 0) return null;
  const percent = Math.round((100 * (paid - local)) / local);
  const size = formatNumber(Math.abs(percent));
  if (percent > 0)
    return (
      <Sentence>
        <Trans>That is {size} % more than the local price.</Trans>
      </Sentence>
    );
  if (percent < 0)
    return (
      <Sentence>
        <Trans>That is {size} % less than the local price.</Trans>
      </Sentence>
    );
  return (
    <Sentence>
      <Trans>That is the local price.</Trans>
    </Sentence>
  );
}

function Sentence({ children }: { children: React.ReactNode }) {
  return <p className={styles.difference}>{children}</p>;
}
