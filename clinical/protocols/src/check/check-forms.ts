/** What the form engine refuses to run: cycles, names read outside their repeat, names with two meanings. */
import type { Text } from '@denba/quantities/text';
import { compileForm } from '@denba/questionnaires/compile-form';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { growthFunctions } from '../growth-functions.ts';
import { type Problem, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { findRow, placeOf } from './uses.ts';

export const checkForms = (source: ProtocolSource, protocol: CompiledProtocol): Problem[] =>
  protocol.forms.flatMap((form) => {
    const compiled = compileForm(form, growthFunctions);
    if (compiled.ok) return [];
    const path = `forms/${form.id}.csv`;
    return compiled.error
      .filter(({ kind }) => kind !== 'unknownChoices')
      .map(({ names, message }) => {
        const name = names.find((candidate) => findRow(source, path, 'name', candidate) !== undefined);
        const place = name === undefined ? { file: path } : placeOf(source, path, 'name', name, 'name');
        const [what, cure] = inTwo(message);
        return problem('formWrong', place, what, cure);
      });
  });

/** Splits a message of the form engine, which holds the problem and the cure in one text. */
const inTwo = (message: Text): readonly [what: Text, cure: Text] => {
  const cut = (text: string): number => (text.includes('. ') ? text.indexOf('. ') + 1 : text.length);
  const part = (from: (text: string) => string): Text => ({ fr: from(message.fr), en: from(message.en) });
  return [part((text) => text.slice(0, cut(text))), part((text) => text.slice(cut(text)).trim() || text)];
};
