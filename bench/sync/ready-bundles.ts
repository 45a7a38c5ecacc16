/** Bundles that are signed and compressed before the measurement, so that the server is measured and not the phones. */
import { gzipSync } from 'node:zlib';
import { joinPlace } from '@denba/device/sync/http-server';
import type { Entry } from '@denba/records/entry';
import { appendEntry, emptyLog } from '@denba/records/entry-log';
import { deviceId, facilityId } from '@denba/records/ids';
import { toBase64Url } from '@denba/sync/base64-url';
import { writeBundle } from '@denba/sync/bundle';
import type { RunningServer } from './running-server.ts';

export type ReadyPhone = { readonly token: string; readonly bundles: readonly Buffer[] };

/**
 * Makes one phone in each of `places` new places. Each phone has whole families of `entries`, in bundles of at most
 * `size`.
 */
export const readyPhones = async (
  { aPlace, codeFor, server }: RunningServer,
  entries: readonly Entry[],
  places: number,
  size: number,
): Promise<readonly ReadyPhone[]> => {
  const placeOf = new Map<string, number>();
  const shares: Entry[][] = Array.from({ length: places }, () => []);
  for (const entry of entries) {
    const place = placeOf.get(entry.family) ?? placeOf.size % places;
    placeOf.set(entry.family, place);
    shares[place]?.push(entry);
  }
  const phones: ReadyPhone[] = [];
  for (const [index, share] of shares.entries()) {
    const place = `ingest-${index}`;
    await aPlace(place);
    const device = `${place}-phone`;
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
    const asked = { code: await codeFor(place), device, name: 'Banc', facility: place, publicKey };
    const joined = await joinPlace(fetch, `http://127.0.0.1:${server.port}/`, asked);
    if ('kind' in joined) throw new Error(`the phone could not join: ${joined.kind}`);
    const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes));
    const own = chained(share, device, place);
    const bundles: Buffer[] = [];
    for (let at = 0; at < own.length; at += size) {
      const slice = own.slice(at, at + size);
      bundles.push(gzipSync(await writeBundle(slice, device, slice[0]?.recordedAt ?? NEVER, sign)));
    }
    phones.push({ token: joined.token, bundles });
  }
  return phones;
};

const NEVER = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];

const chained = (entries: readonly Entry[], device: string, place: string): readonly Entry[] => {
  let log = emptyLog(deviceId(device));
  return entries.map(({ device: _device, seq: _seq, prev: _prev, ...draft }) => {
    const appended = appendEntry(log, { ...draft, facility: facilityId(place) });
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
    log = appended.value.log;
    return appended.value.entry;
  });
};
