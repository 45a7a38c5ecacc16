import { localDate } from '@denba/quantities/local-date';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CentrePhone, centrePhone } from '../../test/centre-phone.ts';
import { forgetCentre, keepCentre, knownCentres, newsOf } from './known-centres.ts';

const since = localDate('2026-11-26');
let here: CentrePhone;
let kati: CentrePhone;
let kayes: CentrePhone;

beforeAll(async () => {
  [here, kati, kayes] = [await centrePhone('Hôpital'), await centrePhone('Kati'), await centrePhone('Kayes')];
});

describe('the book of known centres', () => {
  it('keeps each phone once, by the name of its centre, until it is let go', async () => {
    const { sealed } = here.session;
    await keepCentre(sealed, { code: kayes.own.code, since, compared: false });
    await keepCentre(sealed, { code: kati.own.code, since, compared: false });
    await keepCentre(sealed, { code: kayes.own.code, since, compared: true });
    const book = await knownCentres(sealed);
    expect(book.map(({ code, compared }) => [code.centre.name, compared])).toEqual([
      ['Kati', false],
      ['Kayes', true],
    ]);
    await forgetCentre(sealed, kati.session.deviceId);
    expect((await knownCentres(sealed)).map(({ code }) => code.centre.name)).toEqual(['Kayes']);
  });

  it('tells a code that is new, known, changed, or our own', () => {
    const { code } = kati.own;
    const book = [{ code, since, compared: true }];
    const own = here.session.deviceId;
    const news = (shown: typeof code) => newsOf(book, shown, own).kind;
    expect(news(here.own.code)).toBe('own');
    expect(news(kayes.own.code)).toBe('new');
    expect(news(code)).toBe('known');
    expect(news({ ...code, courierKey: kayes.own.code.courierKey })).toBe('otherKeys');
    expect(news({ ...code, signingKey: kayes.own.code.signingKey })).toBe('otherKeys');
    expect(news({ ...code, centre: { ...code.centre, name: 'Kati Koro' } })).toBe('otherCentre');
    expect(news({ ...kayes.own.code, centre: code.centre })).toBe('otherPhone');
  });
});
