import type { Subject } from "./frame";
import type { Painter } from "./painter";
import type { Commission } from "./painter-worker";
import { readTypefaces } from "./typefaces";

export type HiredPainter = Pick<Painter, "paint">;

/** How a painter is hired. */
interface Terms {
  /** Aborting it lets the painter go. */
  signal: AbortSignal;
  /** Told when a painter that had begun can paint no more. */
  onFail: () => void;
}

/**
 * Returns a painter for the map's canvas: in a worker, so that the page stays responsive, or in the
 * page where workers cannot draw. Rejects when neither can.
 */
export async function hirePainter(
  canvas: HTMLCanvasElement,
  subject: Subject,
  { signal, onFail }: Terms,
): Promise<HiredPainter> {
  const worker = "transferControlToOffscreen" in canvas && startWorker();
  if (worker) {
    signal.addEventListener("abort", () => worker.terminate());
    return instruct(worker, canvas.transferControlToOffscreen(), subject, onFail);
  }
  const { Painter } = await import("./painter");
  return new Painter(canvas, subject, onFail);
}

function startWorker(): Worker | null {
  try {
    return new Worker(new URL("./painter-worker.ts", import.meta.url), { type: "module" });
  } catch {
    // No workers here, or a script of another origin, as with Vite's development server.
    return null;
  }
}

async function instruct(
  worker: Worker,
  canvas: OffscreenCanvas,
  subject: Subject,
  onFail: () => void,
): Promise<HiredPainter> {
  const commission: Commission = { canvas, subject, typefaces: readTypefaces() };
  worker.postMessage(commission, [canvas]);
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = reject;
  });
  worker.onerror = onFail;
  return { paint: (shot) => worker.postMessage(shot) };
}
