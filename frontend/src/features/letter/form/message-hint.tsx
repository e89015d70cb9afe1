import { useLingui } from "@lingui/react/macro";
import { VisuallyHidden } from "#components/ui/visually-hidden";
import { lengthOf, MAX_LENGTH } from "#features/letter/letter";
import { formatNumber } from "#locales/format";

/** With this many characters left or fewer, screen readers are told too. */
const NEARLY_FULL = 50;

/** How much room is left for the message; going over is allowed, and said. */
export function MessageHint({ message }: { message: string }) {
  const { t } = useLingui();
  const left = MAX_LENGTH.message - lengthOf(message.trim());
  const count = formatNumber(Math.abs(left));
  const words = left < 0 ? t`${count} characters too many` : t`${count} characters left`;
  return (
    <>
      {words}
      <VisuallyHidden>
        <span role="status">{left <= NEARLY_FULL && words}</span>
      </VisuallyHidden>
    </>
  );
}
