/** Stands in for the signature of a device, as long and as bound to every byte: thousands a second, and the same ones again. */
import { createHash } from 'node:crypto';
import { type Bundle, fromBase64Url } from '@denba/sync/bundle';

/** The name of the device is its key: only the simulated device and the simulated server make use of it. */
export const signatureOf = (device: string, bytes: string | Uint8Array): Uint8Array =>
  createHash('sha512').update(device).update('\n').update(bytes).digest();

export const isSignedByDevice = (bundle: Bundle, device: string): boolean =>
  Buffer.compare(fromBase64Url(bundle.signature), signatureOf(device, bundle.signed)) === 0;
