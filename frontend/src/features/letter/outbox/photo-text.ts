/** A photo as a data address, which the browser's storage can keep. */
export function photoAsText(photo: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(photo);
  });
}

/** The photo of a data address. */
export function photoOf(text: string): Blob {
  const [, type, content = ""] = /^data:([^;,]*)[^,]*,(.*)$/s.exec(text) ?? [];
  const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type });
}
