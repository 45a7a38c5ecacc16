import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../configuration.ts';

const whole = {
  DENBA_OIDC_ISSUER: 'https://connexion.sante.ml/realms/denba',
  DENBA_OIDC_CLIENT_ID: 'denba',
  DENBA_OIDC_CLIENT_SECRET: 'secret',
};
const read = (environment: Readonly<Record<string, string>>) => readConfiguration(environment, { isRoot: false });
const wrong = (environment: Readonly<Record<string, string>>) => {
  const configuration = read(environment);
  return configuration.ok ? [] : configuration.error.map(({ variable }) => variable);
};

describe('the settings of the identity provider', () => {
  it('are needed by nobody', () => {
    expect(read({})).toMatchObject({ ok: true, value: { identityProvider: null } });
  });

  it('are whole with an issuer, an id and a secret; its name is that of its host unless it is given', () => {
    const settings = { issuer: whole.DENBA_OIDC_ISSUER, clientId: 'denba', clientSecret: 'secret' };
    const name = 'connexion.sante.ml';
    expect(read(whole)).toMatchObject({ ok: true, value: { identityProvider: { ...settings, name } } });
    const named = read({ ...whole, DENBA_OIDC_NAME: 'Santé Mali' });
    expect(named).toMatchObject({ ok: true, value: { identityProvider: { ...settings, name: 'Santé Mali' } } });
  });

  it('are refused in part, each missing one by its name', () => {
    expect(wrong({ DENBA_OIDC_ISSUER: whole.DENBA_OIDC_ISSUER })).toEqual([
      'DENBA_OIDC_CLIENT_ID',
      'DENBA_OIDC_CLIENT_SECRET',
    ]);
    expect(wrong({ ...whole, DENBA_OIDC_ISSUER: ' ' })).toEqual(['DENBA_OIDC_ISSUER']);
  });

  it('are refused without https, but for a provider on this machine', () => {
    expect(wrong({ ...whole, DENBA_OIDC_ISSUER: 'http://connexion.sante.ml' })).toEqual(['DENBA_OIDC_ISSUER']);
    expect(wrong({ ...whole, DENBA_OIDC_ISSUER: 'connexion' })).toEqual(['DENBA_OIDC_ISSUER']);
    expect(wrong({ ...whole, DENBA_OIDC_ISSUER: 'http://localhost:9000' })).toEqual([]);
    expect(wrong({ ...whole, DENBA_OIDC_ISSUER: 'http://localhost.evil.org' })).toEqual(['DENBA_OIDC_ISSUER']);
  });

  it('never say the secret when something is wrong', () => {
    const configuration = read({ ...whole, DENBA_OIDC_ISSUER: 'x', DENBA_OIDC_CLIENT_SECRET: 'tres-secret' });
    expect(JSON.stringify(configuration)).not.toContain('tres-secret');
  });
});
