/**
 * Facts about every name that an expression may read: `muac_mm`, `p.waz_cut`, `danger_signs.level`. Used while a
 * protocol is compiled and checked, and to show values in words.
 */
import type { HitPolicy } from '@denba/decisions/tables/decision-table';
import type { Text } from '@denba/quantities/text';
import type { Limits } from '@denba/questionnaires/data-element';
import type { Derived, Element, Parameter, TableOutput } from './compiled-protocol.ts';
import type { ValueType } from './value-type.ts';

export type NameFacts = {
  readonly what: 'element' | 'derived' | 'parameter' | 'table' | 'output' | 'trace';
  readonly type: ValueType;
  /** True when the value is a list of such values: an output of a table that collects. */
  readonly many: boolean;
  readonly unit: string | null;
  readonly values: readonly string[];
  readonly limits: Limits;
  readonly label: Text;
  /** The value of a parameter; `null` for all other names. */
  readonly constant: number | boolean | string | null;
};

export type Names = ReadonlyMap<string, NameFacts>;

type Named = {
  readonly parameters: readonly Parameter[];
  readonly elements: readonly Element[];
  readonly derived: readonly Omit<Derived, 'expression'>[];
  readonly tables: readonly { readonly name: string; readonly title: Text; readonly hitPolicy: HitPolicy }[];
  readonly outputs: readonly TableOutput[];
};

const open: Limits = { min: null, max: null };

/** Whether a table gives one list per output; other tables give one value. */
export const collects = (hitPolicy: HitPolicy): boolean => ['R', 'O', 'C'].includes(hitPolicy);

const counts = (hitPolicy: HitPolicy): boolean => hitPolicy.length === 2;

export const collectNames = ({ parameters, elements, derived, tables, outputs }: Named): Names => {
  const names = new Map<string, NameFacts>();
  for (const { name, type, unit, limits, title, value } of parameters) {
    const facts = { type, unit, limits, values: [], many: false, label: title, constant: value };
    names.set(`p.${name}`, { what: 'parameter', ...facts });
  }
  for (const { name, type, unit, values, hard, label } of elements) {
    names.set(name, { what: 'element', type, unit, values, limits: hard, many: false, label, constant: null });
  }
  for (const { name, type, unit, values, limits, label } of derived) {
    names.set(name, { what: 'derived', type, unit, values, limits, many: false, label, constant: null });
  }
  for (const { name, title, hitPolicy } of tables) {
    const trace = { unit: null, values: [], limits: open, label: title, constant: null } as const;
    names.set(name, { what: 'table', type: 'context', many: false, ...trace });
    names.set(`${name}.rows`, { what: 'trace', type: 'text', many: true, ...trace });
    names.set(`${name}.undecided`, { what: 'trace', type: 'text', many: true, ...trace });
    for (const output of outputs.filter(({ table }) => table === name)) {
      const { type, unit, values, limits, label } = output;
      const facts = { unit, values, limits, label, many: collects(hitPolicy), constant: null };
      names.set(`${name}.${output.name}`, { what: 'output', type: counts(hitPolicy) ? 'number' : type, ...facts });
    }
  }
  return names;
};

/**
 * The facts of a path. `open`: the path leads into a context or list whose entries are not declared
 * (`growth.gain_g_day`), so anything may be there. `null`: there is no such name.
 */
export const factsOf = (names: Names, path: string): NameFacts | 'open' | null => {
  const exact = names.get(path);
  if (exact !== undefined) return exact;
  const keys = path.split('.');
  for (let length = keys.length - 1; length > 0; length--) {
    const above = names.get(keys.slice(0, length).join('.'));
    if (above === undefined) continue;
    if (above.what === 'table') return null;
    return above.type === 'context' || above.type === 'list' || above.type === 'date' || above.type === 'duration'
      ? 'open'
      : null;
  }
  return null;
};
