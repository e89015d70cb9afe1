import { Trans } from "@lingui/react/macro";
import { useHref } from "react-router";
import { readPath } from "#paths";

/** Leads to the whole story on one page, which the server draws: no link of the router. */
export function ReadLink({ code }: { code: string }) {
  const href = useHref(readPath(code));
  return (
    <p>
      <a href={href}>
        <Trans>Read the whole story on one page</Trans>
      </a>
    </p>
  );
}
