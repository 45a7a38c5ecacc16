/**
 * Where the protocol asks for each datum: in what words, under which heading, in which place. The form that an entry was
 * made with comes first, then the others.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { questionsIn } from '@denba/protocols/compile/questions';
import type { Text } from '@denba/quantities/text';
import type { Form, Question } from '@denba/questionnaires/form';

export type Asked = {
  readonly question: Question;
  /** Heading of its part of the form; `null` outside any, and for data of another form than the entry's. */
  readonly section: Text | null;
  /** Place among all questions. */
  readonly at: number;
};

export const askedIn = (
  protocol: Pick<CompiledProtocol, 'forms'>,
  formId: string | null,
): ReadonlyMap<string, Asked> => {
  const asked = new Map<string, Asked>();
  const take = (question: Question, section: Text | null): void => {
    if (!asked.has(question.name)) asked.set(question.name, { question, section, at: asked.size });
  };
  for (const form of inOrder(protocol.forms, formId)) {
    for (const item of form.items) {
      const heading = form.id === formId && item.kind === 'group' ? item.label : null;
      for (const question of questionsIn([item])) take(question, heading);
    }
  }
  return asked;
};

export const inOrder = (forms: readonly Form[], formId: string | null): readonly Form[] => [
  ...forms.filter(({ id }) => id === formId),
  ...forms.filter(({ id }) => id !== formId),
];

export type Part<Line> = { readonly title: Text | null; readonly lines: readonly Line[] };

/**
 * Lines under the headings of the form, in its order. Without a form, and for what it does not ask, they stay as they
 * came, before the rest.
 */
export const inParts = <Line extends { readonly name: string }>(
  lines: readonly Line[],
  asked: ReadonlyMap<string, Asked>,
): readonly Part<Line>[] => {
  const sectioned = lines
    .filter(({ name }) => asked.get(name)?.section != null)
    .toSorted((a, b) => (asked.get(a.name)?.at ?? 0) - (asked.get(b.name)?.at ?? 0));
  const parts: { title: Text | null; lines: Line[] }[] = [];
  const others = lines.filter((line) => !sectioned.includes(line));
  if (others.length > 0) parts.push({ title: null, lines: others });
  for (const line of sectioned) {
    const title = asked.get(line.name)?.section ?? null;
    const last = parts.at(-1);
    if (last !== undefined && last.title === title) last.lines.push(line);
    else parts.push({ title, lines: [line] });
  }
  return parts;
};
