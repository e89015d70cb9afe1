import { plural, t } from "@lingui/core/macro";
import { ApiError } from "./client";

/** Says to a reader what went wrong with a request, and what to do. */
export function describeError(error: unknown): string {
  if (!(error instanceof ApiError)) return t`Something went wrong on this page. Please try again.`;
  if (error.status === 0) {
    return t`We could not reach the server. Check your connection, then try again.`;
  }
  if (error.status === 429) return describeWait(error.retryAfter);
  if (error.status >= 500) return describeOurs(error.number);
  return error.detail || t`The server did not accept this. Please try again.`;
}

function describeOurs(number: string): string {
  const sorry = t`Our server could not answer just now. Nothing is wrong at your end; please try again in a minute.`;
  return number ? `${sorry} ${t`If you write to us, name this number: ${number}`}` : sorry;
}

function describeWait(seconds: number | null): string {
  if (seconds === null) return t`That was a lot of tries in a row. Please try again in a minute.`;
  const minutes = Math.ceil(seconds / 60);
  const wait =
    seconds < 60
      ? plural(seconds, { one: "# second", other: "# seconds" })
      : plural(minutes, { one: "# minute", other: "# minutes" });
  return t`That was a lot of tries in a row. Please try again in ${wait}.`;
}
