/**
 * An assessment in plain text: the class with its shape and word, why (one sentence a rule, with its row, values and
 * source), what is missing and what to do about it, what was refused, what to do next.
 */
import type { Value } from '@denba/decisions/value';
import { isList } from '@denba/decisions/value';
import type { Language } from '@denba/quantities/text';
import type { Assessment, TraceEntry } from '../assess/assessment.ts';
import { namesBehind } from '../assess/names-behind.ts';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { formatValue } from '../words/format-value.ts';
import { createValueStyles, type ValueStyles } from '../words/value-styles.ts';
import { atLeastWord, classWord } from './class-words.ts';
import { missingLines, missingTables } from './missing-lines.ts';

export const explain = (assessment: Assessment, language: Language, protocol: CompiledProtocol): string => {
  const styles = createValueStyles(protocol);
  const say = (fr: string, en: string): string => (language === 'fr' ? fr : en);
  const behind = namesBehind(protocol, ['pair_class', 'pair_incomplete']);
  const essential = missingTables(protocol);
  const reasons = assessment.trace.filter(({ table }) => behind.has(table) && !essential.has(table));
  const sections: [string, string[]][] = [
    [say('Pourquoi', 'Why'), reasons.map((entry) => reasonLine(entry, language, styles, protocol))],
    [say('Ce qui manque', 'What is missing'), missingLines(assessment, essential, behind, language, styles)],
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

/** "▲ Risque élevé". While a danger sign is unanswered and the class is not high, no class stands by itself. */
export const headline = ({ values }: Assessment, language: Language): string => {
  const code = values['pair_class'] ?? null;
  if (typeof code !== 'string') return language === 'fr' ? '? Pas de classe' : '? No class';
  const { shape, word } = classWord(code);
  const answered = values['danger_signs_answered'] === true;
  const incomplete = classWord('incomplete');
  if (!answered && code !== 'high') {
    const least = atLeastWord(code);
    const whole = language === 'fr' ? 'Incomplet' : 'Incomplete';
    if (least === null) return `${incomplete.shape} ${whole}`;
    return `${shape} ${whole} – ${language === 'fr' ? 'au moins' : 'at least'} ${least[language]}`;
  }
  const partly = values['pair_incomplete'] === true && code !== 'incomplete';
  return `${shape} ${word[language]}${partly ? (language === 'fr' ? ', évaluation incomplète' : ', assessment incomplete') : ''}`;
};

const reasonLine = (
  { row, reason, values, source, status }: TraceEntry,
  language: Language,
  { style, label }: ValueStyles,
  protocol: CompiledProtocol,
): string => {
  const read = Object.entries(values).map(
    ([name, value]) =>
      `${shortLabel(label(name)[language])}${language === 'fr' ? ' :' : ':'} ${formatValue(value, language, style(name))}`,
  );
  const facts = [row, ...(read.length > 0 ? [read.join(' ; ')] : []), authority(source, status, language, protocol)];
  return `- ${reason[language]}\n  ${facts.join(' · ')}`;
};

/** A rule that awaits approval is nobody's but ours, whatever inspired it. */
export const authority = (
  source: string,
  status: TraceEntry['status'],
  language: Language,
  protocol: Pick<CompiledProtocol, 'sources'>,
): string => {
  if (status === 'default')
    return language === 'fr' ? 'à valider par un clinicien' : 'awaiting approval by a clinician';
  const titles = source
    .split(/\s+/)
    .map((key) => protocol.sources.find((cited) => cited.key === key)?.title || key)
    .join(' ; ');
  if (status === 'national') return language === 'fr' ? `règle nationale : ${titles}` : `national rule: ${titles}`;
  return language === 'fr' ? `source : ${titles}` : `source: ${titles}`;
};

/** Up to the first colon: titles of parameters go on with the value. */
const shortLabel = (label: string): string => label.split(/\s*:\s/, 1)[0] ?? label;

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
