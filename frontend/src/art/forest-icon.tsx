import { FlowIcon } from "./flow-icon";

/** A flat-topped miombo tree with a hive in it. */
export function ForestIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path d="M7 29h8c1.3 0 1.3 5 0 5H7c-1.3 0-1.3-5 0-5z" fill="var(--art-honey, #f0b94a)" />
      <path d="M24 43c1-8 .5-13-1-17-1.5-3-4-4.5-7-6m8 7c.5-3 3-5.5 7.5-7.5" />
      <path d="M6 20c-3-1-3-5 .5-6C7 9.5 13 7 17 8.5 20 4 29 4 31.5 8.5 36 7 41.5 10 41.5 14.5c3 1 2.5 4.5-.5 5.5z" />
      <path d="M7 29h8c1.3 0 1.3 5 0 5H7c-1.3 0-1.3-5 0-5zm1 0v-9m6 9v-9" />
      <path d="M12 43h28" />
    </FlowIcon>
  );
}
