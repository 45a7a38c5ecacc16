/** Shares the code with the phone's share sheet: as a picture if that accepts files, else as text. */
import { drawQr } from '@denba/kit/qr/qr-modules';
import { asMessage } from '../code/signed-code.ts';

export type Shared = 'shared' | 'cancelled' | 'failed';

export const canShare = (): boolean => typeof navigator.share === 'function';

/** `title` is sent along and must name nobody, because it appears in notifications. */
export const shareCode = async (code: string, title: string): Promise<Shared> => {
  const file = await asPicture(code);
  const withPicture = { title, text: title, files: file === null ? [] : [file] };
  const takesFiles = file !== null && typeof navigator.canShare === 'function' && navigator.canShare(withPicture);
  try {
    await navigator.share(takesFiles ? withPicture : { title, text: `${title}\n${asMessage(code)}` });
    return 'shared';
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
  }
};

const PIXELS_PER_MODULE = 8;
const QUIET_MODULES = 4;

/** A PNG, black on white; `null` when this browser cannot make one. */
const asPicture = async (code: string): Promise<File | null> => {
  const { modules, path } = drawQr({ text: code });
  const canvas = document.createElement('canvas');
  canvas.width = (modules + 2 * QUIET_MODULES) * PIXELS_PER_MODULE;
  canvas.height = canvas.width;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(PIXELS_PER_MODULE, PIXELS_PER_MODULE);
  context.translate(QUIET_MODULES, QUIET_MODULES);
  context.fillStyle = '#000';
  context.fill(new Path2D(path));
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob === null ? null : new File([blob], 'denba.png', { type: 'image/png' });
};
