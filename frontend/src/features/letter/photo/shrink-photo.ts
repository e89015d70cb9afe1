const LONGEST_SIDE = 2000; // px
const QUALITY = 0.85;

/** A photo turned upright and made smaller for a slow line; as it is where that does not help. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
    const smaller = await draw(bitmap);
    bitmap.close();
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    // A format that this browser cannot show, such as HEIC, the server may know.
    return file;
  }
}

function draw(bitmap: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d");
  if (context) {
    // Where a picture is transparent, a JPEG would be black.
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
}
