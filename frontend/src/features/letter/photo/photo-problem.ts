import { shrinkPhoto } from "./shrink-photo";

/** What the server takes, in bytes. */
const MOST_BYTES = 15 * 1024 * 1024;

/** Whether a chosen file calls itself a picture; the server looks at what it really is. */
export function isPhoto({ name, type }: File): boolean {
  // Some systems know HEIC only by the file's name.
  return type.startsWith("image/") || /\.hei[cf]$/i.test(name);
}

/** Whether a photo stays larger than the server takes, however this browser shrinks it. */
export async function isTooLarge(photo: File): Promise<boolean> {
  return photo.size > MOST_BYTES && (await shrinkPhoto(photo)).size > MOST_BYTES;
}
