// Pictures in the desk: dropping a file, advice before it is sent, and pointing at the focus.
// Without this script there are plain file and number fields, and the server gives the advice.

const MOST_BYTES = 15 * 1024 * 1024;
// px of the longer side that the server keeps, of a panorama more; a phone's photo is made smaller here
const LONGEST_SIDE = 2400;
const LONGEST_PANORAMA = 3600;
const ACCEPTED = ["image/jpeg", "image/png", "image/webp", "image/avif", "image/heic", "image/heif"];
const REFUSED = {
  mov: gettext("This is a video. Choose a photo, or make a still of it."),
  mp4: gettext("This is a video. Choose a photo, or make a still of it."),
  tif: gettext("This is a TIFF file. Save it as JPEG."),
  tiff: gettext("This is a TIFF file. Save it as JPEG."),
};

const pixels = (width, height) => `${width.toLocaleString("en")} × ${height.toLocaleString("en")} px`;
const size = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const extension = (file) => file.name.split(".").pop().toLowerCase();
/** Many systems give HEIC no type, and most browsers cannot show it: the server reads it. */
const isHeic = (file) => ["heic", "heif"].includes(extension(file)) || /hei[cf]/.test(file.type);

function refusal(file) {
  if (REFUSED[extension(file)]) return REFUSED[extension(file)];
  if (isHeic(file) || ACCEPTED.includes(file.type)) return "";
  return gettext("This is no picture. Use a JPEG, PNG, WebP, AVIF or HEIC file.");
}

/** Turned upright and no larger than is kept: a fraction of the bytes over a poor connection. */
async function shrink(file, bitmap) {
  const sides = [bitmap.width, bitmap.height];
  const longer = Math.max(...sides);
  const samePixels = LONGEST_SIDE * Math.sqrt(longer / Math.min(...sides) / 2);
  const scale = Math.min(Math.max(samePixels, LONGEST_SIDE), LONGEST_PANORAMA) / longer;
  if ((file.type !== "image/jpeg" && !isHeic(file)) || scale >= 1) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  return blob && blob.size < file.size ? new File([blob], file.name, { type: "image/jpeg" }) : file;
}

/**
 * The file as it is sent, and its size in px as far as this browser can show it. Throws an Error
 * that says in words why it is no picture.
 */
export async function prepare(file) {
  const no = refusal(file);
  if (no) throw new Error(no);
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap && !isHeic(file)) {
    throw new Error(gettext("This file is damaged, or no picture. Choose another one."));
  }
  const { width, height } = bitmap ?? { width: 0, height: 0 };
  const sent = bitmap ? await shrink(file, bitmap) : file;
  bitmap?.close();
  if (sent.size > MOST_BYTES) {
    throw new Error(gettext("This file is larger than 15 MB. Save it smaller."));
  }
  return { sent, width, height };
}

function put(input, file) {
  const files = new DataTransfer();
  if (file) files.items.add(file);
  input.files = files.files;
}

function tell(output, lines, file) {
  const words = document.createElement("div");
  for (const [text, style] of lines.filter(([text]) => text)) {
    const line = document.createElement("p");
    line.textContent = text;
    if (style) line.className = style;
    words.append(line);
  }
  output.replaceChildren(words);
  if (!file) return;
  const image = new Image(96, 96);
  image.alt = "";
  image.src = URL.createObjectURL(file);
  image.onload = () => URL.revokeObjectURL(image.src);
  output.prepend(image);
}

function advice({ leastWidth, place }, width) {
  if (width >= Number(leastWidth)) return "";
  const words = gettext(
    "Too small for %(place)s, where it will look soft. Use at least %(least)s px.",
  );
  return interpolate(words, { place, least: Number(leastWidth).toLocaleString("en") }, true);
}

async function take(drop, input, file) {
  const output = drop.querySelector("output");
  drop.classList.remove("chosen");
  const no = (text) => {
    put(input, null);
    tell(output, [[text, "refused"]]);
  };
  let ready;
  try {
    ready = await prepare(file);
  } catch (error) {
    return no(error.message);
  }
  const { sent, width, height } = ready;
  put(input, sent);
  drop.classList.add("chosen");
  const facts = [
    width && pixels(width, height),
    size(file.size),
    sent !== file && interpolate(gettext("made smaller for sending: %s"), [size(sent.size)]),
  ];
  const soft = width ? advice(drop.dataset, width) : "";
  tell(output, [[facts.filter(Boolean).join(", ")], [soft, "picture-advice"]], width ? sent : null);
}

function prepareDrop(drop) {
  if (drop.classList.contains("ready")) return;
  drop.classList.add("ready");
  drop.querySelector("span").textContent = gettext("Drop a picture here, or choose one");
}

function withFile(event) {
  return event.dataTransfer?.types.includes("Files") && event.target.closest?.("[data-picture-drop]");
}

for (const name of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    const drop = withFile(event);
    if (!drop) return;
    event.preventDefault();
    drop.classList.toggle("over", name === "dragenter" || name === "dragover");
    const [file] = name === "drop" ? event.dataTransfer.files : [];
    if (file) take(drop, drop.querySelector("input[type=file]"), file);
  });
}

document.addEventListener("change", (event) => {
  const drop = event.target.closest?.("[data-picture-drop]");
  if (drop && event.target.files?.[0]) take(drop, event.target, event.target.files[0]);
});

/** The two number fields stay; pointing at the picture writes them. */
function prepareFocus(focus) {
  const [x, y] = ["x", "y"].map((axis) => document.getElementById(`id_focus_${axis}`));
  const whole = focus.querySelector(".whole");
  if (!x || !y || !whole) return;
  const show = () => {
    const [left, top] = [`${x.value || 50}%`, `${y.value || 50}%`];
    Object.assign(whole.querySelector("i").style, { left, top });
    for (const cut of focus.querySelectorAll(".cut")) cut.style.objectPosition = `${left} ${top}`;
  };
  whole.addEventListener("click", (event) => {
    const box = whole.querySelector("img").getBoundingClientRect();
    const percent = (at, from, length) =>
      Math.round(Math.min(1, Math.max(0, (at - from) / length)) * 100);
    x.value = percent(event.clientX, box.left, box.width);
    y.value = percent(event.clientY, box.top, box.height);
    show();
  });
  x.addEventListener("input", show);
  y.addEventListener("input", show);
  focus.classList.add("ready");
  show();
}

function prepareAll() {
  document.querySelectorAll("[data-picture-drop]").forEach(prepareDrop);
  document.querySelectorAll(".focus").forEach(prepareFocus);
}

document.addEventListener("formset:added", prepareAll);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", prepareAll);
else prepareAll();
