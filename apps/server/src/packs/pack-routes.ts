/**
 * A phone fetches a pack by its id. The content is public; phones are authenticated only to keep strangers from making
 * requests.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { packText } from '@denba/sync/packs/pack';
import { signPack } from '@denba/sync/packs/pack-key';
import type { FastifyInstance } from 'fastify';
import { knownDevice } from '../devices/known-device.ts';
import type { Site } from '../site.ts';
import { unknownPack } from './give-pack.ts';
import { readContent } from './keep-pack.ts';
import { packKeyPair } from './pack-keys.ts';

/** Number of compressed packs in the cache, each a fifth of a megabyte. */
const KEPT = 12;

export const packRoutes = (server: FastifyInstance, { db, now }: Site): void => {
  const made = new Map<string, Promise<Buffer>>();
  /** Caches the compressed pack: when all phones of a country fetch one pack on a day, it is compressed once. */
  const once = (name: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = made.get(name) ?? make();
    made.delete(name);
    made.set(name, known);
    known.catch(() => made.delete(name));
    for (const old of [...made.keys()].slice(0, -KEPT)) made.delete(old);
    return known;
  };

  server.get<{ readonly Params: { readonly id: string } }>('/api/sync/packs/:id', async (request, reply) => {
    await knownDevice(db, request.headers.authorization);
    const { id } = request.params;
    const content = await readContent(db, id);
    if (content === null) throw unknownPack();
    const key = await packKeyPair(db, now());
    const text = packText(await signPack({ id, content, proof: null }, key));
    reply.header('content-type', 'application/x-ndjson').header('vary', 'accept-encoding');
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = (['br', 'gzip'] as const).find((one) => new RegExp(`\\b${one}\\b`).test(accepted));
    if (encoding === undefined) return reply.send(text);
    const body = await once(`${encoding} ${key.id} ${id}`, () => compress[encoding](Buffer.from(text)));
    return reply.header('content-encoding', encoding).send(body);
  });
};

const brotli = promisify<Buffer, { readonly params: Readonly<Record<number, number>> }, Buffer>(brotliCompress);
const compress = {
  br: (bytes: Buffer) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  gzip: (bytes: Buffer) => promisify<Buffer, Buffer>(gzip)(bytes),
} as const;
