/** The pixels of a picture or of a video frame, no larger than a decoder needs. */

/** A code of version 20 fills a third of the picture and still has five pixels to a module. */
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

/** `null` when the file is no picture that this browser reads. */
export const pixelsOfFile = async (file: Blob): Promise<ImageData | null> => {
  try {
    const bitmap = await createImageBitmap(file);
    return pixelsOf(bitmap, bitmap.width, bitmap.height);
  } catch {
    return null;
  }
};
