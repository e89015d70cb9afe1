import { FlowIcon } from "./flow-icon";

/** A jar of honey with a leaf on its label. */
export function HoneyIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path
        d="M12 24c4 2 8-2 12 0s8 2 12 0v14c0 3-2 5-5 5H17c-3 0-5-2-5-5z"
        fill="var(--art-honey, #f0b94a)"
      />
      <path d="M14.5 13c-2.5 2-3.5 4-3.5 7v18c0 3 2 5 5 5h16c3 0 5-2 5-5V20c0-3-1-5-3.5-7" />
      <path d="M13 5h22c1 0 2 1 2 2v4c0 1-1 2-2 2H13c-1 0-2-1-2-2V7c0-1 1-2 2-2z" />
      <path d="M12 24c4 2 8-2 12 0s8 2 12 0" />
      <path d="M24 38c-5-2-5.5-7.5 0-9.5 5.5 2 5 7.5 0 9.5zm0 0v-5" />
    </FlowIcon>
  );
}
