import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { VisuallyHidden } from "./visually-hidden";

interface Props {
  href: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to another site or a document, in a new tab, of which screen readers tell. */
export function NewTabLink({ href, className, children }: Props) {
  return (
    <a href={href} target="_blank" rel="noopener" className={className}>
      {children}
      <VisuallyHidden>
        {" "}
        <Trans>(opens in a new tab)</Trans>
      </VisuallyHidden>
    </a>
  );
}
