/** The page that a clinician signs, in Markdown: every uncertain number, rule and card, with space for the decision. */
import type { Language } from '@denba/quantities/text';
import type { CompiledProtocol } from '../compile/compiled-protocol.ts';
import { formatValue, plainStyle } from '../words/format-value.ts';
import { type Doubt, type UncertainItem, type UncertainParameter, uncertainContent } from './uncertain-content.ts';

export const signOffPage = (protocol: CompiledProtocol, language: Language): string => {
  const content = uncertainContent(protocol);
  const words = wording[language];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `## ${title} (${lines.length})`, '', ...words.itemHead, ...lines];
  const overlays = protocol.overlays.map(({ id, title }) => title[language] || id);
  return [
    `# ${words.title} – ${protocol.title[language] || protocol.id} ${protocol.version}`,
    '',
    words.intro,
    ...(overlays.length === 0 ? [] : ['', `${words.overlays} ${overlays.join(', ')}.`]),
    ...(content.parameters.length === 0
      ? []
      : [
          '',
          `## ${words.parameters} (${content.parameters.length})`,
          '',
          ...words.parameterHead,
          ...content.parameters.map((uncertain) => parameterLine(uncertain, language)),
        ]),
    ...content.rows.flatMap(({ title, items }) =>
      section(
        `${words.rows} ${title[language]}`,
        items.map((item) => itemLine(item, language)),
      ),
    ),
    ...section(
      words.cards,
      content.cards.map((item) => itemLine(item, language)),
    ),
    ...section(
      words.actions,
      content.actions.map((item) => itemLine(item, language)),
    ),
    ...section(
      words.schedule,
      content.schedule.map((item) => itemLine(item, language)),
    ),
    ...section(
      words.limits,
      content.limits.map((item) => itemLine(item, language)),
    ),
    '',
    `## ${words.signature}`,
    '',
    ...words.signatureLines,
    '',
  ].join('\n');
};

const parameterLine = ({ parameter, doubt, usedBy }: UncertainParameter, language: Language): string => {
  const { name, title, value, unit, limits, source, note } = parameter;
  const range = limits.min === null && limits.max === null ? '' : `${limits.min ?? '…'} – ${limits.max ?? '…'}`;
  const shown = formatValue(value, language, { ...plainStyle, unit });
  const used = usedBy.length > 6 ? `${usedBy.slice(0, 6).join(', ')} +${usedBy.length - 6}` : usedBy.join(', ');
  return row([`\`${name}\``, title[language], shown, range, doubtWord(doubt, language), source, used, note, '☐', '']);
};

const itemLine = ({ id, text, source, doubt }: UncertainItem, language: Language): string =>
  row([`\`${id}\``, text[language], doubtWord(doubt, language), source, '☐', '']);

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const doubtWord = (doubt: Doubt, language: Language): string => wording[language].doubts[doubt];

const head = (cells: readonly string[]): string[] => [row(cells), row(cells.map(() => '---'))];

const wording = {
  fr: {
    title: 'À valider par un clinicien',
    intro:
      'Les valeurs, règles et textes de cette page sont les nôtres, ou reposent sur des sources secondaires. Tant qu’ils ne sont pas validés, l’écran les montre « à valider » et ne les attribue à personne. Cochez, corrigez, commentez, signez.',
    overlays: 'Adaptations comprises :',
    parameters: 'Seuils, délais et choix',
    parameterHead: head([
      ...['nom', 'ce que c’est', 'valeur', 'bornes', 'doute', 'source', 'décide dans', 'note', 'validé', 'correction'],
    ]),
    rows: 'Règles :',
    itemHead: head(['id', 'texte', 'doute', 'source', 'validé', 'correction']),
    cards: 'Cartes de conseil',
    actions: 'Actions',
    schedule: 'Calendrier',
    limits: 'Bornes de saisie',
    doubts: { default: 'à valider', secondarySource: 'source secondaire' },
    signature: 'Signature',
    signatureLines: [
      'Nom et fonction : ______________________________',
      '',
      'Structure : ______________________________',
      '',
      'Date : ____ / ____ / ________   Signature : ______________________________',
    ],
  },
  en: {
    title: 'For a clinician to approve',
    intro:
      'The values, rules and texts on this page are ours, or rest on secondary sources. Until they are approved the screen shows them as awaiting approval and attributes them to nobody. Tick, correct, comment, sign.',
    overlays: 'With the overlays',
    parameters: 'Cut-offs, intervals and choices',
    parameterHead: head([
      ...['name', 'what it is', 'value', 'limits', 'doubt', 'source', 'decides in', 'note', 'approved', 'correction'],
    ]),
    rows: 'Rules:',
    itemHead: head(['id', 'text', 'doubt', 'source', 'approved', 'correction']),
    cards: 'Counselling cards',
    actions: 'Actions',
    schedule: 'Schedule',
    limits: 'Limits of entry',
    doubts: { default: 'awaiting approval', secondarySource: 'secondary source' },
    signature: 'Signature',
    signatureLines: [
      'Name and position: ______________________________',
      '',
      'Facility: ______________________________',
      '',
      'Date: ____ / ____ / ________   Signature: ______________________________',
    ],
  },
} as const;
