import type { CareRow } from '@denba/protocols/care/lists/care-row';
import { expect, it } from 'vitest';
import { findDoubles } from './find-doubles.ts';

const families = (count: number): readonly CareRow[] =>
  Array.from(
    { length: count },
    (_, at) =>
      ({
        ...{ family: `f${at}`, facility: null, phone: null, village: null, cardCode: `K-${at}`, father: null },
        ...{ mother: { id: null, name: `Awa ${at}`, birthYear: null, dead: false }, caregiver: null },
        ...{ problems: 0, children: [], months: [] },
      }) as unknown as CareRow,
  );

it('the thread is free for other work again and again while families are compared', async () => {
  let pauses = 0;
  await findDoubles(families(95), async () => {
    pauses += 1;
  });
  expect(pauses).toBe(24);
});
