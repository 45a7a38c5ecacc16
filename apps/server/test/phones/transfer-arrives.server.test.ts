/**
 * A family is cared for elsewhere from now on: what the screen of a transfer saves goes from its phone to the server
 * and to the phones of the other centre, with the whole past; the first centre keeps what it recorded, and receives
 * what follows.
 */
import { randomUUID } from 'node:crypto';
import type { SaveDraft } from '@denba/device/device';
import { careRow } from '@denba/protocols/care/lists/care-row';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { addDays, localDate } from '@denba/quantities/local-date';
import { type FamilyId, familyId, personId } from '@denba/records/ids';
import { foldTimeline } from '@denba/records/timeline/fold-timeline';
import type { Timeline } from '@denba/records/timeline/timeline';
import { family as familyLife } from '@denba/scenario/family-life';
import { replaySummaries } from '@denba/sync-server/replay-summaries';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeUpEntries, transferredHere } from '../../../clinic/src/family/transferred-here.ts';
import { transferEntries } from '../../../clinic/src/leaving/leave-entries.ts';
import { firstChosen, leavingFamily } from '../../../clinic/src/leaving/leavers.ts';
import { placeNamed } from '../../../clinic/src/shell/places/known-places.ts';
import { createApp } from '../../src/create-app.ts';
import { foldForLists } from '../../src/fold-for-lists.ts';
import { rulesOfTests } from '../figures/insert-figures.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { aCountry } from '../test-people.ts';
import { aPhone, meet, now, type Phone, wireOf } from './real-phones.ts';

let database: TestDatabase;
let server: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await aCountry(database);
  server = createApp({ db: database.db, fold, now, log: () => {} });
});
afterAll(async () => {
  await server.close();
  await database.end();
});

const fold = foldForLists(rulesOfTests);
const HERE = 'sanankoroba';
const THERE = 'kalaban';
const TODAY = localDate('2026-11-26');
const past = (name: string): readonly SaveDraft[] => {
  const life = familyLife(name)
    .mother({ mother_name: 'Awa Keïta' })
    .bears({ on: '2026-09-01', infant_name: 'Hawa' })
    .assessed({ on: '2026-10-01', weight_g: 3000, enrolment_decision: 'enrolled', next_due: '2026-11-20' });
  return life.entries.map(({ family, subject, form, protocolVersion, answers, findings, occurredOn }) => ({
    ...{ family, subject, form, protocolVersion, answers, findings, occurredOn },
  }));
};
const saveOn = async ({ session }: Phone, drafts: readonly SaveDraft[]): Promise<void> => {
  const saved = await session.save(drafts);
  if (!saved.ok) throw new Error(saved.error.kind);
};
const storyOn = async ({ session }: Phone, family: FamilyId): Promise<Timeline | null> => {
  const entries = await session.entriesOf(family);
  return entries.length === 0 ? null : foldTimeline(family, entries);
};
const awaitedAt = (place: string, story: Timeline): number =>
  dueToday([careRow(story, rulesOfTests)], rulesOfTests, TODAY, new Set([place])).awaited.length;
const weighing = (family: FamilyId, weight_g: number): SaveDraft => ({
  ...{ family, subject: personId(`${family}-child-1`), form: 'growth-visit@1', protocolVersion: null },
  ...{ answers: { weight_g }, findings: {}, occurredOn: TODAY },
});

it('a family that is transferred arrives at the other centre with its past, and is erased nowhere', async () => {
  const [first, second, stranger] = [
    await aPhone(server, database, HERE),
    await aPhone(server, database, THERE),
    await aPhone(server, database, 'bla'),
  ];
  const family = familyId(`f-${randomUUID()}`);
  await saveOn(first, past(family));
  await meet(first, server);
  await meet(second, server);
  expect(await storyOn(second, family)).toBeNull();

  // As the screen does it: the place is found by its name among those that the server lists.
  const around = await wireOf(first, server).around();
  if ('kind' in around) throw new Error(around.kind);
  const story = await storyOn(first, family);
  if (story === null) throw new Error('no story');
  const child = story.children[0]?.id ?? personId('nobody');
  const leaving = leavingFamily(story, firstChosen(story, child, 'together'));
  const form = { on: TODAY, toFacility: 'kalaban', reason: '', noteGiven: true };
  await saveOn(first, transferEntries(form, leaving, placeNamed('kalaban', around.places)));
  for (const phone of [first, second, stranger]) await meet(phone, server);

  const [here, there] = [await storyOn(first, family), await storyOn(second, family)];
  expect(there).toEqual(here);
  expect(there?.persons.find(({ roles }) => roles.includes('mother'))?.name).toBe('Awa Keïta');
  expect(there).toMatchObject({ facility: THERE, episodes: [{ status: 'exited', outcome: { code: 'R3' } }] });
  expect(await storyOn(stranger, family)).toBeNull();
  if (there === null) throw new Error('it did not arrive');
  expect(transferredHere(there, child, new Set([THERE]))).not.toBeNull();
  expect(transferredHere(there, child, new Set([HERE]))).toBeNull();
  expect([awaitedAt(HERE, there), awaitedAt(THERE, there)]).toEqual([0, 1]);

  // The summaries of the server equal those that the phones compute.
  for (const place of [HERE, THERE]) {
    const replayed = await replaySummaries(database.db, place, { fold, write: false });
    expect([place, replayed.families, replayed.differences]).toEqual([place, 1, []]);
  }

  await saveOn(second, takeUpEntries(there, child, 'Sanankoroba', TODAY));
  const taken = await storyOn(second, family);
  if (taken === null) throw new Error('it is gone');
  const { expected } = dueToday([careRow(taken, rulesOfTests)], rulesOfTests, addDays(TODAY, 1), new Set([THERE]));
  expect(expected, 'a visit is due the next day').toHaveLength(1);
  await saveOn(second, [weighing(family, 3400)]);
  await saveOn(first, [weighing(family, 3300)]);
  for (const phone of [second, first, second]) await meet(phone, server);
  const after = await storyOn(second, family);
  expect(after).toEqual(await storyOn(first, family));
  expect(after).toMatchObject({ facility: THERE, episodes: [{ status: 'active' }], problems: [] });
  expect(after?.history).toHaveLength(there.history.length + 3);
  if (after === null) throw new Error('it is gone');
  expect(transferredHere(after, child, new Set([THERE])), 'taken up once').toBeNull();
  expect([awaitedAt(HERE, after), awaitedAt(THERE, after)]).toEqual([0, 0]);
});

it('a family that is transferred to a place that nobody knows by more than its name stays where it is', async () => {
  const [first, second] = [await aPhone(server, database, HERE), await aPhone(server, database, THERE)];
  const family = familyId(`f-${randomUUID()}`);
  await saveOn(first, past(family));
  const story = await storyOn(first, family);
  if (story === null) throw new Error('no story');
  const leaving = leavingFamily(story, firstChosen(story, personId(`${family}-mother`), 'together'));
  const form = { on: TODAY, toFacility: 'Chez le cousin', reason: '', noteGiven: null };
  await saveOn(first, transferEntries(form, leaving, placeNamed(form.toFacility, [])));
  for (const phone of [first, second]) await meet(phone, server);
  expect(await storyOn(first, family)).toMatchObject({ facility: HERE, episodes: [{ outcome: { code: 'R3' } }] });
  expect(await storyOn(second, family)).toBeNull();
});
