/** The clinic app at `/clinic/`: the files of its build, compressed once, with restrictive headers. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { notFound } from './refusal.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The app uses WebAssembly for its keys and inline styles for its charts; it loads nothing from other sites. */
const policy = [
  ...["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'"],
  ...["img-src 'self' blob: data:", "media-src 'self' blob:", "connect-src 'self'", "worker-src 'self' blob:"],
  ...["manifest-src 'self'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ');

export const clinicRoutes = (server: FastifyInstance, folder: string): void => {
  const compressed = new Map<string, Buffer>();
  server.get('/', (_request, reply) => reply.redirect('/clinic/'));
  server.get('/clinic', (_request, reply) => reply.redirect('/clinic/'));
  server.get<{ readonly Params: { readonly '*': string } }>('/clinic/*', async (request, reply) => {
    const path = fileIn(folder, request.params['*']);
    if (path === null) throw notFound();
    const type = types[extname(path)] ?? 'application/octet-stream';
    const immutable = path.includes(`${sep}assets${sep}`);
    reply
      .header('content-security-policy', policy)
      .header('content-type', type)
      .header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('vary', 'accept-encoding');
    const isText = !type.startsWith('image/png') && type !== 'application/octet-stream';
    if (!isText || !/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(readFileSync(path));
    const known = compressed.get(path) ?? brotli(readFileSync(path));
    compressed.set(path, known);
    return reply.header('content-encoding', 'br').send(known);
  });
};

/** Returns `null` when there is no such file, or it is outside the folder. */
const fileIn = (folder: string, asked: string): string | null => {
  const path = normalize(join(folder, asked === '' ? 'index.html' : asked));
  if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isFile()) return null;
  return path;
};

const brotli = (bytes: Buffer): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
