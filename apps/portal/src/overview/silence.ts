/** How long a centre may be silent, and the two kinds of silence, which a supervisor answers differently. Pure. */

/** When a centre last met the server with one of its phones, and when entries of one of them last came. */
export type Contact = {
  readonly place: string;
  /** The last time that a phone read or sent, or joined. */
  readonly met: Date;
  /** The last time that entries came, also by somebody who carried them; before the first: when the phone joined. */
  readonly sent: Date;
};

export type Silence = {
  /**
   * `cutOff`: nothing reaches the server, so somebody should call or go there. `idle`: a phone meets the server and sends
   * no entry, so the question is why nobody records.
   */
  readonly kind: 'cutOff' | 'idle';
  readonly since: Date;
};

const DAY_MS = 86_400_000;
/** A phone syncs whenever it has a network: after two weeks without contact somebody should call. */
const SILENT_DAYS = 14;

/** `null`: entries came within two weeks. A centre whose entries are carried here is not cut off. */
export const silenceOf = ({ met, sent }: Pick<Contact, 'met' | 'sent'>, now: Date): Silence | null => {
  if (daysSince(sent, now) < SILENT_DAYS) return null;
  const heard = met > sent ? met : sent;
  return daysSince(heard, now) < SILENT_DAYS ? { kind: 'idle', since: sent } : { kind: 'cutOff', since: heard };
};

export const daysSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / DAY_MS);
