/** What is wrong with the answer to a request that cannot be served; `null`: nothing. */
import type { Browser } from './test-people.ts';

type Answer = Awaited<ReturnType<Browser['ask']>>;

/** Words that would reveal internals of the server. */
const INSIDE =
  /\bat .*\.[tj]s:|node_modules|\bSELECT\b|\bINSERT\b|[Kk]ysely|scrypt\$|[Pp]ostgre|FST_|ECONN|[Vv]alibot|SyntaxError/;

/** `route`: method and pattern. Pages answer with a page, or lead to signing in. */
export const refusalFault = (route: string, { status, body, headers }: Answer): string | null => {
  const isPage = / \/(admin|portal)/.test(route);
  if (isPage && status === 303) return null;
  if (status < 400 || status >= 500) return `answered ${status}`;
  if (INSIDE.test(body)) return `tells what is inside: ${body.slice(0, 200)}`;
  // A page shows what was typed again, so that it need not be typed again.
  if (body.length > 10_000 && !isPage) return 'a refusal that is longer than a sentence';
  if (headers['content-security-policy'] === undefined) return 'no security headers';
  if (isPage && String(headers['content-type']).startsWith('text/html')) {
    return /<h1|role="alert"|class="problem"/.test(body) ? null : 'a page without a sentence';
  }
  const { code, message } = JSON.parse(body) as { readonly code?: unknown; readonly message?: Record<string, unknown> };
  if (typeof code !== 'string' || !/^[a-z-]+$/.test(code)) return `no code: ${body.slice(0, 200)}`;
  const sentences = [message?.['fr'], message?.['en']];
  return sentences.every((one) => typeof one === 'string' && one.length > 10)
    ? null
    : `no sentence: ${body.slice(0, 200)}`;
};
