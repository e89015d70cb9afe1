import { FlowIcon } from "./flow-icon";

/** A letter with a heart on its flap. */
export function AsanteIcon({ className }: { className?: string | undefined }) {
  return (
    <FlowIcon className={className}>
      <path d="M6 14h36v25H6z" />
      <path d="M6 14l18 15 18-15" />
      <path
        d="M24 33c-6-4.500-8.500-7.500-8.500-11 0-3 2-4.800 4.300-4.800 1.800 0 3.300 1 4.200 2.700.9-1.700 2.400-2.700 4.200-2.700 2.300 0 4.300 1.800 4.300 4.800 0 3.500-2.500 6.500-8.500 11z"
        fill="var(--art-honey, #f0b94a)"
      />
    </FlowIcon>
  );
}
