/** A phone as the server sees it: a key of its own, a log, and requests. */
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { LocalDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { Entry } from '@denba/records/entry';
import { facilityId, familyId, personId } from '@denba/records/ids';
import { type FakeDevice, fakeDevice, saveEntry, wallMs } from '@denba/scenario/fake-device';
import { toBase64Url } from '@denba/sync/base64-url';
import { writeBundle } from '@denba/sync/bundle';
import type { FastifyInstance } from 'fastify';

export const TODAY = '2026-11-26' as LocalDate;
const MADE_AT = '2026-11-26T09:00:00.000Z#0000' as Entry['recordedAt'];

export type TestPhone = Awaited<ReturnType<typeof testPhone>>;

export const testPhone = async (server: FastifyInstance, place: string) => {
  const id = `phone-${randomUUID()}`;
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes));
  let device: FakeDevice = fakeDevice(id, { facility: facilityId(place) });
  let token = '';
  const entries: Entry[] = [];
  const authorised = () => ({ authorization: `Bearer ${token}` });
  return {
    id,
    publicKey,
    entries,
    token: () => token,
    join: async (code: string) => {
      const payload = { code, device: id, name: 'Téléphone de la salle', facility: place, publicKey };
      const response = await server.inject({ method: 'POST', url: '/api/devices', payload });
      if (response.statusCode === 201) token = response.json<{ readonly token: string }>().token;
      return response;
    },
    save: (family: string, answers: JsonObject = { transfer: 'temporary' }, form = 'transfer@1'): Entry => {
      const saved = saveEntry(device, {
        ...{ family: familyId(family), subject: personId(`${family}-child`), form, answers, findings: {} },
        ...{ protocolVersion: null, occurredOn: TODAY, atMs: wallMs(TODAY, entries.length) },
      });
      device = saved.device;
      entries.push(saved.entry);
      return saved.entry;
    },
    bundle: (which: readonly Entry[] = entries): Promise<string> => writeBundle(which, id, MADE_AT, sign),
    /** A Buffer is sent unchanged; a string is compressed when the headers say so. */
    push: (text: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
      server.inject({
        method: 'POST',
        url: '/api/sync/bundles',
        headers: { 'content-type': 'application/x-ndjson', ...authorised(), ...headers },
        payload: headers['content-encoding'] === 'gzip' && typeof text === 'string' ? gzipSync(text) : text,
      }),
    /** Hands over a parcel of any phone. */
    bring: (text: string) =>
      server.inject({
        method: 'POST',
        url: '/api/sync/courier',
        headers: { 'content-type': 'application/x-ndjson', ...authorised() },
        payload: text,
      }),
    ask: (url: string) => server.inject({ method: 'GET', url, headers: authorised() }),
    /** `clockMs`: what the phone says of its own clock; `null`: nothing, like phones of earlier versions. */
    pull: (after = 0, limit = 1000, clockMs: number | null = null) =>
      server.inject({
        method: 'GET',
        url: `/api/sync/feed?after=${after}&limit=${limit}${clockMs === null ? '' : `&clock=${clockMs}`}`,
        headers: authorised(),
      }),
  };
};
