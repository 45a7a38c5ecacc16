/** A real identity provider (`oidc-provider`) with people in it, and a browser that signs in there. */

import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { RETURN } from '../src/people/identity-provider.ts';

export type ProvidersPerson = { readonly email?: string; readonly email_verified?: boolean };

export const CLIENT = { clientId: 'denba', clientSecret: 'a-secret-of-forty-letters-for-tests-only' };

/** `people`: by their subject ids at the provider. */
export const realProvider = async (people: Readonly<Record<string, ProvidersPerson>>, publicUrl: string) => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, id_token_signed_response_alg: 'ES256' },
        redirect_uris: [`${publicUrl}${RETURN}`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: ['only for tests'] },
    claims: { email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    settings: { ...CLIENT, issuer, name: 'Santé Mali' },
    end: () => new Promise<void>((resolve, reject) => server.close((f) => (f === undefined ? resolve() : reject(f)))),
    /** Signs in as that person and agrees; returns the URL to which the provider finally sends the browser. */
    signInAs: (address: string, person: string) => walkThrough(address, person, publicUrl),
  };
};

/** Follows redirects with cookies, and fills in the provider's own pages. */
const walkThrough = async (address: string, person: string, publicUrl: string): Promise<string> => {
  const jar = new Map<string, string>();
  let [next, form]: [string, URLSearchParams | null] = [address, null];
  for (let step = 0; step < 12; step += 1) {
    const answer: Response = await fetch(next, {
      ...{ redirect: 'manual', method: form === null ? 'GET' : 'POST', body: form },
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      const to = new URL(location, next).href;
      if (to.startsWith(publicUrl)) return to;
      [next, form] = [to, null];
      continue;
    }
    const page = await answer.text();
    const [, action] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
    const [, prompt] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (action === undefined || prompt === undefined) throw new Error(`no form at the provider: ${page.slice(0, 300)}`);
    next = new URL(action, next).href;
    form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: person, password: 'x' } : {}) });
  }
  throw new Error('the provider sends the browser round and round');
};
