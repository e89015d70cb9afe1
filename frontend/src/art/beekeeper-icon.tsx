import { FlowIcon } from "./flow-icon";

/** A beekeeper in hat and veil. */
export function BeekeeperIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path
        d="M13.5 14.5C14 8 18 5 24 5s10 3 10.5 9.5c-3.5 1.3-17.5 1.3-21 0z"
        fill="var(--art-honey, #f0b94a)"
      />
      <path d="M13.5 14.5C14 8 18 5 24 5s10 3 10.5 9.5" />
      <path d="M5 16.5c4-3 34-3 38 0-4 3.5-34 3.5-38 0z" />
      <path d="M12 19c-.5 5-.5 9 1 12 4 3.5 18 3.5 22 0 1.5-3 1.5-7 1-12" />
      <path d="M19 25h0m10 0h0" />
      <path d="M20.5 29c2 1.6 5 1.6 7 0" />
      <path d="M13 31.5C8 33 5.5 37 5 43h38c-.5-6-3-10-8-11.5" />
    </FlowIcon>
  );
}
