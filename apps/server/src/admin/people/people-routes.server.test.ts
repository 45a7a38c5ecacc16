import { describe, expect, it } from 'vitest';
import { managedPages } from '../../../test/managed-pages.ts';
import { locationOf, photographed, textOf } from '../../../test/test-pages.ts';
import { PASSWORD } from '../../../test/test-people.ts';
import { fromBase32, totpCode } from '../../people/totp.ts';

const management = managedPages();
const { clock } = management;

describe('the pages of people', () => {
  it('make an account, show its password once, give and take roles, and close it', async () => {
    const district = await management.visitors.as('district', 'kati');
    const offered = await district.get('/admin/people');
    expect(offered.body).toContain('<option value="district"');
    expect(offered.body).not.toContain('<option value="region"');
    const asked = { name: 'Ben Keïta', signInName: 'ben.pages', role: 'supervisor', place: 'kalaban' };
    const made = await district.submit('/admin/people', asked);
    const password = /<p class="code small">([a-z-]{14})<\/p>/.exec(made.body)?.[1] ?? '';
    const account = /href="(\/admin\/people\/[\w-]{36})"/.exec(made.body)?.[1] ?? '';
    const { status } = await management.visitors
      .stranger()
      .submit('/admin/sign-in', { name: 'ben.pages', password, code: '' });
    expect(status).toBe(303);
    expect(textOf((await district.submit('/admin/people', asked)).body)).toContain('déjà pris');

    const only = await district.submit(`${account}/roles/revoke`, { role: 'supervisor', place: 'kalaban' });
    expect(textOf(only.body)).toContain("C'est son seul rôle.");
    await district.submit(`${account}/roles`, { role: 'health_worker', place: 'sanankoroba' });
    expect(textOf((await district.get(account)).body)).toContain('agent de santé · Sanankoroba');
    await district.submit(`${account}/roles/revoke`, { role: 'supervisor', place: 'kalaban' });
    expect(textOf((await district.get(account)).body)).not.toContain('superviseur · Kalaban');
    const beyond = await district.submit(`${account}/roles`, { role: 'administrator', place: 'kati' });
    expect([beyond.status, textOf(beyond.body)]).toEqual([403, expect.stringContaining('Votre rôle ne permet pas')]);

    expect((await district.submit(`${account}/password`, {})).body).toMatch(/<p class="code small">[a-z-]{14}<\/p>/);
    expect(textOf((await district.get(`${account}/close`)).body)).toContain('Fermer le compte de Ben Keïta ?');
    expect(locationOf(await district.submit(`${account}/close`, {}))).toBe('303 /admin/people');
    expect((await district.get(account)).status).toBe(404);
  });

  it('turn on an authenticator from a picture, and off again', async () => {
    const awa = await management.visitors.as('supervisor', 'kati');
    const { body } = await awa.get('/admin/me/totp');
    const address = new URL(photographed(body));
    const secret = address.searchParams.get('secret') ?? '';
    expect(body).toContain(`name="secret" value="${secret}"`);
    const code = totpCode(fromBase32(secret) ?? Buffer.alloc(0), Math.floor(clock.now.getTime() / 30_000));
    const wrong = await awa.submit('/admin/me/totp', { secret, current: PASSWORD, code: '000000' });
    expect(wrong.body).toContain(`name="secret" value="${secret}"`);
    expect(locationOf(await awa.submit('/admin/me/totp', { secret, current: PASSWORD, code }))).toBe('303 /admin/me');
    const asked = await management.visitors
      .stranger()
      .submit('/admin/sign-in', { name: awa.signInName, password: PASSWORD, code: '' });
    expect(textOf(asked.body)).toContain('Donnez aussi le code à six chiffres');
    expect(locationOf(await awa.submit('/admin/me/totp/off', { current: PASSWORD }))).toBe('303 /admin/me');
    expect(textOf((await awa.get('/admin/me')).body)).toContain("Activer l'application");
  });
});
