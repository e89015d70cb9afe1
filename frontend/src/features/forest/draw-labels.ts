import type { Frame } from "./frame";
import type { LabelKind } from "./map-labels";
import { scaleBar } from "./scale-bar";
import { boxAround, knownPoints } from "./shapes";
import { TOWNS } from "./towns";

type Look = LabelKind | "forest" | "town" | "apiary";
type Rectangle = [left: number, top: number, right: number, bottom: number];

interface Label {
  text: string;
  look: Look;
  x: number;
  y: number;
  align?: CanvasTextAlign;
  turned?: number;
}

const LINE_HEIGHT = 20;
const TOWNS_CLOSER_THAN = 4.5;
const APIARY_NAMES_CLOSER_THAN = 0.5;

/** All names; where two would meet, the one that comes later in the list is left out. */
export function drawLabels(frame: Frame): void {
  const taken: Rectangle[] = [];
  for (const label of labelsOf(frame)) {
    frame.context.font = fontOf(label.look, frame);
    const space = spaceOf(label, frame.context.measureText(label.text).width);
    if (taken.some((other) => meet(other, space))) continue;
    taken.push(space);
    if (label.look === "town") drawDot(frame, label);
    drawText(frame, label);
  }
}

function labelsOf(frame: Frame): Label[] {
  return [
    ...forestLabel(frame),
    ...apiaryLabels(frame),
    ...placeLabels(frame),
    ...townLabels(frame),
  ];
}

function forestLabel({ scene, place, scale }: Frame): Label[] {
  const box = boxAround(knownPoints(scene.forest));
  if (!box || scale > TOWNS_CLOSER_THAN) return [];
  const at = place([(box[0] + box[2]) / 2, box[3]]);
  if (!at) return [];
  return [{ text: scene.forest.title, look: "forest", x: at[0], y: at[1] - 16 }];
}

function apiaryLabels({ scene, place, scale }: Frame): Label[] {
  if (scale > APIARY_NAMES_CLOSER_THAN) return [];
  return scene.forest.apiaries.flatMap(({ name, longitude, latitude }) => {
    const at = place([longitude, latitude]);
    return at ? [{ text: name, look: "apiary" as const, x: at[0], y: at[1] + 20 }] : [];
  });
}

function placeLabels({ scene, place, scale }: Frame): Label[] {
  const shown = scene.labels.filter(({ from, to }) => scale >= from && scale < to);
  return shown.flatMap(({ text, kind, at, turned = 0 }) => {
    const spot = place(at);
    return spot ? [{ text, look: kind, x: spot[0], y: spot[1], turned }] : [];
  });
}

function townLabels({ place, scale }: Frame): Label[] {
  return TOWNS.filter(({ closerThan }) => scale < closerThan).flatMap(({ name, at }) => {
    const spot = place(at);
    return spot
      ? [{ text: name, look: "town" as const, x: spot[0] + 8, y: spot[1], align: "left" as const }]
      : [];
  });
}

function fontOf(look: Look, { paints }: Frame): string {
  const fonts: Record<Look, string> = {
    forest: `600 19px ${paints.headingFont}`,
    home: `600 20px ${paints.headingFont}`,
    continent: `600 16px ${paints.headingFont}`,
    country: `600 15px ${paints.textFont}`,
    water: `italic 15px ${paints.textFont}`,
    town: `15px ${paints.textFont}`,
    apiary: `600 15px ${paints.textFont}`,
  };
  return fonts[look];
}

function drawText({ context, paints }: Frame, label: Label): void {
  const onWater = label.look === "water";
  context.save();
  context.translate(label.x, label.y);
  context.rotate(((label.turned ?? 0) * Math.PI) / 180);
  context.textAlign = label.align ?? "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = onWater ? paints.water : paints.halo;
  context.globalAlpha = onWater ? 0.75 : 0.9;
  context.strokeText(label.text, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = onWater ? paints["water-text"] : paints.text;
  context.fillText(label.text, 0, 0);
  context.restore();
}

function drawDot({ context, paints }: Frame, { x, y }: Label): void {
  context.beginPath();
  context.arc(x - 8, y, 3, 0, 2 * Math.PI);
  context.fillStyle = paints.text;
  context.fill();
  context.strokeStyle = paints.halo;
  context.lineWidth = 1.5;
  context.stroke();
}

function spaceOf({ x, y, align = "center", turned = 0 }: Label, width: number): Rectangle {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const half = (width * cos + LINE_HEIGHT * sin) / 2;
  const high = (width * sin + LINE_HEIGHT * cos) / 2;
  const middle = align === "left" ? x + width / 2 : x;
  return [middle - half, y - high, middle + half, y + high];
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

const INSET = 16;

/** The length of a round number of kilometres in the middle of the map. */
export function drawScale({ context, paints, scale, size }: Frame, unit: (km: number) => string) {
  const bar = scaleBar(scale, Math.min(120, size.width / 3));
  const [left, bottom] = [INSET, size.height - INSET];
  context.beginPath();
  context.moveTo(left, bottom - 6);
  context.lineTo(left, bottom);
  context.lineTo(left + bar.pixels, bottom);
  context.lineTo(left + bar.pixels, bottom - 6);
  context.lineJoin = "miter";
  for (const [width, paint] of [
    [5, paints.halo],
    [2, paints.text],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = paint;
    context.stroke();
  }
  context.font = `600 14px ${paints.textFont}`;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeStyle = paints.halo;
  context.strokeText(unit(bar.kilometres), left + 6, bottom - 8);
  context.fillStyle = paints.text;
  context.fillText(unit(bar.kilometres), left + 6, bottom - 8);
}
