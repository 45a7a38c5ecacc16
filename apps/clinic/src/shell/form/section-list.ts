/**
 * Splits a form into sections, which a worker fills one at a time. A section is a group at the top level of the form,
 * or one instance of a repeat (this twin). Groups inside a group are shown as headings.
 */
import type { Text } from '@denba/quantities/text';
import type { Group } from '@denba/questionnaires/form';
import type { FormView, QuestionState, VisibleItem } from '@denba/questionnaires/form-state';

export type Section = {
  readonly path: string;
  readonly title: Text;
  /** The position of the instance in its repeat; `null` for a group. */
  readonly position: number | null;
  readonly group: Group | null;
  readonly items: readonly VisibleItem[];
  readonly questions: readonly QuestionState[];
};

export const sectionsOf = (view: FormView): readonly Section[] => {
  const sections: Building[] = [];
  let inside: { readonly names: ReadonlySet<string>; readonly section: Building } | null = null;
  for (const item of view.visible) {
    const own = inside?.names.has(lastName(item)) === true;
    if (item.kind === 'repeat') continue;
    if (item.kind === 'instance') {
      inside = null;
      const { repeat, position, path } = item;
      sections.push({ path, title: repeat.label, position, group: null, items: [], instance: `${path}.` });
    } else if (item.kind === 'group' && !own && !belongsToInstance(sections.at(-1), item.path)) {
      const { group, path } = item;
      const section = { path, title: group.label, position: null, group, items: [], instance: null };
      sections.push(section);
      inside = { names: new Set(namesIn(group)), section };
    } else {
      const section = own ? inside?.section : sections.at(-1);
      section?.items.push(item);
    }
  }
  return sections
    .map(({ path, title, position, group, items }) => ({
      path,
      title,
      position,
      group,
      items,
      questions: items.filter((item) => item.kind === 'question'),
    }))
    .filter(({ items }) => items.length > 0);
};

/** The number of questions in the section that must still be answered, checked again or confirmed. */
export const openIn = (section: Section, view: FormView): number => {
  const paths = new Set(section.questions.map(({ path }) => path));
  return view.blocking.filter(({ path }) => paths.has(path)).length;
};

type Building = Omit<Section, 'items' | 'questions'> & {
  readonly items: VisibleItem[];
  readonly instance: string | null;
};

const belongsToInstance = (section: Building | undefined, path: string): boolean =>
  section?.instance !== null && section?.instance !== undefined && path.startsWith(section.instance);

const namesIn = (group: Group): readonly string[] =>
  group.items.flatMap((item) => (item.kind === 'group' ? [item.name, ...namesIn(item)] : [item.name]));

const lastName = (item: VisibleItem): string => item.path.slice(item.path.lastIndexOf('.') + 1);
