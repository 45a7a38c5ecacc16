import { localDate } from '@denba/quantities/local-date';
import { facilityId } from '@denba/records/ids';
import type { Timeline } from '@denba/records/timeline/timeline';
import { type FamilyLife, family } from '@denba/scenario/family-life';
import { timelineOf } from '@denba/scenario/given';
import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/running-mami.ts';
import { runProtocol } from '../protocol/protocol.ts';
import { rehearseVisit } from './rehearse-visit.ts';

const mother = family('keita').mother();
const enrolled = mother
  .bears({ on: '2026-01-05' })
  .assessed({ on: '2026-01-15', enrolment_decision: 'enrolled', next_due: '2026-01-22' });
const place = { facility: facilityId('cscom'), siteLevel: 'clinic', author: 'Mariam' };

const rehearsed = async (life: FamilyLife) => {
  const protocol = runProtocol(mami);
  const story: Timeline = timelineOf(life);
  const before = JSON.stringify(story);
  const [rests, opened]: [string[], string[]] = [[], []];
  await rehearseVisit(
    {
      content: mami,
      engine: (form) => {
        opened.push(form);
        return protocol.engine(form);
      },
    },
    { story, on: localDate('2026-01-22'), place },
    'fr',
    async () => void rests.push('rested'),
  );
  return { rests: rests.length, opened, unchanged: JSON.stringify(story) === before };
};

describe('the visit that nobody holds', () => {
  it('is concluded step by step, each when nothing else is to be done, and leaves the story as it was', async () => {
    expect(await rehearsed(enrolled)).toEqual({ rests: 6, opened: ['follow-up'], unchanged: true });
  });

  it('needs a child, alive at birth', async () => {
    expect(await rehearsed(mother)).toEqual({ rests: 0, opened: [], unchanged: true });
  });
});
