/** Filling the training centre: only once, with progress, and resumed after a full phone interrupted it. */

import type { Session } from '@denba/device/device';
import { memoryDevice } from '@denba/device/memory-device';
import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { localDate } from '@denba/quantities/local-date';
import { familyId } from '@denba/records/ids';
import { usualAnswers } from '@denba/scenario/demonstration-answers';
import { demonstrationCentre } from '@denba/scenario/demonstration-centre';
import { describe, expect, it } from 'vitest';
import { deviceOptions } from '../../apps/clinic/src/shell/phone/device-options.ts';
import { runProtocol } from '../../apps/clinic/src/shell/protocol/protocol.ts';
import { openWorkspace, type Workspace } from '../../apps/clinic/src/shell/workspace.ts';
import type { Demonstration } from '../../apps/clinic/src/training/demonstration.ts';
import { seedTraining } from '../../apps/clinic/src/training/seed-training.ts';
import { memoryPacks } from '../../apps/clinic/test/memory-packs.ts';
import { compiledMami } from '../protocols/test/compiled-mami.ts';

const protocol = runProtocol(compiledMami);
const clock = { wallMs: () => Date.UTC(2026, 10, 26, 9), today: () => localDate('2026-11-26') };
const newId = (): string => crypto.randomUUID();

/** A few families are enough here; the situations of the whole centre are tested elsewhere. */
const few = ['demo-17', 'demo-18', 'demo-19', 'demo-24', 'demo-33', 'demo-44', 'demo-54', 'demo-58'];
const demonstration: Demonstration = {
  drafts: demonstrationCentre().drafts.filter(({ family }) => few.includes(family)),
  usualAnswers,
  families: few.length,
};
const load = async (): Promise<Demonstration> => demonstration;

const trainingCentre = async (change: (session: Session<CareRow>) => Session<CareRow> = (session) => session) => {
  const device = await memoryDevice<CareRow>(deviceOptions('training', protocol, clock, newId));
  const centre = { id: 'training-centre', name: 'Centre de formation' };
  const { session } = await device.create({ centre, userName: 'Awa', pin: '135790' });
  const open = (opened: Session<CareRow>): Workspace =>
    openWorkspace({ mode: 'training', device, session: opened, protocol, packs: memoryPacks(protocol), clock, newId });
  return { session, workspace: open(change(session)), again: () => open(session) };
};

describe('the training centre', () => {
  it('is filled once, with a bar that moves to its end, and keeps what the protocol found', async () => {
    const { workspace, session } = await trainingCentre();
    const shares: number[] = [];
    expect(await seedTraining(workspace, (share) => shares.push(share), load)).toEqual({ ok: true, value: few.length });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect([...session.rows().keys()].sort()).toEqual(few);
    const visits = (await session.entriesOf(familyId('demo-24'))).filter(({ form }) => form.startsWith('mami-'));
    expect(visits.length).toBeGreaterThan(2);
    for (const { findings, protocolVersion, author } of visits) {
      expect(findings).toMatchObject({ language: 'fr', dangerAnswered: true });
      expect(protocolVersion).toBe(`${protocol.content.id}@${protocol.content.version}`);
      expect(author).toBe(session.user.id);
    }
    const before = (await session.usage()).entries;
    expect(await seedTraining(workspace, () => {}, load)).toEqual({ ok: true, value: 0 });
    expect((await session.usage()).entries).toBe(before);
  });

  it('goes on at the next opening where a full phone stopped it, and makes nobody twice', async () => {
    let saves = 0;
    const fullOnSecond = (session: Session<CareRow>): Session<CareRow> => ({
      ...session,
      save: async (drafts) => {
        saves += 1;
        return saves === 2 ? { ok: false, error: { kind: 'full' } } : session.save(drafts);
      },
    });
    const { workspace, session, again } = await trainingCentre(fullOnSecond);
    const stopped = await seedTraining(workspace, () => {}, load);
    expect(stopped).toEqual({ ok: false, error: { kind: 'full' } });
    const first = session.rows().size;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(few.length);
    expect(await seedTraining(again(), () => {}, load)).toEqual({ ok: true, value: few.length - first });
    expect([...session.rows().keys()].sort()).toEqual(few);
    for (const row of session.rows().values()) expect(row.problems).toBe(0);
  });
});
