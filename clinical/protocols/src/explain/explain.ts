/**
 * An assessment in plain text: the class with its shape and word, the reasons (one sentence per rule, with its row,
 * values and source), what is missing and what to do about it, what was refused, and what to do next.
 */
import type { Value } from '@denba/decisions/value';
import { isList } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import type { Assessment, TraceEntry } from '../assess/assessment.ts';
import { namesBehind } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { formatValue } from '../words/format-value.ts';
import { createValueStyles, type ValueStyles } from '../words/value-styles.ts';
import { headlineOf } from './headline.ts';
import { type MissingItem, missingItems, missingTables } from './missing-items.ts';
import { reasonParts } from './reason-parts.ts';

export const explain = (assessment: Assessment, language: Language, protocol: CompiledProtocol): string => {
  const styles = createValueStyles(protocol);
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const behind = namesBehind(protocol, ['pair_class', 'pair_incomplete']);
  const essential = missingTables(protocol);
  const reasons = assessment.trace.filter(({ table }) => behind.has(table) && !essential.has(table));
  const sections: [string, string[]][] = [
    [say('Pourquoi', 'Why'), reasons.map((entry) => reasonLine(entry, language, styles, protocol))],
    [
      say('Ce qui manque', 'What is missing'),
      missingLines(missingItems(assessment, protocol, behind, language, styles), essential.size > 0, language),
    ],
    [
      say('Valeurs refusées', 'Refused values'),
      assessment.problems.map(({ message, cure }) => `- ${message[language]} ${cure[language]}`),
    ],
    [say('À faire', 'To do'), planLines(assessment, language, protocol)],
  ];
  const { id, version, overlays } = assessment.protocol;
  const made = [`${protocol.title[language] || id} ${version}`, ...overlays].join(' + ');
  return [
    headline(assessment, language),
    ...sections.flatMap(([title, lines]) => (lines.length === 0 ? [] : ['', title, ...lines])),
    '',
    say(`Protocole : ${made}.`, `Protocol: ${made}.`),
  ].join('\n');
};

/** The class in one line, for example "▲ Risque élevé". */
export const headline = ({ values }: Assessment, language: Language): string => {
  const { shape, text } = headlineOf(values, language);
  return `${shape} ${text}`;
};

const reasonLine = (entry: TraceEntry, language: Language, styles: ValueStyles, protocol: CompiledProtocol): string => {
  const { row, text, values, source } = reasonParts(entry, language, styles, protocol);
  const read = values.map(({ label, value }) => `${label}${language === 'fr' ? ' :' : ':'} ${value}`);
  const facts = [row, ...(read.length > 0 ? [read.join(' ; ')] : []), source];
  return `- ${text}\n  ${facts.join(' · ')}`;
};

/** Longer lists are cut: nobody reads them, and the form asks for the items in order. */
const longest = 12;

const missingLines = (items: readonly MissingItem[], named: boolean, language: Language): string[] => {
  if (items.length === 0) return [];
  const lines = items
    .slice(0, longest)
    .map(({ text, why }) => (named ? `- ${text} (${why})` : `- ${text}${language === 'fr' ? ' :' : ':'} ${why}`));
  const more = items.length - longest;
  if (more > 0)
    lines.push(language === 'fr' ? `- … et ${more} ${more > 1 ? 'autres' : 'autre'}` : `- … and ${more} more`);
  lines.push(
    language === 'fr'
      ? '  Recherchez ces points, notez-les, puis évaluez à nouveau. Ce qui manque ne compte jamais pour normal.'
      : '  Look for these, record them, then assess again. What is missing never counts as normal.',
  );
  return lines;
};

const planLines = ({ values }: Assessment, language: Language, protocol: CompiledProtocol): string[] => {
  const lines: string[] = [];
  for (const code of textsOf(values['actions'] ?? null)) {
    const action = protocol.actions.find((candidate) => candidate.code === code);
    if (action === undefined) lines.push(`- ${code}`);
    else lines.push(`- ${action.title[language]}${action.text[language] === '' ? '' : ` : ${action.text[language]}`}`);
  }
  const cards = textsOf(values['cards'] ?? null).map((id) => {
    const card = protocol.cards.find((candidate) => candidate.id === id);
    return card === undefined ? id : `${id} ${card.title[language]}`;
  });
  if (cards.length > 0)
    lines.push(`- ${language === 'fr' ? 'Cartes de conseil' : 'Counselling cards'} : ${cards.join(' ; ')}`);
  const days = values['next_visit_days'];
  if (typeof days === 'number') {
    const when = formatValue(days, language, { unit: 'd', codes: {} });
    lines.push(`- ${language === 'fr' ? 'Prochain rendez-vous dans' : 'Next visit in'} ${when}.`);
  }
  return language === 'fr' ? lines : lines.map((line) => line.replace(' : ', ': '));
};

const textsOf = (value: Value): string[] =>
  isList(value) ? value.filter((item): item is string => typeof item === 'string') : [];
