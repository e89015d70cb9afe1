import { FlowIcon } from "./flow-icon";

/** A bare footprint with a leaf in its sole. */
export function FootprintIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path
        d="M13.5 22C13 16 18 13.5 23 14s9 4 8 9.5c-.8 4-3 5.5-3 9.5 0 5-1.5 10-6.5 10S15 39 15 34s-1.200-7-1.5-12z"
        fill="var(--art-honey, #f0b94a)"
      />
      <path d="M13.5 22C13 16 18 13.5 23 14s9 4 8 9.5c-.8 4-3 5.5-3 9.5 0 5-1.5 10-6.5 10S15 39 15 34s-1.200-7-1.5-12z" />
      <path d="M22 38c-4-4-4-10 .5-15 4 5 4 11-.5 15zm0 0v-8" />
      <path d="M13.200 13.200a2.400 3.200-20 1 1 .1 0zM20 9.700a2.100 2.700-8 1 1 .1 0zM26 9.700a1.900 2.400 8 1 1 .1 0zM31.200 11.6a1.700 2.200 20 1 1 .1 0zM35 15.6a1.5 2 30 1 1 .1 0z" />
    </FlowIcon>
  );
}
