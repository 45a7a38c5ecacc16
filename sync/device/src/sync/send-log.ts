/**
 * Sends the log of this phone, bundle after bundle, beginning after the last entry that the server has. The next bundle
 * is made while the server works on the one before. On a quick line it is also sent by then: two are under way at once.
 */
import { bundleMaker, type Ready } from './make-bundles.ts';
import type { LinkKeeper, MeetingTrouble, Parties } from './meeting.ts';
import type { PushAnswer } from './server.ts';

/** A small one, so that on a slow line a whole bundle arrives before the connection breaks. */
const FIRST_BUNDLE = 50;
const LARGEST_BUNDLE = 2_000;
/** An answer within this time makes the bundles larger. */
const QUICK_MS = 4_000;
/** An answer within this time makes them larger faster, and sends two at once: on a slower line they would share it. */
const BRISK_MS = 1_000;

type UnderWay = {
  readonly bundle: Ready;
  readonly startMs: number;
  /** Whether the bundle before had not been answered when this one was sent. */
  readonly early: boolean;
  readonly outcome: Promise<PromiseSettledResult<PushAnswer>>;
};

/** `trouble`: `null` when the server has the whole log. Nothing is under way any more when the promise settles. */
export const sendLog = async (
  parties: Parties,
  keeper: LinkKeeper,
): Promise<{ readonly sent: number; readonly trouble: MeetingTrouble | null }> => {
  const { session, server, wallMs, firstBundle = FIRST_BUNDLE } = parties;
  const { link, keep, keepMet } = keeper;
  const maker = bundleMaker(parties);
  let underWay: readonly UnderWay[] = [];
  let [sent, size, atOnce] = [0, firstBundle, 1];
  const send = (bundle: Ready): void => {
    const outcome = Promise.allSettled([server.push(bundle.text)]).then(([settled]) => settled);
    underWay = [...underWay, { bundle, startMs: wallMs(), early: underWay.length > 0, outcome }];
  };
  /** A short bundle would overtake the one under way. */
  const isLong = ({ text }: Ready): boolean => underWay.every(({ bundle }) => text.length * 2 > bundle.text.length);
  const allSettled = async (): Promise<void> => {
    await Promise.all([maker.settled(), ...underWay.map(({ outcome }) => outcome)]);
    underWay = [];
  };

  const sendAll = async (): Promise<MeetingTrouble | null> => {
    let ready: Ready | null = null;
    while (link().acknowledged < session.log.head().seq) {
      const { acknowledged: before, refused } = link();
      if (underWay.length === 0 && ready?.from !== before + 1) ready = await maker.make(before, size);
      if (underWay.length === 0 && ready === null) return { kind: 'damagedLog', seq: before + 1 };
      while (ready !== null && (underWay.length === 0 || (underWay.length < atOnce && isLong(ready)))) {
        send(ready);
        ready = await maker.make(ready.upTo, size);
      }
      const [oldest, ...others] = underWay;
      if (oldest === undefined) continue;
      const outcome = await oldest.outcome;
      if (outcome.status === 'rejected') throw outcome.reason;
      underWay = others;
      const pushed = outcome.value;
      if (pushed.kind === 'gap') {
        await allSettled();
        [ready, atOnce] = [null, 1];
        // It may have overtaken the bundle before: it is sent again, alone.
        if (oldest.early) continue;
        if (pushed.acknowledged >= before) return { kind: 'refused', code: 'gap' };
        await keep({ acknowledged: pushed.acknowledged });
        continue;
      }
      if (pushed.kind !== 'received') return pushed;
      const { acknowledged, head, quarantined, serverMs } = pushed.answer;
      const { upTo, hash } = oldest.bundle;
      sent += Math.max(0, acknowledged - before);
      const apart = new Map([...refused, ...quarantined].map((one) => [one.seq, { seq: one.seq, reason: one.reason }]));
      const held = acknowledged === upTo && head === hash ? { held: { seq: upTo, hash } } : {};
      await keepMet(serverMs, { acknowledged, refused: [...apart.values()], ...held });
      const tookMs = wallMs() - oldest.startMs;
      size = Math.min(LARGEST_BUNDLE, size * (tookMs < BRISK_MS ? 4 : tookMs < QUICK_MS ? 2 : 1));
      atOnce = tookMs < BRISK_MS ? 2 : 1;
    }
    return null;
  };
  try {
    const trouble = await sendAll();
    return { sent, trouble };
  } finally {
    await allSettled();
  }
};
