/**
 * A protocol in the form of a clinician's chart booklet: chapters with tables, rules in words, cut-offs, calendar,
 * actions and cards, each with its source and status, and the differences from an earlier version and from the protocol
 * without its overlays. The result is plain data with every text in both languages; pages and documents are made from
 * it.
 */
import { inBoth } from '@denba/quantities/in-both';
import type { SourceStatus, Text } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import type { Approval } from '../read/protocol-head.ts';
import { type BookletDifferences, bookletDifferences, type ComparedWith } from './booklet-differences.ts';
import { type BookletParameter, bookletParameters } from './booklet-parameters.ts';
import { type BookletContact, bookletSchedule } from './booklet-schedule.ts';
import { type BookletTable, bookletTables } from './booklet-tables.ts';
import { provenance } from './provenance-words.ts';

/** The status of a piece of content and its attribution, as screens show it. */
export type Standing = { readonly status: SourceStatus; readonly authority: Text };

export type BookletCard = Standing & {
  readonly id: string;
  readonly title: Text;
  readonly trigger: Text;
  readonly text: Text;
};

export type BookletAction = Standing & {
  readonly code: string;
  readonly title: Text;
  readonly text: Text;
  /** "At once" or "Today"; `null` when the action is not urgent. */
  readonly urgency: Text | null;
};

export type BookletSource = { readonly key: string; readonly title: string; readonly url: string; readonly read: Text };

export type Chapter = { readonly title: Text } & (
  | { readonly kind: 'tables'; readonly tables: readonly BookletTable[] }
  | { readonly kind: 'parameters'; readonly parameters: readonly BookletParameter[] }
  | { readonly kind: 'schedule'; readonly contacts: readonly BookletContact[] }
  | { readonly kind: 'actions'; readonly actions: readonly BookletAction[] }
  | { readonly kind: 'cards'; readonly cards: readonly BookletCard[] }
  | { readonly kind: 'sources'; readonly sources: readonly BookletSource[] }
  | { readonly kind: 'differences'; readonly differences: readonly BookletDifferences[] }
);

export type Booklet = {
  readonly title: Text;
  readonly version: string;
  readonly overlays: readonly Text[];
  readonly appliesTo: Text;
  readonly approval: Approval;
  /** Number of pieces of content by status: rules, parameters, contacts, actions and cards. */
  readonly statuses: Readonly<Record<SourceStatus, number>>;
  readonly chapters: readonly Chapter[];
};

export const makeBooklet = (protocol: CompiledProtocol, compared: ComparedWith = {}): Booklet => {
  const standing = provenance(protocol);
  const parameters = bookletParameters(protocol);
  const contacts = bookletSchedule(protocol);
  const actions = protocol.actions.map(
    ({ code, title, text, urgency, ...of }): BookletAction => ({
      code,
      title,
      text,
      ...standing(of),
      urgency: urgency === null ? null : urgencyWords[urgency],
    }),
  );
  const cards = protocol.cards.map(
    ({ id, title, trigger, text, ...of }): BookletCard => ({ id, title, trigger, text, ...standing(of) }),
  );
  const parts = bookletTables(protocol);
  const differences = bookletDifferences(protocol, compared);
  const pieces = [
    ...parts.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows)),
    ...[...parameters, ...contacts, ...actions, ...cards],
  ];
  const chapters: readonly Chapter[] = [
    ...parts.map(({ title, tables }): Chapter => ({ kind: 'tables', title, tables })),
    { kind: 'parameters', title: titles.parameters, parameters },
    { kind: 'schedule', title: titles.schedule, contacts },
    { kind: 'actions', title: titles.actions, actions },
    { kind: 'cards', title: titles.cards, cards },
    { kind: 'sources', title: titles.sources, sources: sourcesOf(protocol) },
    ...(differences.length === 0 ? [] : [{ kind: 'differences', title: titles.differences, differences } as const]),
  ];
  return {
    title: protocol.title,
    version: protocol.version,
    overlays: protocol.overlays.map(({ id, title }) => inBoth((language) => title[language] || id)),
    appliesTo: protocol.appliesTo,
    approval: protocol.approval,
    statuses: {
      sourced: pieces.filter(({ status }) => status === 'sourced').length,
      national: pieces.filter(({ status }) => status === 'national').length,
      default: pieces.filter(({ status }) => status === 'default').length,
    },
    chapters,
  };
};

const sourcesOf = ({ sources }: CompiledProtocol): readonly BookletSource[] =>
  sources.map(({ key, title, url, read }) => ({ key, title, url, read: readWords[read] }));

const urgencyWords = {
  now: { fr: 'Tout de suite', en: 'At once' },
  today: { fr: 'Aujourd’hui', en: 'Today' },
} as const satisfies Record<string, Text>;

const readWords: Readonly<Record<CompiledProtocol['sources'][number]['read'], Text>> = {
  yes: { fr: 'lue', en: 'read' },
  no: { fr: 'non lue', en: 'not read' },
  secondary: { fr: 'lue dans un autre document', en: 'read in another document' },
};

const titles = {
  parameters: { fr: 'Seuils, délais et choix', en: 'Cut-offs, intervals and choices' },
  schedule: { fr: 'Calendrier', en: 'Schedule' },
  actions: { fr: 'Conduites à tenir', en: 'Actions' },
  cards: { fr: 'Cartes de conseil', en: 'Counselling cards' },
  sources: { fr: 'Sources', en: 'Sources' },
  differences: { fr: 'Ce qui change', en: 'What changes' },
} as const satisfies Record<string, Text>;
