import { Trans } from "@lingui/react/macro";
import { Recording } from "#components/recording/recording";
import { Disclosure } from "#components/ui/disclosure";
import { Prose } from "#components/ui/prose";
import type { BlocksProps } from "./blocks";

/** Recordings, each with what is said in it. */
export function RecordingBlocks({ blocks }: BlocksProps) {
  return blocks.map(
    ({ recording, text }) =>
      recording && (
        <div key={recording.src}>
          <Recording recording={recording} title={recording.title} />
          {text && (
            <Disclosure summary={<Trans>What is said</Trans>}>
              <Prose text={text} />
            </Disclosure>
          )}
        </div>
      ),
  );
}
