import { describe, expect, it } from 'vitest';
import { managedPages } from '../../../test/managed-pages.ts';
import { testDatabase } from '../../../test/test-database.ts';
import { locationOf, textOf } from '../../../test/test-pages.ts';
import { aPerson, browserWith, managedApp, PASSWORD } from '../../../test/test-people.ts';

const management = managedPages();
const { clock } = management;

describe('coming in', () => {
  it('leads to signing in, and from there to the places', async () => {
    const browser = management.visitors.stranger();
    expect(locationOf(await browser.get('/admin/'))).toBe('303 /admin/sign-in');
    expect(locationOf(await browser.get('/admin/places'))).toBe('303 /admin/sign-in');
    const { signInName } = await aPerson(management.database, ['supervisor', 'kati']);
    const wrong = await browser.submit('/admin/sign-in', { name: `${signInName}"><script>`, password: 'x', code: '' });
    expect(wrong.status).toBe(401);
    expect(textOf(wrong.body)).toContain('Le nom ou le mot de passe est faux.');
    expect(wrong.body).toContain(`value="${signInName}&#34;&#62;&#60;script&#62;"`);
    const right = await browser.submit('/admin/sign-in', { name: signInName, password: PASSWORD, code: '' });
    expect(locationOf(right)).toBe('303 /admin/places');
    const signedIn = browserWith(management.server, String(right.headers['set-cookie']).split(';', 1)[0] ?? '');
    expect((await signedIn.get('/admin/places')).status).toBe(200);
    expect(locationOf(await signedIn.get('/admin/'))).toBe('303 /admin/places');
    expect(locationOf(await signedIn.submit('/admin/sign-out', {}))).toBe('303 /admin/sign-in');
    expect(locationOf(await signedIn.get('/admin/places'))).toBe('303 /admin/sign-in');
  });

  it('of the first person asks for the setup code, and has no such page afterwards', async () => {
    const empty = await testDatabase();
    const first = managedApp(empty, clock, { setupCode: 'ABCDEFGHJKLM' });
    const browser = browserWith(first, '');
    expect(locationOf(await browser.get('/admin/'))).toBe('303 /admin/setup');
    const asked = { code: 'abcd efgh jklm', name: 'Awa', signInName: 'awa', password: PASSWORD, rootName: '' };
    const weak = await browser.submit('/admin/setup', { ...asked, password: 'court' });
    expect(textOf(weak.body)).toContain('trop court');
    const wrong = await browser.submit('/admin/setup', { ...asked, signInName: '?' });
    expect(textOf(wrong.body)).toContain('pas remplis comme il faut : Nom de connexion.');
    expect(textOf((await browser.submit('/admin/setup', asked)).body)).toContain('Donnez aussi le nom du pays');
    const named = { ...asked, rootName: 'Mali' };
    expect(locationOf(await browser.submit('/admin/setup', named))).toBe('303 /admin/places');
    expect((await browser.get('/admin/setup')).status).toBe(404);
    await first.close();
    await empty.end();
  });

  it('with a password made by somebody else leads to choosing one', async () => {
    const awa = await management.visitors.as('supervisor', 'kati');
    await management.database.db.updateTable('account').set({ password_made: true }).where('id', '=', awa.id).execute();
    expect(locationOf(await awa.get('/admin/places'))).toBe('303 /admin/me');
    const typed = { current: PASSWORD, next: 'fenêtre lampe rivière' };
    const wrong = await awa.submit('/admin/me/password', { ...typed, again: 'autre' });
    expect(textOf(wrong.body)).toContain('ne sont pas les mêmes');
    expect(locationOf(await awa.submit('/admin/me/password', { ...typed, again: typed.next }))).toBe('303 /admin/me');
    expect((await awa.get('/admin/places')).status).toBe(200);
  });
});
