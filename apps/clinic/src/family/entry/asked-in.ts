/**
 * Finds where the protocol asks for each data element: the words, the heading and the position. The form with which the
 * entry was made is searched first, then the others.
 */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { questionsIn } from '@denba/protocols/compile/questions';
import type { Text } from '@denba/quantities/text';
import type { Form, Question } from '@denba/questionnaires/form';

export type Asked = {
  readonly question: Question;
  /**
   * Heading of its section in the entry's form; `null` outside a section, and for data that only another form asks for.
   */
  readonly section: Text | null;
  /** Position among all questions. */
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

/** Groups lines by the sections of the form, in its order. Lines without a section keep their order and come first. */
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
