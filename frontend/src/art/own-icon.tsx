import { FlowIcon } from "./flow-icon";

/** A bee, for what the enterprise tells besides. */
export function OwnIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path d="M22 19c-9-11-18-6-13 2 2 3 7 4 12 3M27 19c7-12 16-8 12 0-1.500 3-6 5-11 5" />
      <path
        d="M24 17c5 0 8 4 8 10s-4 13-8 15c-4-2-8-9-8-15s3-10 8-10z"
        fill="var(--art-honey, #f0b94a)"
      />
      <path d="M16.500 25h15M16.500 31h15M19 37h10M21 13c-1-3-3-5-6-5M27 13c1-3 3-5 6-5" />
      <circle cx="24" cy="14" r="4" />
    </FlowIcon>
  );
}
