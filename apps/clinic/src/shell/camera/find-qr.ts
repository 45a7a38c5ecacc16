/**
 * Finds a QR code in a picture: with the browser's own detector where there is one (faster, and better at slanted
 * codes), else with the decoder that is part of the app.
 */
import type { Image } from 'qr/decode.js';

type NativeDetector = { readonly detect: (picture: ImageData) => Promise<readonly { readonly rawValue: string }[]> };
type NativeDetectorKind = {
  new (options: { readonly formats: readonly string[] }): NativeDetector;
  readonly getSupportedFormats: () => Promise<readonly string[]>;
};

/** Returns `null` when no code is found. Use `thorough` for a single picture, where time does not matter. */
export type FindQr = (picture: ImageData, effort: SearchEffort) => Promise<string | null>;

type SearchEffort = 'quick' | 'thorough';

export const createQrFinder = async (
  offered: unknown = (globalThis as { BarcodeDetector?: unknown }).BarcodeDetector,
): Promise<FindQr> => {
  const native = await nativeDetector(offered);
  if (native === null) return ownFinder();
  return async (picture, effort) => {
    try {
      const [found] = await native.detect(picture);
      if (found !== undefined) return found.rawValue;
      return effort === 'thorough' ? (await ownFinder())(picture, effort) : null;
    } catch {
      // The browser has the detector, but the module that it needs is missing on this phone.
      return (await ownFinder())(picture, effort);
    }
  };
};

const nativeDetector = async (offered: unknown): Promise<NativeDetector | null> => {
  if (typeof offered !== 'function') return null;
  const Kind = offered as unknown as NativeDetectorKind;
  try {
    const formats = await Kind.getSupportedFormats();
    return formats.includes('qr_code') ? new Kind({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
};

let own: Promise<FindQr> | null = null;

const ownFinder = (): Promise<FindQr> => {
  own ??= import('qr/decode.js').then(({ decodeQR }) => async (picture: Image, effort: SearchEffort) => {
    const options = effort === 'thorough' ? { effort: Number.POSITIVE_INFINITY, timeLimit: 4000 } : {};
    try {
      return decodeQR(picture, options);
    } catch {
      return null;
    }
  });
  return own;
};
