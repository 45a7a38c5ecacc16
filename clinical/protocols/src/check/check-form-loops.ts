/**
 * A form and the assessor depend on each other: a question may be asked because of a conclusion, which depends on
 * answers. A question whose relevance depends on its own answer would appear and vanish for ever ("does she consent?"
 * is asked because enrolment is proposed, which is no longer proposed once she has said no). Checked in all forms,
 * through derived values and tables.
 */
import { type Expression, namesIn } from '@denba/decisions/expression';
import type { FormItem } from '@denba/questionnaires/form';
import { namesBehind } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { type Problem, problem } from '../problem.ts';
import type { ProtocolSource } from '../read/protocol-source.ts';
import { placeOf } from './uses.ts';

export const checkFormLoops = (source: ProtocolSource, protocol: CompiledProtocol): Problem[] =>
  protocol.forms.flatMap((form) => {
    const reads = new Map<string, ReadonlySet<string>>();
    collect(form.items, [], reads, protocol);
    return loopsIn(reads).map((names) => formLoop(source, form.id, names));
  });

/**
 * For each question or calculation, the names that its relevance and value depend on, directly or through conclusions.
 */
const collect = (
  items: readonly FormItem[],
  outer: readonly (Expression | null)[],
  reads: Map<string, ReadonlySet<string>>,
  protocol: CompiledProtocol,
): void => {
  for (const item of items) {
    const relevant = [...outer, item.relevant];
    if (item.kind === 'group' || item.kind === 'repeat') collect(item.items, relevant, reads, protocol);
    if (item.kind !== 'question' && item.kind !== 'calculation') continue;
    const own = item.kind === 'question' ? [item.constraint, item.choiceFilter] : [item.calculation];
    const roots = [...relevant, ...own].flatMap((each) => (each === null ? [] : namesIn(each))).map(rootOf);
    reads.set(
      item.name,
      namesBehind(
        protocol,
        roots.filter((name) => name !== item.name || item.kind !== 'question'),
      ),
    );
  }
};

const rootOf = (name: string): string => name.split('.', 1)[0] ?? name;

/** One loop for each question that can be reached from itself; questions of a loop already found are skipped. */
const loopsIn = (reads: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] => {
  const told = new Set<string>();
  const loops: (readonly string[])[] = [];
  for (const start of reads.keys()) {
    if (told.has(start)) continue;
    const way = wayBack(start, reads);
    if (way === null) continue;
    for (const name of way) told.add(name);
    loops.push([...way, start]);
  }
  return loops;
};

/** The shortest path from a question back to itself, starting with it; `null` when there is none. */
const wayBack = (start: string, reads: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] | null => {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[start]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const name of reads.get(way.at(-1) ?? start) ?? []) {
        if (name === start) return way;
        if (seen.has(name) || !reads.has(name)) continue;
        seen.add(name);
        longer.push([...way, name]);
      }
    }
    ways = longer;
  }
  return null;
};

const formLoop = (source: ProtocolSource, form: string, names: readonly string[]): Problem =>
  problem(
    'formWrong',
    placeOf(source, `forms/${form}.csv`, 'name', names[0] ?? '', 'relevant'),
    {
      fr: `« ${names[0]} » n'est posée que selon une conclusion qui dépend de sa propre réponse : ${names.join(' → ')}.`,
      en: `“${names[0]}” is asked only by a conclusion that depends on its own answer: ${names.join(' → ')}.`,
    },
    {
      fr: 'Posez-la selon une valeur qui ne lit pas cette réponse : calculez-la à part dans derived.csv.',
      en: 'Ask it by a value that does not read this answer: compute that apart, in derived.csv.',
    },
  );
