/** Signing in through the identity provider: the redirect to it, and the return. */

import { type Html, html } from '@denba/kit/html/html';
import type { ManagedSite } from '../../managed-site.ts';
import type { IdentityProvider } from '../../people/identity-provider.ts';
import { sessionCookie } from '../../people/sessions.ts';
import { beginByProvider, finishByProvider } from '../../people/sign-in-by-provider.ts';
import { type adminPages, problemOf } from '../admin-pages.ts';
import { layout } from '../layout.ts';
import { ADMIN, type Outcome, type Visit } from '../visit.ts';
import { signInPageWith } from './entry-pages.ts';

export const providerPages = (
  { open }: ReturnType<typeof adminPages>,
  site: ManagedSite,
  provider: IdentityProvider,
): void => {
  const { secure, tries } = site;
  const given = ({ address }: Visit) => ({ provider, throttle: tries, address });
  const cookies = attemptCookies(secure);

  /** Shows a refusal on the page of signing in, where the password is the other way. */
  const orSignInPage = async (visit: Visit, act: () => Promise<Outcome>): Promise<Outcome> => {
    try {
      return await act();
    } catch (failure) {
      const told = problemOf(visit, failure);
      if (told === null) throw failure;
      const page = signInPageWith(provider.name)({ ...visit, canReload: false, problem: told.text });
      return { page, status: told.status, cookies: [cookies.ended] };
    }
  };

  open.page('/sign-in/provider', (visit) =>
    orSignInPage(visit, async () => {
      const { address, kept } = await beginByProvider(site, given(visit));
      return { to: address, cookie: cookies.begun(kept) };
    }),
  );

  open.page('/sign-in/return', (visit) =>
    orSignInPage(visit, async () => {
      const token = await finishByProvider(site, given(visit), visit.search, cookies.read(visit.cookies));
      return { page: signedInPage(visit), status: 200, cookies: [sessionCookie(token, secure), cookies.ended] };
    }),
  );
};

/**
 * A page that redirects by itself: an HTTP redirect would still count as coming from the provider, so the browser would
 * not send the session cookie.
 */
const signedInPage = (visit: Visit): Html =>
  layout(
    { ...visit, viewer: null, canReload: false, goOn: `${ADMIN}/places` },
    visit.t('entry.signed-in'),
    html`<p><a class="primary" href="${ADMIN}/places">${visit.t('entry.go-on')}</a></p>`,
  );

const ATTEMPT_S = 600;

/**
 * The cookie of the attempt. Unlike the session's, it is `SameSite=Lax`, so it is sent when the provider redirects
 * back; it grants no access by itself.
 */
const attemptCookies = (secure: boolean) => {
  const name = secure ? '__Host-denba-attempt' : 'denba-attempt';
  const rest = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    begun: (kept: string): string => `${name}=${kept}; ${rest}; Max-Age=${ATTEMPT_S}`,
    ended: `${name}=; ${rest}; Max-Age=0`,
    read: (header = ''): string | null =>
      header
        .split(';')
        .map((pair) => pair.trim())
        .find((pair) => pair.startsWith(`${name}=`))
        ?.slice(name.length + 1) ?? null,
  };
};
