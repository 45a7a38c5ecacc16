/** Function calls: the name must be known and the arguments must fit, positional or named. Build time only. */
import type { Expression } from '../expression.ts';
import { builtins } from '../run/functions/builtins.ts';
import { outsideSubset, unknownFunction, unknownParameter, wrongArity } from './expression-error.ts';
import { childrenOf, type Node, operandsOf } from './parse-grammar.ts';
import { nothing, type Reader, type Signature } from './reader.ts';

type Read = (node: Node, reader: Reader) => Expression;

/** `rule`: the function's name, when the grammar has a rule of its own for it (`date`, `duration`). */
export const readCall = (node: Node, reader: Reader, read: Read, rule?: string): Expression => {
  const [target] = operandsOf(node);
  const name = rule ?? (target ? nameOf(target, reader) : '');
  if (name === '') {
    reader.report(
      (place) =>
        outsideSubset(
          { fr: 'Seule une fonction nommée peut être appelée.', en: 'Only a named function can be called.' },
          { fr: 'Voyez docs/expressions.md.', en: 'See docs/expressions.md.' },
          place,
        ),
      node,
    );
    return nothing;
  }
  const signature = reader.signatureOf(name);
  if (!signature) {
    reportUnknown(name, target ?? node, reader);
    return nothing;
  }
  const named = node.getChild('NamedParameters');
  const given = named
    ? readNamed(named, name, signature, reader, read)
    : operandsOf(node.getChild('PositionalParameters') ?? node)
        .filter((argument) => argument !== target && argument.parent?.name === 'PositionalParameters')
        .map((argument) => read(argument, reader));
  if (given === null) return nothing;
  const most = signature.variadic ? Number.POSITIVE_INFINITY : signature.parameters.length;
  if (given.length < signature.required || given.length > most) {
    reader.report((place) => wrongArity(name, signature.parameters, signature.required, given.length, place), node);
    return nothing;
  }
  return { kind: 'call', function: name, arguments: given };
};

const nameOf = (target: Node, reader: Reader): string =>
  target.name === 'VariableName' || target.name === 'SpecialFunctionName'
    ? childrenOf(target)
        .map((word) => reader.text.slice(word.from, word.to))
        .join(' ')
        .replace(/^years_and_months_duration$/, 'years and months duration')
    : '';

const clocks = new Set(['today', 'now']);

const reportUnknown = (name: string, node: Node, reader: Reader): void => {
  if (!clocks.has(name)) {
    reader.report((place) => unknownFunction(name, [...Object.keys(builtins), ...reader.hostFunctions], place), node);
    return;
  }
  reader.report(
    (place) =>
      outsideSubset(
        { fr: `« ${name}() » : une évaluation n’a pas d’horloge.`, en: `"${name}()": an assessment has no clock.` },
        { fr: 'Employez la date de la visite.', en: 'Use the date of the visit.' },
        place,
      ),
    node,
  );
};

const readNamed = (node: Node, name: string, signature: Signature, reader: Reader, read: Read): Expression[] | null => {
  const given: (Expression | undefined)[] = [];
  for (const argument of operandsOf(node)) {
    const [parameter, value] = operandsOf(argument);
    const word = parameter ? reader.text.slice(parameter.from, parameter.to).replaceAll(/\s+/g, ' ') : '';
    const at = signature.parameters.indexOf(word);
    if (at < 0 || given[at] !== undefined || !value) {
      reader.report((place) => unknownParameter(name, word, signature.parameters, place), argument);
      return null;
    }
    given[at] = read(value, reader);
  }
  return Array.from(given, (value) => value ?? nothing);
};
