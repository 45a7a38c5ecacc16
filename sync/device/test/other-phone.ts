/** Entries as another phone has recorded them, chained in its own log. */
import { localDate } from '@denba/quantities/local-date';
import type { Entry } from '@denba/records/entry';
import { appendEntry, emptyLog, type LogHead } from '@denba/records/entry-log';
import { newClock, tick } from '@denba/records/hybrid-clock';
import { deviceId, entryId, facilityId, familyId, personId } from '@denba/records/ids';

export type OtherPhone = { readonly log: LogHead; readonly clock: Parameters<typeof tick>[0] };

export const otherPhone = (name: string): OtherPhone => ({ log: emptyLog(deviceId(name)), clock: newClock });

/** Returns `count` weighings of these families in turn. */
export const weighings = (
  phone: OtherPhone,
  families: readonly string[],
  count: number,
  wallMs = Date.UTC(2026, 1, 1),
): { readonly entries: readonly Entry[]; readonly phone: OtherPhone } => {
  let { log, clock } = phone;
  const entries: Entry[] = [];
  for (let number = 0; number < count; number += 1) {
    const ticked = tick(clock, wallMs);
    const family = families[number % families.length] ?? 'keita';
    const appended = appendEntry(log, {
      id: entryId(`${log.device}-${log.seq + 1}`),
      family: familyId(family),
      subject: personId(`${family}-child`),
      form: 'growth-visit@1',
      protocolVersion: null,
      answers: { weight_g: 3000 + number },
      findings: {},
      author: 'worker of another phone',
      facility: facilityId('cscom-2'),
      occurredOn: localDate('2026-02-01'),
      recordedAt: ticked.time,
    });
    if (!appended.ok) throw new Error(JSON.stringify(appended.error));
    entries.push(appended.value.entry);
    ({ log } = appended.value);
    ({ clock } = ticked);
  }
  return { entries, phone: { log, clock } };
};
