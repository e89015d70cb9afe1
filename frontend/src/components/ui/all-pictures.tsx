import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Disclosure } from "./disclosure";

/** Around those of many pictures that do not stand there at once. */
export function AllPictures({ count, children }: { count: number; children: ReactNode }) {
  return <Disclosure summary={<Trans>Show all {count} pictures</Trans>}>{children}</Disclosure>;
}
