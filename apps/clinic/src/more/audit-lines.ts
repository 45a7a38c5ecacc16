/** The audit log of this phone as lines to read: by day, newest first, each with who and what. */
import type { AuditEvent } from '@denba/device/device';
import type { LocalDate } from '@denba/quantities/local-date';

/** Kinds of events with a message of their own. Any other kind is shown by its name, never left out. */
const toldKinds = [
  'created',
  'unlocked',
  'wrongPin',
  'userAdded',
  'userRemoved',
  'pinChanged',
  'fingerprintAdded',
  'fingerprintRemoved',
  'recoveryKeyRenewed',
  'family-opened',
  'visit-opened',
  'visit-given-up',
  'backup-exported',
  'backup-restored',
  'store-checked',
  'persistence-asked',
  'referral-printed',
  'referral-shared',
  'referral-read',
  'register-printed',
  'register-exported',
  'growth-printed',
  'courier-written',
  'courier-taken',
  'courier-passed-on',
  'courier-handed-over',
  'courier-let-go',
  'centre-code-shown',
  'centre-code-kept',
  'family-handed',
  'family-received',
] as const;
export type ToldKind = (typeof toldKinds)[number];

export type AuditLine = {
  readonly key: string;
  readonly atMs: number;
  /** The user; `null` when the phone was locked. */
  readonly userId: string | null;
  readonly kind: ToldKind | 'other';
  /** The kind as recorded, to show when it has no message. */
  readonly name: string;
  /** The user concerned: the one whose PIN was tried, who was added or removed. */
  readonly about: string | null;
  readonly family: string | null;
  /** The number of equal events in a row: opening one family twenty times is one line. */
  readonly times: number;
};

export type AuditDay = { readonly day: LocalDate; readonly lines: readonly AuditLine[] };

/** `events` must be sorted from the newest; `dayOf` gives the day in the phone's time zone. */
export const auditDays = (events: readonly AuditEvent[], dayOf: (atMs: number) => LocalDate): readonly AuditDay[] => {
  const days: { day: LocalDate; lines: AuditLine[] }[] = [];
  for (const [index, event] of events.entries()) {
    const day = dayOf(event.atMs);
    const line = lineOf(event, index);
    const last = days.at(-1);
    if (last === undefined || last.day !== day) {
      days.push({ day, lines: [line] });
      continue;
    }
    const before = last.lines.at(-1);
    if (before !== undefined && isSame(before, line)) last.lines[last.lines.length - 1] = more(before);
    else last.lines.push(line);
  }
  return days;
};

const lineOf = ({ atMs, userId, kind, detail }: AuditEvent, index: number): AuditLine => ({
  key: `${atMs}-${index}`,
  atMs,
  userId,
  kind: toldKinds.find((told) => told === kind) ?? 'other',
  name: kind,
  about: typeof detail['user'] === 'string' ? detail['user'] : null,
  family: typeof detail['family'] === 'string' ? detail['family'] : null,
  times: 1,
});

/** Wrong PINs are not combined, because each one counts. */
const isSame = (a: AuditLine, b: AuditLine): boolean =>
  a.kind !== 'wrongPin' && a.name === b.name && a.userId === b.userId && a.about === b.about && a.family === b.family;

const more = (line: AuditLine): AuditLine => ({ ...line, times: line.times + 1 });
