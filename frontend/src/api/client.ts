/** How long a request may take before it counts as unanswered, in milliseconds. */
const PATIENCE = 15_000;

/** An answer other than success; `status` is 0 when no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  /** The answer's JSON, if it was JSON. */
  readonly body: unknown;
  /** Seconds to wait before another try, when the server said so. */
  readonly retryAfter: number | null;

  constructor(status: number, body: unknown = null, retryAfter: number | null = null) {
    super(status === 0 ? "The server did not answer" : `The server answered ${status}`);
    this.name = "ApiError";
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** The sentence the server wrote for people, or "". */
  get detail(): string {
    const { body } = this;
    return isRecord(body) && typeof body.detail === "string" ? body.detail : "";
  }

  /** The number under which the server's log knows a request that failed, or "". */
  get number(): string {
    const { body } = this;
    return isRecord(body) && typeof body.request === "string" ? body.request : "";
  }
}

/**
 * The one way to talk to our API: sends the request and returns the answer's JSON.
 * @throws {ApiError} when the answer is not a success, is not JSON, or does not come.
 */
export async function request<Answer>(
  path: string,
  init: RequestInit = {},
  patience = PATIENCE,
): Promise<Answer> {
  const response = await send(path, init, patience);
  const body = await response.json().catch(() => undefined);
  if (!response.ok || body === undefined) {
    throw new ApiError(response.status, body, retryAfter(response));
  }
  return body;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

async function send(path: string, init: RequestInit, patience: number): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Accept", "application/json");
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), patience);
  try {
    return await fetch(path, { signal: end.signal, ...init, headers });
  } catch {
    throw new ApiError(0);
  } finally {
    clearTimeout(timer);
  }
}

function retryAfter(response: Response): number | null {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return Number.isNaN(seconds) ? null : seconds;
}
