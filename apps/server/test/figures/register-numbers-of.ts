/** The register numbers of the children of families, in the order of the alphabet. Invented families may share one. */
import type { TestDatabase } from '../test-database.ts';

export const registerNumbersOf = async (
  { pool }: Pick<TestDatabase, 'pool'>,
  families: readonly string[],
): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ number: string }>(
    `SELECT DISTINCT child->'care'->>'number' AS number FROM family_summary, jsonb_array_elements(summary->'children') AS child
      WHERE family = ANY($1::text[]) AND child->'care'->>'number' IS NOT NULL`,
    [families],
  );
  return rows.map(({ number }) => number).sort();
};
