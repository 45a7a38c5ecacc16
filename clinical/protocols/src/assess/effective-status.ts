/**
 * The status that a row is shown with: the weakest status among everything that it rests on. A sourced row whose
 * cut-off is our default is shown as awaiting approval, never as what the guideline says; a sourced row whose cut-off a
 * country decided is attributed to that decision. The status is taken from the row, from the parameters that it reads,
 * and from the parameters behind the numbers that it reads (a cut-off by age). Conclusions that are not numbers, and
 * other tables, are not followed: their rows have their own status.
 */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import type { SourceStatus } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { isNumeric } from '../compile/value-type.ts';

export type Standing = {
  readonly status: SourceStatus;
  /**
   * Keys of the cited documents, separated by spaces: those of the row, or of the national decisions that make it
   * `national`.
   */
  readonly source: string;
};

/** The effective status and source of every row, by row id. */
export const effectiveStandings = (protocol: CompiledProtocol): ReadonlyMap<string, Standing> => {
  const parameters = new Map<string, Standing>(protocol.parameters.map((one) => [`p.${one.name}`, one]));
  const derived = new Map(protocol.derived.map((value) => [value.name, value]));
  const known = new Map<string, Standing>();
  const ofName = (name: string): Standing => {
    const parameter = parameters.get(name);
    if (parameter !== undefined) return parameter;
    const value = derived.get(name.split('.', 1)[0] ?? name);
    if (value === undefined || !isNumeric(value.type)) return nothingBehind;
    const found = known.get(value.name);
    if (found !== undefined) return found;
    known.set(value.name, nothingBehind);
    const standing = together(namesIn(value.expression).map(ofName));
    known.set(value.name, standing);
    return standing;
  };
  return new Map(
    protocol.tables.flatMap((table) =>
      table.rows.map((row): [string, Standing] => {
        const asked = row.tests.flatMap((tests, index) => {
          const input = table.inputs[index];
          return tests === null || input === undefined ? [] : [...namesIn(input.expression), ...namesInTests(tests)];
        });
        const given = row.outputs.flatMap((output) => (output === null ? [] : namesIn(output)));
        const behind = together([...asked, ...given].map(ofName));
        const status = weakest([row.status, behind.status]);
        const decidedBehind = status === 'national' && row.status === 'sourced';
        return [row.id, { status, source: decidedBehind ? behind.source : row.source }];
      }),
    ),
  );
};

const nothingBehind: Standing = { status: 'sourced', source: '' };

/** The weakest of the statuses, with the sources of those that have it. */
const together = (standings: readonly Standing[]): Standing => {
  const status = weakest(standings.map((one) => one.status));
  const sources = standings.flatMap((one) => (one.status === status ? one.source.split(/\s+/) : []));
  return { status, source: [...new Set(sources)].filter((key) => key !== '').join(' ') };
};

const weakest = (statuses: readonly SourceStatus[]): SourceStatus =>
  statuses.includes('default') ? 'default' : statuses.includes('national') ? 'national' : 'sourced';
