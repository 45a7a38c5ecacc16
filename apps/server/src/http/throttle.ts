/**
 * Slows down guessing: after a few failures, each further try for the same address or name must wait, doubling up to a
 * quarter of an hour. Stored in the database: a restart forgives nothing, and all servers on it share the counts.
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { Refusal } from './refusal.ts';

export type Throttle = {
  /** Rejects with a `Refusal` (429) when it is too early. Counts the try as a failure until `forget` or `giveBack`. */
  readonly ask: (who: string) => Promise<void>;
  readonly forget: (who: string) => Promise<void>;
  /** This try was not a failure; earlier ones still count. */
  readonly giveBack: (who: string) => Promise<void>;
};

const FREE = 5;
const LONGEST_S = 15 * 60;
/** 2 to the power of this, in seconds, is more than the longest wait. */
const MOST_DOUBLED = 10;
/** After so long without a try, earlier failures no longer count. */
const QUIET_MS = 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

export const createThrottle = (db: Kysely<Tables>, now: () => Date): Throttle => {
  let sweptMs = Number.NEGATIVE_INFINITY;
  /** Deletes expired rows: otherwise guesses of names that nobody has would stay for ever. */
  const sweep = async (quiet: Date): Promise<void> => {
    if (now().getTime() - sweptMs < SWEEP_EVERY_MS) return;
    sweptMs = now().getTime();
    await db.deleteFrom('sign_in_failure').where('next_at', '<', quiet).execute();
  };
  return {
    ask: async (who) => {
      const [at, tried] = [now(), nameOf(who)];
      const [quiet, furthest] = [later(at, -QUIET_MS), later(at, LONGEST_S * 1000)];
      await sweep(quiet);
      // Checked and counted in one statement, so that of many tries at once, at whichever servers, none slips through.
      // A `next_at` further away than the longest wait means that the clock was set back, and is ignored. The free
      // tries do not compare times: two of one moment may arrive in another order than they were timed.
      const { rows } = await sql`
        INSERT INTO sign_in_failure (tried, failures, next_at) VALUES (${tried}, 1, ${at})
        ON CONFLICT (tried) DO UPDATE SET
          failures = CASE WHEN sign_in_failure.next_at < ${quiet} THEN 1 ELSE sign_in_failure.failures + 1 END,
          next_at = CASE WHEN sign_in_failure.next_at < ${quiet} OR sign_in_failure.failures < ${FREE}::integer
            THEN ${at}::timestamptz
            ELSE ${at}::timestamptz + make_interval(secs => least(${LONGEST_S}::float8,
              power(2::float8, least(sign_in_failure.failures - ${FREE}::integer, ${MOST_DOUBLED}::integer)))) END
        WHERE sign_in_failure.failures < ${FREE}::integer OR sign_in_failure.next_at <= ${at} OR sign_in_failure.next_at > ${furthest}
        RETURNING 1`.execute(db);
      if (rows.length > 0) return;
      const kept = await db
        .selectFrom('sign_in_failure')
        .select('next_at')
        .where('tried', '=', tried)
        .executeTakeFirst();
      // If the row was deleted between the two statements, one second does no harm.
      throw tooOften(Math.max(1, Math.ceil(((kept?.next_at.getTime() ?? 0) - at.getTime()) / 1000)));
    },
    giveBack: async (who) => {
      await db
        .updateTable('sign_in_failure')
        .set(({ eb }) => ({ failures: eb('failures', '-', 1), next_at: now() }))
        .where('tried', '=', nameOf(who))
        .where('failures', '>', 0)
        .execute();
    },
    forget: async (who) => {
      await db.deleteFrom('sign_in_failure').where('tried', '=', nameOf(who)).execute();
    },
  };
};

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** A hash of what was typed, because people sometimes type their password into the field for their name. */
const nameOf = (who: string): string => createHash('sha256').update(`tried ${who}`).digest('base64url');

const tooOften = (seconds: number): Refusal =>
  new Refusal(429, 'too-often', {
    fr: `Trop d'essais. Attendez ${seconds} s, puis recommencez.`,
    en: `Too many tries. Wait ${seconds} s, then try again.`,
  });
