import type { Subject } from "./frame";
import { Painter, type Shot } from "./painter";
import { addTypefaces, type Typeface } from "./typefaces";

/** The first message to the worker; each later one is a `Shot`. */
export interface Commission {
  canvas: OffscreenCanvas;
  subject: Subject;
  typefaces: Typeface[];
}

let painter: Painter | undefined;

addEventListener("message", ({ data }: MessageEvent<Commission | Shot>) => {
  if ("canvas" in data) void begin(data);
  else painter?.paint(data);
});

async function begin({ canvas, subject, typefaces }: Commission): Promise<void> {
  const begun = new Painter(canvas, subject);
  await addTypefaces(typefaces, JSON.stringify(subject), () => begun.repaint());
  painter = begun;
  postMessage("ready");
}
