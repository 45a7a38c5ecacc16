import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocolFiles } from '../../../clinic/build/protocol-plugin.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { shippedProtocol } from '../../test/test-packs.ts';
import { locationOf, pageVisitors, textOf } from '../../test/test-pages.ts';
import { aCountry, aMorning, type Browser, managedApp } from '../../test/test-people.ts';
import { keepShippedPack } from '../packs/keep-pack.ts';
import { packOfPlace } from '../packs/pack-of-place.ts';
import { rememberMaker } from '../people/account-makers.ts';

let database: TestDatabase;
let server: FastifyInstance;
let visitors: ReturnType<typeof pageVisitors>;
let shipped: string;
const faults: string[] = [];
const clock = aMorning();

beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  shipped = await keepShippedPack(database.db, shippedProtocol(), clock.now);
  server = managedApp(database, clock, {
    ...{ shippedPack: shipped, protocolFiles: protocolFiles() },
    log: (line) => {
      if (line['kind'] === 'error') faults.push(JSON.stringify(line));
    },
  });
  visitors = pageVisitors(server, database, clock);
}, 120_000);
afterAll(async () => {
  await server.close();
  await database.end();
  expect(faults).toEqual([]);
});

const titles = { 'title-fr': 'Seuil à −2,5', 'title-en': 'Cut-off at −2.5' };
const wazCut = { what: 'parameter', name: 'waz_cut', value: '−2,5', reason: 'Trop d’inscriptions' };

/** With the field names of the form of the table. */
const thinWithOedema = {
  ...{ table: 'MAMI.DT.07', rule: '', before: 'MAMI.DT.07.02', reason: 'Deux signes à la fois' },
  ...{ 'when.0.code.true': 'yes', 'when.5.text': '< muac_cut_mm', 'then.6.code': 'muac', 'then.7.code': 'high' },
  ...{ 'reason-fr': 'Œdèmes et PB {muac_used_mm}.', 'reason-en': 'Oedema and MUAC {muac_used_mm}.' },
};
const thinBaby = {
  ...{ 'known.sex': 'F', 'known.birth_date': '2026-06-01', 'answer.visit_date': '2026-09-01' },
  ...{ 'answer.weight_g': '4300', 'answer.muac_mm': '100', 'answer.oedema': 'plus1' },
};

const begun = async (author: Browser): Promise<string> => {
  const { headers } = await author.submit('/portal/drafts', { base: shipped, ...titles });
  return /\/portal\/drafts\/(d-[0-9a-f]{8})$/.exec(String(headers['location']))?.[1] ?? '';
};

/** Reloads the page until nothing is under way. */
const settled = async (browser: Browser, url: string): Promise<string> => {
  for (;;) {
    const { body } = await browser.get(url);
    if (!body.includes('/progress.js')) return body;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
};

/** A rule that no case reaches: the draft can be replayed, but not approved. */
const addRule = async (author: Browser, id: string): Promise<void> => {
  const own = `MAMI.DT.07.${id.slice(2)}-1`;
  const rule = (fields: Record<string, string>) => author.submit(`/portal/drafts/${id}/rule`, fields);
  await rule({ ...thinWithOedema, before: '', 'reason-fr': 'PB bas.' });
  expect(locationOf(await rule({ ...thinWithOedema, rule: own }))).toBe(`303 /portal/drafts/${id}#changes`);
  const unreached = textOf(await settled(author, `/portal/drafts/${id}`));
  expect(unreached).toContain(`Règle nouvelle ${own} – `);
  expect(unreached).not.toMatch(/PB bas\.|-2 –/);
  expect(unreached).toMatch(/avant MAMI\.DT\.07\.02.*Œdèmes et PB.*alors : Niveau = /);
  expect(unreached).toContain(`Aucun cas n'atteint la ligne ${own}.`);
  expect(unreached).toContain('peut être essayé, mais pas encore approuvé');
  expect((await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' })).status).toBe(409);
  expect((await author.get(`/portal/drafts/${id}/rule?table=MAMI.DT.07&rule=${own}`)).body).toContain(
    '&#60; muac_cut_mm',
  );
};

/** Tries the case by hand on the draft, confirms its conclusion and stores it. */
const keepCase = async (author: Browser, id: string): Promise<void> => {
  const tryCase = (fields: Record<string, string>) => author.submit(`/portal/drafts/${id}/case`, fields);
  const tried = await tryCase(thinBaby);
  expect(textOf(tried.body)).toMatch(/Risque élevé.*Ce cas atteint : MAMI\.DT\.07\.[0-9a-f]{8}-1\./);
  // The rule is not approved yet, so its sentence is marked as awaiting approval.
  expect(textOf(tried.body)).toMatch(/Œdèmes et PB 100 mm\..{0,300}à valider par un clinicien/);
  const content = /name="content" value="([0-9a-f]{64})"/.exec(tried.body)?.[1] ?? '';
  const keep = {
    ...thinBaby,
    'title-fr': 'Œdèmes et PB bas',
    'title-en': 'Oedema and low MUAC',
    reason: 'Elle est grave',
  };
  const stale = await tryCase({ ...keep, keep: 'yes', content: 'ab'.repeat(32) });
  expect([stale.status, textOf(stale.body).includes('Le projet a changé depuis')]).toEqual([422, true]);
  const unnamed = await tryCase({ ...keep, keep: 'yes', content, 'title-en': '' });
  expect([unnamed.status, textOf(unnamed.body).includes('dans les deux langues')]).toEqual([422, true]);
  expect(locationOf(await tryCase({ ...keep, keep: 'yes', content }))).toBe(`303 /portal/drafts/${id}#changes`);
  const well = textOf(await settled(author, `/portal/drafts/${id}`));
  expect(well).toContain(`Cas ${id}.V.1`);
  expect(well).toMatch(/Aucune erreur\./);
  const audited = await database.db.selectFrom('audit').select('detail').where('act', '=', 'draft-changed').execute();
  expect(JSON.stringify(audited)).not.toContain('2026-06-01');
};

/** The published draft of the earlier tests, reused by later ones, because checking a draft takes long. */
let published: { readonly author: Browser; readonly id: string } | null = null;

const publishedDraft = async () => {
  const author = await visitors.as('national', 'ml');
  const id = await begun(author);
  await author.submit(`/portal/drafts/${id}/change`, wazCut);
  await settled(author, `/portal/drafts/${id}`);
  await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
  await (await visitors.as('national', 'ml')).submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
  return { author, id };
};

const packAt = async (place: string) => {
  const { path } = await database.db
    .selectFrom('place')
    .select('path')
    .where('id', '=', place)
    .executeTakeFirstOrThrow();
  return (await packOfPlace(database.db, path, shipped, clock.now))?.pack;
};

describe('a draft', () => {
  it('is begun by the national team, and is nobody else’s to see', async () => {
    const author = await visitors.as('national', 'ml');
    const id = await begun(author);
    expect(textOf((await author.get('/portal/drafts')).body)).toContain('Seuil à −2,5');
    for (const role of ['region', 'supervisor', 'programme'] as const) {
      const other = await visitors.as(role, 'ml');
      expect((await other.get('/portal/drafts')).status, role).toBe(403);
      expect((await other.get(`/portal/drafts/${id}`)).status, role).toBe(403);
      expect((await other.submit(`/portal/drafts/${id}/change`, wazCut)).status, role).toBe(403);
    }
    const elsewhere = await visitors.as('national', 'segou');
    expect((await elsewhere.get(`/portal/drafts/${id}`)).status).toBe(404);
  });

  it('says at the field what is wrong, and keeps nothing of it', async () => {
    const author = await visitors.as('national', 'ml');
    const id = await begun(author);
    const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
      [{ ...wazCut, value: '-9' }, /hors des limites \(−3,00 z – −1,00 z\)/],
      [{ ...wazCut, value: 'deux' }, /Écrivez un nombre/],
      [{ ...wazCut, reason: ' ' }, /Écrivez pourquoi/],
      [
        { what: 'row', name: 'MAMI.DT.03.01', column: 'when: d_feed', value: '< <', reason: 'Essai' },
        /ne peut pas être lue/,
      ],
    ];
    for (const [fields, said] of wrong) {
      const answer = await author.submit(`/portal/drafts/${id}/change`, fields);
      expect([answer.status, said.test(textOf(answer.body).replaceAll('\u00a0', ' '))], String(said)).toEqual([
        422,
        true,
      ]);
      expect(answer.body).toContain(`value="${fields['value']?.replaceAll('<', '&#60;')}"`);
    }
    const noCell = { what: 'row', name: 'MAMI.DT.03.01', column: 'id', value: 'x', reason: 'Essai' };
    const { status, body } = await author.submit(`/portal/drafts/${id}/change`, noCell);
    expect([status, /Choisissez une case/.test(body)]).toEqual([422, true]);
    expect((await author.get(`/portal/drafts/${id}/change?parameter=none`)).status).toBe(404);
    expect(textOf((await author.get(`/portal/drafts/${id}`)).body)).toContain('Rien encore.');
  });

  it('offers the codes of a cell in their words, and keeps the ones that were chosen', async () => {
    const author = await visitors.as('administrator', 'ml');
    const id = await begun(author);
    const rule = `/portal/drafts/${id}/change?row=MAMI.DT.25.02`;
    const cells = textOf((await author.get(rule)).body);
    expect(cells).toContain("alors : Proposition pas d'inscription");
    const proposal = (await author.get(`${rule}&column=${encodeURIComponent('then: proposal')}`)).body;
    expect(proposal).toMatch(/<option value="not_eligible" selected>pas d&#39;inscription<\/option>/);
    const when = (await author.get(`${rule}&column=${encodeURIComponent('when: care.setting')}`)).body;
    expect(when).toMatch(/name="code.review"[^>]*checked/);
    expect(when).not.toMatch(/name="code.routine"[^>]*checked/);
    const ticked = {
      ...{ what: 'row', name: 'MAMI.DT.25.02', column: 'when: care.setting', codes: 'yes', reason: 'Essai' },
      ...{ 'code.review': 'yes', 'code.routine': 'yes' },
    };
    expect((await author.submit(`/portal/drafts/${id}/change`, ticked)).status).toBe(303);
    const text = textOf((await author.get(`/portal/drafts/${id}`)).body);
    expect(text).toContain('bilan à six mois ; soins habituels');
    const setting = (await author.get(`/portal/drafts/${id}/change?parameter=yi_rule`)).body;
    expect(setting).toMatch(/<option value="months" selected>en mois révolus<\/option>/);
  });

  it('says at the cells of a new rule what is wrong, and keeps nothing of it', async () => {
    const author = await visitors.as('national', 'ml');
    const id = await begun(author);
    const rule = (fields: Record<string, string>) => author.submit(`/portal/drafts/${id}/rule`, fields);
    const wrong = await rule({
      ...thinWithOedema,
      'when.5.text': '< muac_cut_m',
      'reason-en': ' ',
      before: 'MAMI.DT.08.01',
    });
    expect(wrong.status).toBe(422);
    const said = textOf(wrong.body);
    for (const each of [
      /Corrigez ce qui est signalé/,
      /« muac_cut_m »\. Vouliez-vous écrire « muac_cut_mm »/,
      /en une phrase/,
      /de cette table/,
    ]) {
      expect(said).toMatch(each);
    }
    expect(wrong.body).toMatch(/value="&#60; muac_cut_m"[^>]*aria-invalid="true"/);
    expect(wrong.body).toMatch(/name="when.0.code.true"[^>]*checked/);
    const blank = await rule({ table: 'MAMI.DT.07', rule: '', reason: '' });
    expect(textOf(blank.body)).toMatch(/au moins une condition.*ce que la règle conclut.*Écrivez pourquoi/);
    expect(textOf((await author.get(`/portal/drafts/${id}`)).body)).toContain('Rien encore.');
  });

  it('keeps both rules of two people who add one at the same moment', async () => {
    const [author, other] = [await visitors.as('national', 'ml'), await visitors.as('national', 'ml')];
    const id = await begun(author);
    const add = (browser: Browser, reason: string) =>
      browser.submit(`/portal/drafts/${id}/rule`, { ...thinWithOedema, reason });
    await Promise.all([add(author, 'Vu à Kati'), add(other, 'Vu à Bla')]);
    const page = textOf((await author.get(`/portal/drafts/${id}`)).body);
    for (const each of ['Vu à Kati', 'Vu à Bla', `${id.slice(2)}-1`, `${id.slice(2)}-2`]) expect(page).toContain(each);
  });

  it('finds every piece that can be changed, in the chapters of the protocol', async () => {
    const author = await visitors.as('administrator', 'ml');
    const id = await begun(author);
    const contents = await author.get(`/portal/drafts/${id}/content`);
    const chapters = [...contents.body.matchAll(/content\/(\d+)"/g)].map(([, at]) => at);
    expect(chapters.length).toBeGreaterThan(10);
    let links = 0;
    for (const chapter of chapters) {
      const page = await author.get(`/portal/drafts/${id}/content/${chapter}`);
      links += page.body.match(/\/change\?(row|parameter|contact)=/g)?.length ?? 0;
    }
    expect(links).toBeGreaterThan(800);
    const rules = await Promise.all(chapters.map((chapter) => author.get(`/portal/drafts/${id}/content/${chapter}`)));
    const tables = rules.flatMap(({ body }) =>
      [...body.matchAll(/\/rule\?table=(MAMI\.DT\.\d\d)"/g)].map(([, one]) => one),
    );
    expect(new Set(tables).size).toBe(39);
    for (const table of ['MAMI.DT.02', 'MAMI.DT.07', 'MAMI.DT.27']) {
      expect((await author.get(`/portal/drafts/${id}/rule?table=${table}`)).status, table).toBe(200);
    }
    for (const none of ['table=MAMI.DT.99', 'table=MAMI.DT.07&rule=MAMI.DT.07.01']) {
      expect((await author.get(`/portal/drafts/${id}/rule?${none}`)).status, none).toBe(404);
    }
    for (const what of ['row=MAMI.DT.03.01', 'contact=MAMI.S.02', 'parameter=age_rule']) {
      expect((await author.get(`/portal/drafts/${id}/change?${what}`)).status, what).toBe(200);
    }
  });
});

describe('a draft that is checked and approved', () => {
  it('waits for a case of each new rule, loses what was approved when a word changes, tells which cases end otherwise, takes two people, and is then a protocol of its own', async () => {
    const author = await visitors.as('national', 'ml');
    const id = await begun(author);
    await addRule(author, id);
    await keepCase(author, id);
    await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
    expect(textOf((await author.get(`/portal/drafts/${id}`)).body)).toContain('Approuvé par');

    expect(locationOf(await author.submit(`/portal/drafts/${id}/change`, wazCut))).toBe(
      `303 /portal/drafts/${id}#changes`,
    );
    const page = textOf(await settled(author, `/portal/drafts/${id}`));
    expect(page).not.toContain('Approuvé par');
    expect(page).toMatch(/Poids.âge \(P.A\) bas.*−2,00.z → −2,50.z/);
    expect(page).toContain('Pourquoi : Trop d’inscriptions');
    expect(page).toMatch(/[3-9] cas d'exemple se terminent autrement/);
    expect(page).toContain('MAMI.V.081');

    const unread = await author.submit(`/portal/drafts/${id}/approve`, {});
    expect([unread.status, textOf(unread.body).includes('Lisez d’abord les cas')]).toEqual([422, true]);
    await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
    // The approval of the earlier content no longer counts: hers is the first.
    expect(textOf((await author.get(`/portal/drafts/${id}`)).body)).toContain('En préparation');
    const again = await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
    expect(again.status).toBe(409);

    const made = await visitors.as('national', 'ml');
    await rememberMaker(database.db, made.id, author.id);
    expect((await made.submit(`/portal/drafts/${id}/approve`, { read: 'yes' })).status).toBe(403);
    const region = await visitors.as('region', 'ml');
    expect((await region.submit(`/portal/drafts/${id}/approve`, { read: 'yes' })).status).toBe(403);

    const second = await visitors.as('administrator', 'ml');
    const approved = await second.submit(`/portal/drafts/${id}/approve`, { read: 'yes' });
    expect(locationOf(approved)).toBe(`303 /portal/drafts/${id}#approval`);
    const { pack_id } = await database.db
      .selectFrom('protocol_draft')
      .select('pack_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(pack_id).toMatch(/^[0-9a-f]{64}$/);
    const national = await author.get(`/portal/places/ml/protocol/11?pack=${pack_id}`);
    // An approved value is national, and its source is the decision.
    expect(textOf(national.body)).toMatch(/waz_cut .{0,200}règle nationale : Seuil à −2,5/);
    const chapters = await author.get(`/portal/places/ml/protocol/all?pack=${pack_id}`);
    expect(textOf(chapters.body)).toMatch(
      /MAMI\.DT\.07\.[0-9a-f]{8}-1 Si Œdèmes présents : oui.{0,200}Œdèmes et PB \[PB/,
    );
    const acts = await database.db.selectFrom('audit').select('act').where('place_id', '=', 'ml').execute();
    const count = (act: string): number => acts.filter((one) => one.act === act).length;
    expect([count('draft-approved'), count('draft-published')]).toEqual([3, 1]);
    expect((await author.submit(`/portal/drafts/${id}/change`, wazCut)).status).toBe(409);
    published = { author, id };
  }, 360_000);

  it('with an error can be neither tried nor approved, and says what to do beside the change', async () => {
    const author = await visitors.as('national', 'ml');
    const id = await begun(author);
    const cell = { what: 'row', name: 'MAMI.DT.03.01', column: 'when: d_feed', value: 'nonee', reason: 'Essai' };
    await author.submit(`/portal/drafts/${id}/change`, cell);
    const page = await settled(author, `/portal/drafts/${id}`);
    expect(textOf(page)).toContain('il ne peut ni être essayé ni approuvé');
    expect(page).toMatch(/<p class="problem">« nonee »/);
    expect((await author.submit(`/portal/drafts/${id}/approve`, { read: 'yes' })).status).toBe(409);
    expect(textOf((await author.get(`/portal/drafts/${id}/case`)).body)).toContain(
      "corrigez-les avant d'essayer un cas",
    );
    await author.submit(`/portal/drafts/${id}/take-back`, { target: 'cell MAMI.DT.03.01 when: d_feed' });
    expect(textOf((await author.get(`/portal/drafts/${id}`)).body)).toContain('Rien encore.');
  }, 240_000);
});

describe('a published draft', () => {
  it('is given from a day on, and not before; withdrawn, the place has again what it had', async () => {
    const { author, id } = published ?? (await publishedDraft());
    const unpublished = await begun(author);
    const tooEarly = { 'place.kati': 'yes', from: '2026-12-01' };
    expect((await author.submit(`/portal/drafts/${unpublished}/give`, tooEarly)).status).toBe(409);
    const give = (fields: Record<string, string>) => author.submit(`/portal/drafts/${id}/give`, fields);
    for (const from of ['2026-11-25', 'x', '2026-13-01', '']) {
      expect((await give({ 'place.kati': 'yes', from })).status, from).toBe(422);
    }
    expect((await give({ from: '2026-12-01' })).status).toBe(422);
    expect((await give({ 'place.nowhere': 'yes', from: '2026-12-01' })).status).toBe(404);
    await give({ 'place.kati': 'yes', from: '2026-12-01' });
    const { pack_id } = await database.db
      .selectFrom('protocol_draft')
      .select('pack_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

    const morning = clock.now;
    expect(await packAt('sanankoroba')).toBe(shipped);
    clock.now = new Date('2026-11-30T23:59:00Z');
    expect(await packAt('sanankoroba')).toBe(shipped);
    clock.now = new Date('2026-12-01T00:01:00Z');
    expect([await packAt('sanankoroba'), await packAt('bla')]).toEqual([pack_id, shipped]);
    clock.now = morning;
    const planned = await author.get(`/portal/drafts/${id}`);
    expect(textOf(planned.body)).toContain('À partir du 1 déc');
    const giving = /name="giving" value="([^"]+)"/.exec(planned.body)?.[1] ?? '';
    await author.submit(`/portal/drafts/${id}/withdraw`, { giving });
    clock.now = new Date('2026-12-02T09:00:00Z');
    expect(await packAt('sanankoroba')).toBe(shipped);
    clock.now = morning;
    const acts = await database.db.selectFrom('audit').select('act').where('place_id', '=', 'kati').execute();
    expect(acts.map(({ act }) => act)).toEqual(['pack-given', 'pack-withdrawn']);
  }, 240_000);
});
