import { isFree, type Rectangle, roomOfLines, spacesOf } from "#features/forest/map/label-room";
import type { Frame } from "#features/forest/map/painting/frame";
import type { Label } from "#features/forest/map/painting/map-labels";
import { boxAround, knownPoints } from "#features/forest/place/shapes";
import { TOWNS } from "#features/forest/place/towns";
import { aroundLabels } from "./around-labels";
import { nearness } from "./draw-around";
import { isPinned, seenOf } from "./draw-forest";
import { isLabelled } from "./draw-grid";

/** All others keep clear of its outline, of its pin, and of the degrees. */
const IN_THE_FOREST = new Set<Label["look"]>(["forest", "apiary"]);
const FOREST_CLOSER_THAN = 9.5;
const NAME_CENTRED_CLOSER_THAN = 1;
/** In CSS pixels. */
const ABOVE_OUTLINE = 16;
const ABOVE_PIN = 46;
const APIARY_NAMES_CLOSER_THAN = 0.45;

/**
 * All names that fit into the frame. Where two would meet, the one that comes later in the list
 * goes to its other place, if it has one, or is left out.
 */
export function drawLabels(frame: Frame): void {
  const taken = [...cornersInUse(frame), ...stopsInUse(frame)];
  const kept = [...outlineInUse(frame), ...pinInUse(frame), ...degreesInUse(frame)];
  const names = new Set<string>();
  for (const label of labelsOf(frame)) {
    // What lies around the forest may have a name that our own lists have too.
    if (names.has(label.text)) continue;
    frame.context.font = fontOf(label.look, frame);
    const { width } = frame.context.measureText(label.text);
    const placed = [{}, ...(label.or ?? [])]
      .map((place) => ({ ...label, ...place }))
      .find((one) => {
        const inUse = IN_THE_FOREST.has(label.look) ? taken : [...taken, ...kept];
        return isFree(spacesOf(one, width), inUse, frame.size);
      });
    if (!placed) continue;
    names.add(label.text);
    taken.push(...spacesOf(placed, width));
    if (label.dot) drawDot(frame, label.dot);
    drawText(frame, placed);
  }
}

function labelsOf(frame: Frame): Label[] {
  return [
    ...forestLabel(frame),
    ...stopLabels(frame),
    ...apiaryLabels(frame),
    ...placeLabels(frame),
    ...aroundLabels(frame),
    ...townLabels(frame),
  ];
}

function forestLabel(frame: Frame): Label[] {
  const { scene, place, scale } = frame;
  const box = boxAround(knownPoints(scene.forest));
  if (!box || scale > FOREST_CLOSER_THAN) return [];
  // From afar the name runs away from the lake in the west.
  const isFar = scale > NAME_CENTRED_CLOSER_THAN;
  const at = place([isFar ? box[0] : (box[0] + box[2]) / 2, box[3]]);
  if (!at) return [];
  const align = isFar ? "left" : "center";
  const above = !isFar && isPinned(frame) ? ABOVE_PIN : ABOVE_OUTLINE;
  return [{ text: scene.forest.title, look: "forest", x: at[0], y: at[1] - above, align }];
}

/** The last place first: it is the reader's. */
function stopLabels({ scene, place }: Frame): Label[] {
  return [...(scene.way ?? [])].reverse().flatMap(({ name, at }) => {
    const spot = place([...at]);
    if (!spot) return [];
    const [x, y] = spot;
    const [center, right] = ["center", "right"] as const;
    const or = [
      { x, y: y + 20, align: center },
      { x: x - 11, align: right },
      { x, y: y - 20, align: center },
    ];
    return [{ text: name, look: "apiary" as const, x: x + 11, y, align: "left" as const, or }];
  });
}

function apiaryLabels({ scene, place, scale }: Frame): Label[] {
  if (scale > APIARY_NAMES_CLOSER_THAN) return [];
  return scene.forest.apiaries.flatMap(({ name, longitude, latitude }) => {
    const at = place([longitude, latitude]);
    return at
      ? [{ text: name, look: "apiary" as const, x: at[0], y: at[1] + 20, or: [{ y: at[1] - 20 }] }]
      : [];
  });
}

function placeLabels({ scene, place, scale }: Frame): Label[] {
  const shown = scene.labels.filter(({ from, to }) => scale >= from && scale < to);
  return shown.flatMap(({ text, kind, at, turned, align }) => {
    const spot = place(at);
    return spot
      ? [
          {
            text,
            look: kind,
            x: spot[0],
            y: spot[1],
            turned: turned ?? 0,
            align: align ?? "center",
          },
        ]
      : [];
  });
}

function townLabels({ place, scale }: Frame): Label[] {
  return TOWNS.filter(({ closerThan }) => scale < closerThan).flatMap(({ name, at }) => {
    const spot = place(at);
    return spot
      ? [
          {
            text: name,
            look: "town" as const,
            x: spot[0] + 8,
            y: spot[1],
            align: "left" as const,
            dot: spot,
          },
        ]
      : [];
  });
}

function fontOf(look: Label["look"], { paints }: Frame): string {
  const fonts: Record<Label["look"], string> = {
    forest: `600 19px ${paints.headingFont}`,
    home: `600 20px ${paints.headingFont}`,
    continent: `600 16px ${paints.headingFont}`,
    country: `600 15px ${paints.textFont}`,
    water: `italic 15px ${paints.textFont}`,
    river: `italic 14px ${paints.textFont}`,
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
  const isWet = onWater || label.look === "river";
  context.fillStyle = isWet ? paints["water-text"] : paints.text;
  context.fillText(label.text, 0, 0);
  context.restore();
}

function drawDot({ context, paints }: Frame, [x, y]: [number, number]): void {
  context.beginPath();
  context.arc(x, y, 3, 0, 2 * Math.PI);
  context.fillStyle = paints.text;
  context.fill();
  context.strokeStyle = paints.halo;
  context.lineWidth = 1.5;
  context.stroke();
}

/** The forest's outline, where names of what lies around it are shown. */
function outlineInUse(frame: Frame): Rectangle[] {
  const { boundary } = frame.scene.forest;
  if (!boundary || nearness(frame) < 1) return [];
  return roomOfLines(
    boundary.coordinates.flat().map((ring) => ring.flatMap((point) => [frame.place(point) ?? []])),
  );
}

function pinInUse(frame: Frame): Rectangle[] {
  const [x, y] = (isPinned(frame) && seenOf(frame)?.middle) || [];
  return x === undefined || y === undefined ? [] : [[x - 12, y - 34, x + 12, y + 2]];
}

/** Where the degrees of the grid may stand. */
function degreesInUse(frame: Frame): Rectangle[] {
  const { width, height } = frame.size;
  const edges: Rectangle[] = [
    [0, 0, width, 22],
    [0, 0, 54, height],
  ];
  return isLabelled(frame) ? edges : [];
}

/** The dots at the places of a way. */
function stopsInUse({ scene, place }: Frame): Rectangle[] {
  return (scene.way ?? []).flatMap(({ at }): Rectangle[] => {
    const spot = place([...at]);
    return spot ? [[spot[0] - 7, spot[1] - 7, spot[0] + 7, spot[1] + 7]] : [];
  });
}

/** Where the page's zoom buttons and the scale bar are, in CSS pixels. */
function cornersInUse({ size: { width, height } }: Frame): Rectangle[] {
  return [
    [width - 60, 0, width, 110],
    [0, height - 48, 150, height],
  ];
}
