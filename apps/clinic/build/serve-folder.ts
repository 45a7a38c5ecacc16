/**
 * Serves a built app from its folder for tests, measurements and screenshots: static files with strict headers,
 * compressed once and cached. Nothing is logged. In production the server does this
 * (apps/server/src/http/clinic-routes.ts).
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=()',
};

/** Listens on `port`; 0 chooses any free one. Rejects when the port is in use. */
export const serveFolder = (
  folder: string,
  port: number,
  host = '127.0.0.1',
): Promise<{ server: Server; url: string }> => {
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = fileFor(folder, request.url ?? '/');
    if ((request.method !== 'GET' && request.method !== 'HEAD') || path === null) {
      response.writeHead(path === null ? 404 : 405, { ...securityHeaders, 'content-type': 'text/plain' }).end();
      return;
    }
    const type = types[extname(path)] ?? 'application/octet-stream';
    const immutable = path.includes(`${sep}assets${sep}`);
    const headers = {
      ...securityHeaders,
      'content-type': type,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    const isText = !type.startsWith('image/png') && !type.startsWith('application/octet');
    if (!isText || !String(request.headers['accept-encoding']).includes('br')) {
      response.writeHead(200, { ...headers, 'content-length': statSync(path).size });
      createReadStream(path).pipe(response);
      return;
    }
    const key = `${path} ${statSync(path).mtimeMs}`;
    const body = compressed.get(key) ?? compress(path);
    compressed.set(key, body);
    response.writeHead(200, { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }).end(body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      const actual = typeof address === 'object' && address !== null ? address.port : port;
      resolve({ server, url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${actual}/` });
    });
  });
};

const compress = (path: string): Buffer =>
  brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** The path of the file in the folder to which a URL refers; `null` when there is none. */
const fileFor = (folder: string, url: string): string | null => {
  let name: string;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
  const path = normalize(join(folder, name.endsWith('/') ? `${name}index.html` : name));
  if (!path.startsWith(folder) || name.includes('\0')) return null;
  return existsSync(path) && statSync(path).isFile() ? path : null;
};
