import { drawAround } from "#features/forest/map/painting/layers/draw-around";
import { drawForest } from "#features/forest/map/painting/layers/draw-forest";
import { drawSea, drawShade, drawWorld } from "#features/forest/map/painting/layers/draw-globe";
import { drawGrid } from "#features/forest/map/painting/layers/draw-grid";
import { drawLabels } from "#features/forest/map/painting/layers/draw-labels";
import { drawRegion } from "#features/forest/map/painting/layers/draw-region";
import { drawScale } from "#features/forest/map/painting/layers/draw-scale";
import { drawWay } from "#features/forest/map/painting/layers/draw-way";
import outline from "#features/forest/place/data/outline.json";
import region from "#features/forest/place/data/region.json";
import world from "#features/forest/place/data/world.json";
import {
  appearance,
  type Context,
  isWithin,
  type MapData,
  makeFrame,
  type Scene,
  type Subject,
} from "./frame";
import type { Paints } from "./paints";
import type { Size, View } from "./view";

const DATA = { world, region, outline } as unknown as MapData;

/** One picture that is wanted of the map. */
export interface Shot {
  view: View;
  size: Size;
  /** How many of the canvas's own pixels lie along one CSS pixel. */
  sharpness: number;
  paints: Paints;
}

/**
 * Draws the map on a canvas: in a worker, or in the page where the browser lets no worker draw.
 * It brings the drawing code and its data along, so load it only when they are wanted.
 */
export class Painter {
  #canvas: HTMLCanvasElement | OffscreenCanvas;
  #context: Context;
  #scene: Scene;
  #shot: Shot | null = null;
  #request = 0;
  #onFail: () => void;

  /** Tells when it can draw no more. Throws when the browser gives no drawing context. */
  constructor(
    canvas: HTMLCanvasElement | OffscreenCanvas,
    subject: Subject,
    onFail: () => void = () => undefined,
  ) {
    const context = canvas.getContext("2d") as Context | null;
    if (!context) throw new Error("This browser cannot draw on a canvas.");
    this.#canvas = canvas;
    this.#context = context;
    this.#onFail = onFail;
    const kilometres = new Intl.NumberFormat(subject.locales, { style: "unit", unit: "kilometer" });
    this.#scene = { ...DATA, ...subject, kilometres };
    void this.#lookAround(subject.forest.surroundings);
  }

  /** The map is good without what lies around the forest: it waits for nothing, and asks once. */
  async #lookAround(address: string | null): Promise<void> {
    if (!address) return;
    const answer = await fetch(address).catch(() => null);
    const around = answer?.ok ? await answer.json().catch(() => null) : null;
    if (!around) return;
    this.#scene = { ...this.#scene, around };
    this.repaint();
  }

  /** Draws with the next frame; of several shots before it, the last. */
  paint(shot: Shot): void {
    this.#shot = shot;
    this.repaint();
  }

  /** Draws the last shot once more, in typefaces that have come meanwhile. */
  repaint(): void {
    this.#request ||= requestAnimationFrame(() => {
      this.#request = 0;
      try {
        if (this.#shot) this.#draw(this.#shot);
      } catch (error) {
        this.#onFail();
        throw error;
      }
    });
  }

  #draw({ view, size, sharpness, paints }: Shot): void {
    if (size.width === 0 || size.height === 0) return;
    this.#fitCanvas(size, sharpness);
    const frame = makeFrame({ context: this.#context, view, size, paints, scene: this.#scene });
    const detail = appearance(frame, 14, 10);
    drawSea(frame);
    if (detail < 1 || !isWithin(frame, this.#scene.region.box)) drawWorld(frame);
    if (detail > 0) drawRegion(frame, detail);
    drawAround(frame);
    if (detail > 0) drawGrid(frame, detail);
    if (detail < 1) drawShade(frame, 1 - detail);
    drawForest(frame);
    drawWay(frame);
    drawLabels(frame);
    drawScale(frame);
  }

  /** A canvas that is given a size, even its own, is made anew: only when it has changed. */
  #fitCanvas(size: Size, sharpness: number): void {
    const width = Math.round(size.width * sharpness);
    const height = Math.round(size.height * sharpness);
    if (this.#canvas.width === width && this.#canvas.height === height) return;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  }
}
