/** The pixels of a picture or a video frame, scaled down to what a decoder needs. */

/** In pixels. A QR code of version 20 that fills a third of such a picture still has five pixels per module. */
const LONGEST_SIDE = 1600;

export const pixelsOf = (source: CanvasImageSource, width: number, height: number): ImageData | null => {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** Returns `null` when the browser cannot read the file as a picture. */
export const pixelsOfFile = async (file: Blob): Promise<ImageData | null> => {
  try {
    const bitmap = await createImageBitmap(file);
    return pixelsOf(bitmap, bitmap.width, bitmap.height);
  } catch {
    return null;
  }
};
