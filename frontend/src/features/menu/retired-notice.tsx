import { Trans } from "@lingui/react/macro";
import { Notice } from "#components/ui/notice";

/** Tells that the code is an old one. */
export function RetiredNotice() {
  return (
    <Notice>
      <p>
        <Trans>This code is no longer printed on new jars. Its story stays here.</Trans>
      </p>
    </Notice>
  );
}
