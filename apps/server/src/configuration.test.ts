import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (environment: Readonly<Record<string, string>>) => readConfiguration(environment, { isRoot: false });
const settingsOf = (environment: Readonly<Record<string, string>>) => {
  const given = read(environment);
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
};
const wrong = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const given = read(environment);
  return given.ok ? [] : given.error.map(({ variable }) => variable);
};

describe('the settings of a server', () => {
  it('are the defaults of docs/settings.md when nothing is set', () => {
    expect(settingsOf({ PORT: ' ', PUBLIC_URL: '' })).toMatchObject({
      ...{ port: 8080, host: '127.0.0.1', publicUrl: 'http://localhost:8080', databaseUrl: null, proxies: null },
      ...{ demonstration: false, identityProvider: null },
    });
    expect(readConfiguration({}, { isRoot: true })).toMatchObject({ value: { dataFolder: '/var/lib/denba' } });
  });

  it.each(['abc', '-1', '65536', '80.5', '0x1F90', '8e3'])('take no port %s, and blame nothing else for it', (PORT) => {
    expect(wrong({ PORT })).toEqual(['PORT']);
  });

  it.each(['mysql://a@b/c', 'denba', 'postgres://denba:a#b@host/denba', 'postgres://denba:a%b@host/denba'])(
    'take no database %s',
    (DATABASE_URL) => expect(wrong({ DATABASE_URL })).toEqual(['DATABASE_URL']),
  );

  it.each([
    'postgres://denba:a%23b@host:5432/denba',
    'postgresql://denba@host/denba?sslmode=verify-full',
    'postgres:///denba?host=/var/run/postgresql',
  ])('take the database %s', (DATABASE_URL) => expect(settingsOf({ DATABASE_URL }).databaseUrl).toBe(DATABASE_URL));

  it.each([
    ['https://denba.example.org/', 'https://denba.example.org'],
    ['HTTPS://Denba.Example.org:443', 'https://denba.example.org'],
    ['http://192.168.1.5:8080', 'http://192.168.1.5:8080'],
  ])('read the public address %s as browsers say it', (PUBLIC_URL, publicUrl) => {
    expect(settingsOf({ PUBLIC_URL }).publicUrl).toBe(publicUrl);
  });

  it.each([
    'denba.example.org',
    'ftp://denba.example.org',
    'https://example.org/denba',
    'https://example.org/?denba',
    'https://awa:secret@example.org',
  ])('take no public address %s: nothing of it would be found there', (PUBLIC_URL) => {
    expect(wrong({ PUBLIC_URL })).toEqual(['PUBLIC_URL']);
  });

  it.each(['DENBA_DEMONSTRATION', 'DENBA_DISTRICT'])('say that %s is yes or no, and take no other word', (variable) => {
    for (const word of ['yes', 'no', '']) expect(wrong({ [variable]: word })).toEqual([]);
    for (const word of ['non', 'oui', 'false', '0', 'NO'])
      expect(wrong({ [variable]: word }), word).toEqual([variable]);
  });

  it('name every fault at once', () => {
    const faults = wrong({
      DATABASE_URL: 'mysql://x',
      PORT: 'x',
      PUBLIC_URL: 'x',
      PROXIES: 'x',
      DENBA_DEMONSTRATION: 'x',
    });
    expect(faults).toEqual(['DATABASE_URL', 'PORT', 'PUBLIC_URL', 'DENBA_DEMONSTRATION', 'PROXIES']);
  });
});
