/** Undefined names in expressions, cells and reasons; parameters that nothing reads. */
import { namesIn, namesInTests } from '@denba/decisions/expression';
import { followUpParameters } from '../care/follow-up/follow-up-rules.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { factsOf, type Names } from '../compile/names.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from '../read/closest-name.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { placesIn } from '../words/template.ts';
import { placeOf, tableFile, type Uses } from './uses.ts';

export const checkNames = (uses: Uses, names: Names): Problem[] => {
  const problems: Problem[] = [];
  for (const { place, expression, locals } of uses.expressions) {
    for (const name of namesIn(expression)) {
      if (locals.has(name.split('.', 1)[0] ?? name)) continue;
      if (factsOf(names, name) === null) problems.push(nameUnknown(name, place, names, locals));
    }
  }
  for (const { place, tests } of uses.cells) {
    for (const name of namesInTests(tests)) {
      if (factsOf(names, name) === null) problems.push(nameUnknown(name, place, names));
    }
  }
  return problems;
};

export const checkPlaceholders = (source: ProtocolSource, compiled: CompiledProtocol, names: Names): Problem[] =>
  compiled.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      (['fr', 'en'] as const).flatMap((language) => {
        const place = placeOf(source, tableFile(source, table.name), 'id', row.id, `reason::${language}`);
        return placesIn(row.reason[language]).flatMap((name) =>
          factsOf(names, name) === null ? [placeholderUnknown(name, place, names)] : [],
        );
      }),
    ),
  );

export const checkUnusedParameters = (source: ProtocolSource, compiled: CompiledProtocol, uses: Uses): Problem[] => {
  const read = new Set([
    ...uses.expressions.flatMap(({ expression }) => namesIn(expression)),
    ...uses.cells.flatMap(({ tests }) => namesInTests(tests)),
  ]);
  // An expression that reads `p` as a whole (passes it to a function) reads every parameter.
  if (read.has('p')) return [];
  return compiled.parameters.flatMap(({ name }) =>
    read.has(`p.${name}`) || followUpParameters.has(name)
      ? []
      : [parameterUnused(name, placeOf(source, 'parameters.csv', 'name', name, 'name'))],
  );
};

const nameUnknown = (name: string, place: Place, names: Names, locals: ReadonlySet<string> = new Set()): Problem => {
  const near = closest(name, [...names.keys(), ...locals]);
  return problem(
    'nameUnknown',
    place,
    { fr: `« ${name} » n'est défini nulle part.`, en: `“${name}” is not defined anywhere.` },
    near === null
      ? {
          fr: `Ajoutez-le à ${name.startsWith('p.') ? 'parameters.csv' : 'data-elements.csv ou derived.csv'}, ou mettez un texte entre guillemets.`,
          en: `Add it to ${name.startsWith('p.') ? 'parameters.csv' : 'data-elements.csv or derived.csv'}, or put a text in quotes.`,
        }
      : { fr: `Vouliez-vous écrire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
};

const placeholderUnknown = (name: string, place: Place, names: Names): Problem => {
  const near = closest(name, names.keys());
  return problem(
    'placeholderUnknown',
    place,
    {
      fr: `La raison montre {${name}}, qui n'est défini nulle part.`,
      en: `The reason shows {${name}}, which is not defined anywhere.`,
    },
    near === null
      ? { fr: 'Écrivez un nom connu entre les accolades.', en: 'Write a known name between the braces.' }
      : { fr: `Vouliez-vous écrire {${near}} ?`, en: `Did you mean {${near}}?` },
  );
};

const parameterUnused = (name: string, place: Place): Problem =>
  problem(
    'parameterUnused',
    place,
    {
      fr: `Le paramètre « ${name} » n'est lu nulle part : le changer ne changerait rien.`,
      en: `The parameter “${name}” is not read anywhere: changing it would change nothing.`,
    },
    { fr: `Écrivez p.${name} là où il décide, ou ôtez-le.`, en: `Write p.${name} where it decides, or remove it.` },
    'warning',
  );
