/**
 * A row is only as approved as the weakest thing that it rests on. A sourced row whose cut-off is our default is shown
 * as awaiting approval, never as what the guideline says. Looked for in the row, in the parameters that it reads, and
 * in those behind the numbers that it reads (a cut-off by age); conclusions and other tables speak for themselves.
 */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import type { SourceStatus } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { isNumeric } from '../compile/value-type.ts';

/** Status by row id. */
export const effectiveStatuses = (protocol: CompiledProtocol): ReadonlyMap<string, SourceStatus> => {
  const parameters = new Map(protocol.parameters.map(({ name, status }) => [`p.${name}`, status]));
  const derived = new Map(protocol.derived.map((value) => [value.name, value]));
  const known = new Map<string, SourceStatus>();
  const ofName = (name: string): SourceStatus => {
    const parameter = parameters.get(name);
    if (parameter !== undefined) return parameter;
    const value = derived.get(name.split('.', 1)[0] ?? name);
    if (value === undefined || !isNumeric(value.type)) return 'sourced';
    const found = known.get(value.name);
    if (found !== undefined) return found;
    known.set(value.name, 'sourced');
    const status = weakest(namesIn(value.expression).map(ofName));
    known.set(value.name, status);
    return status;
  };
  return new Map(
    protocol.tables.flatMap((table) =>
      table.rows.map((row): [string, SourceStatus] => {
        const asked = row.tests.flatMap((tests, index) => {
          const input = table.inputs[index];
          return tests === null || input === undefined ? [] : [...namesIn(input.expression), ...namesInTests(tests)];
        });
        const given = row.outputs.flatMap((output) => (output === null ? [] : namesIn(output)));
        return [row.id, weakest([row.status, ...[...asked, ...given].map(ofName)])];
      }),
    ),
  );
};

const weakest = (statuses: readonly SourceStatus[]): SourceStatus =>
  statuses.includes('default') ? 'default' : statuses.includes('national') ? 'national' : 'sourced';
