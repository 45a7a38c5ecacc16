/**
 * What a clinician has to decide before a protocol may be relied on: everything that is `default` (ours), and
 * everything that is called sourced but rests only on secondary sources.
 */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import type { Text } from '@denba/quantities/text';
import type { FormItem } from '@denba/questionnaires/form';
import { itemExpressions } from '@denba/questionnaires/item-expressions';
import { contactExpressions } from '@denba/schedules/contact-expressions';
import { citedKeys } from '../check/check-sources.ts';
import type { CompiledProtocol, Parameter, Provenance } from '../compile/compiled-protocol.ts';

export type Doubt = 'default' | 'secondarySource';

export type UncertainParameter = {
  readonly parameter: Parameter;
  readonly doubt: Doubt;
  /** Ids of the rows and contacts, and names of the derived values and questions, that read it. */
  readonly usedBy: readonly string[];
};

export type UncertainItem = {
  readonly id: string;
  readonly text: Text;
  readonly source: string;
  readonly doubt: Doubt;
};

export type UncertainGroup = { readonly title: Text; readonly items: readonly UncertainItem[] };

export type UncertainContent = {
  readonly parameters: readonly UncertainParameter[];
  /** One group per table. */
  readonly rows: readonly UncertainGroup[];
  readonly cards: readonly UncertainItem[];
  readonly actions: readonly UncertainItem[];
  readonly schedule: readonly UncertainItem[];
  /** Elements with limits outside which a value is refused or has to be confirmed. */
  readonly limits: readonly UncertainItem[];
};

export const uncertainContent = (protocol: CompiledProtocol): UncertainContent => {
  const doubtOf = createDoubt(protocol);
  const uses = parameterUses(protocol);
  const item = (id: string, text: Text, provenance: Provenance): UncertainItem[] => {
    const doubt = doubtOf(provenance);
    return doubt === null ? [] : [{ id, text, source: provenance.source, doubt }];
  };
  return {
    parameters: protocol.parameters.flatMap((parameter) => {
      const doubt = doubtOf(parameter);
      return doubt === null ? [] : [{ parameter, doubt, usedBy: uses.get(`p.${parameter.name}`) ?? [] }];
    }),
    rows: protocol.tables
      .map(({ title, rows }) => ({ title, items: rows.flatMap((row) => item(row.id, row.reason, row)) }))
      .filter(({ items }) => items.length > 0),
    cards: protocol.cards.flatMap((card) => item(card.id, card.title, card)),
    actions: protocol.actions.flatMap((action) => item(action.code, action.title, action)),
    schedule: protocol.schedule.flatMap((contact) => item(contact.id, contact.title, contact)),
    limits: protocol.elements.flatMap((element) => {
      const { hard, soft, unit, label } = element;
      if ([hard.min, hard.max, soft.min, soft.max].every((limit) => limit === null)) return [];
      const span = (limits: typeof hard) => `${limits.min ?? '…'} – ${limits.max ?? '…'} ${unit ?? ''}`.trim();
      const text = {
        fr: `${label.fr} : refusé hors de ${span(hard)} ; à confirmer hors de ${span(soft)}`,
        en: `${label.en}: refused outside ${span(hard)}; confirmed outside ${span(soft)}`,
      };
      return item(element.name, text, element);
    }),
  };
};

const createDoubt = (protocol: CompiledProtocol): ((provenance: Provenance) => Doubt | null) => {
  const read = new Map(protocol.sources.map((cited) => [cited.key, cited.read]));
  return ({ status, source }) => {
    if (status === 'default') return 'default';
    if (status !== 'sourced') return null;
    return citedKeys(source).some((key) => read.get(key) === 'yes') ? null : 'secondarySource';
  };
};

/** For each parameter (`p.…`), the ids of the rows and contacts and the names of the derived values and questions that read it. */
export const parameterUses = (protocol: CompiledProtocol): ReadonlyMap<string, readonly string[]> => {
  const uses = new Map<string, Set<string>>();
  const add = (name: string, user: string): void => {
    const users = uses.get(name) ?? new Set();
    uses.set(name, users.add(user));
  };
  for (const { name, expression } of protocol.derived) for (const read of namesIn(expression)) add(read, name);
  for (const { name, inputs, rows, outputs: columns } of protocol.tables) {
    for (const column of columns) {
      if (column.default !== undefined) for (const read of namesIn(column.default)) add(read, name);
    }
    for (const { id, tests, outputs } of rows) {
      tests.forEach((test, index) => {
        const input = inputs[index];
        if (test === null || input === undefined) return;
        for (const read of [...namesIn(input.expression), ...namesInTests(test)]) add(read, id);
      });
      for (const output of outputs) if (output !== null) for (const read of namesIn(output)) add(read, id);
    }
  }
  for (const contact of protocol.schedule) {
    for (const [, expression] of contactExpressions(contact)) {
      for (const read of namesIn(expression)) add(read, contact.id);
    }
  }
  for (const form of protocol.forms) {
    for (const item of itemsIn(form.items)) {
      for (const [, expression] of itemExpressions(item)) {
        for (const read of namesIn(expression)) add(read, item.name);
      }
    }
  }
  return new Map([...uses].map(([name, users]) => [name, [...users]]));
};

const itemsIn = (items: readonly FormItem[]): readonly FormItem[] =>
  items.flatMap((item) => [item, ...('items' in item ? itemsIn(item.items) : [])]);
