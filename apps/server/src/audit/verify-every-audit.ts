/** Verifies the audits of all places, one after the other: whether each is intact, or where it first breaks. */
import { type AuditProblem, verifyAudit } from '@denba/sync-server/audit';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export type EveryAudit = {
  readonly places: number;
  readonly lines: number;
  readonly problems: readonly AuditProblem[];
};

/** `progress`: called after each place with the number of lines read so far. */
export const verifyEveryAudit = async (
  db: Kysely<Tables>,
  progress: (lines: number) => void = () => {},
): Promise<EveryAudit> => {
  const places = await db.selectFrom('place').select('id').orderBy('id').execute();
  const problems: AuditProblem[] = [];
  let lines = 0;
  for (const { id } of places) {
    const verdict = await verifyAudit(db, id);
    if (verdict.problem !== null) problems.push(verdict.problem);
    lines += verdict.lines;
    progress(lines);
  }
  return { places: places.length, lines, problems };
};
