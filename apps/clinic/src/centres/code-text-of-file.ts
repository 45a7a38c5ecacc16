/** Reads the text of a code from a file: the small file that a phone shared, or a picture of its screen. */
import { createQrFinder } from '../shell/camera/find-qr.ts';
import { pixelsOfFile } from '../shell/camera/picture-pixels.ts';

/** In bytes. A code is far shorter. */
const MOST_TEXT = 10_000;

/** Returns `null` when a picture contains no code. */
export const codeTextOfFile = async (file: File): Promise<string | null> => {
  if (file.size < MOST_TEXT && !file.type.startsWith('image/')) return file.text();
  const picture = await pixelsOfFile(file);
  return picture === null ? null : (await createQrFinder())(picture, 'thorough');
};
