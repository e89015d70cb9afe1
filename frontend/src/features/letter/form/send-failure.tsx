import { Trans } from "@lingui/react/macro";
import { describeError } from "#api/describe-error";
import { Notice } from "#components/ui/notice";

/** Why the letter could not be sent, and that nothing of it is lost. */
export function SendFailure({ error }: { error: unknown }) {
  return (
    <Notice tone="alert" title={<Trans>It could not be sent</Trans>}>
      <p>{describeError(error)}</p>
      <p>
        <Trans>Your words are still here. Please try again.</Trans>
      </p>
    </Notice>
  );
}
