/**
 * Findings as an entry stores them, and the way back. What was said about this pair is stored in words: class, reasons
 * with their values, what was missing, what was proposed. Texts that are the same for everybody (of actions, card
 * titles, labels, sources) are not stored but read from the protocol version that the entry names: a visit then takes a
 * third of the space.
 */

import type { SourceStatus } from '@denba/quantities/text';
import type { JsonObject, JsonValue } from '@denba/records/canonical-json';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { authority } from '../../explain/reason-parts.ts';
import { shortLabel } from '../../words/short-label.ts';
import type { FindingAction } from './actions-found.ts';
import { alwaysConfided, indexOf, isConfidedRow } from './protocol-index.ts';
import type { FindingReason, VisitFindings } from './visit-findings.ts';

type Parts = Pick<VisitFindings, (typeof asTheyAre)[number]>;

const asTheyAre = [
  ...(['language', 'pairClass', 'headline', 'dangerAnswered', 'incomplete', 'urgent', 'missing', 'refused'] as const),
  ...(['next', 'enrolment', 'setting', 'escalation', 'outcome', 'screen', 'override', 'kept'] as const),
] as const;

export const storedFindings = (findings: VisitFindings): JsonObject => {
  const same: [string, unknown][] = asTheyAre.map((name) => [name, findings[name]]);
  const stored = Object.fromEntries(same.filter(([, value]) => !isEmpty(value)));
  return {
    ...(stored as JsonObject),
    reasons: findings.reasons.map(({ row, status, text, values }) => [
      row,
      status,
      text,
      Object.fromEntries(values.map(({ name, value }) => [name, value])),
    ]),
    actions: findings.actions.map(({ code, title, status }) => [code, title, status]),
    cards: findings.cards.map(({ id }) => id),
    confided: [
      ...findings.actions.flatMap(({ code, confided }) => (confided ? [code] : [])),
      ...findings.cards.flatMap(({ id, confided }) => (confided ? [id] : [])),
    ],
  };
};

/** `null` when the entry holds no findings of a visit (from an older app, another protocol, or an import). */
export const readFindings = (stored: JsonObject, protocol: CompiledProtocol): VisitFindings | null => {
  if (!Array.isArray(stored['reasons']) || typeof stored['headline'] !== 'object') return null;
  const parts = { ...nothing, ...stored } as unknown as Parts;
  const index = indexOf(protocol);
  // Older entries did not store `confided`: then the codes that only confidential rows can give are confidential.
  const codes = Array.isArray(stored['confided']) ? new Set(stored['confided'].map(String)) : alwaysConfided(protocol);
  const actions = listOf(stored['actions']).map((action) => actionOf(action, parts.language, protocol, codes));
  return {
    ...(Object.fromEntries(asTheyAre.map((name) => [name, parts[name]])) as Parts),
    reasons: stored['reasons'].flatMap((reason) => reasonOf(reason, parts.language, protocol)),
    next: parts.next === null ? null : { ...parts.next, confided: isConfidedRow(index, parts.next.row) },
    escalation: parts.escalation.map((line) => ({ ...line, confided: isConfidedRow(index, line.row) })),
    preReferral: actions.flatMap(({ code, kind }) => (kind === 'prereferral' ? [code] : [])),
    actions,
    cards: listOf(stored['cards']).map((id) => ({
      id: String(id),
      title: protocol.cards.find((card) => card.id === id)?.title[parts.language] ?? String(id),
      confided: codes.has(String(id)),
    })),
  };
};

const nothing = {
  language: 'fr',
  pairClass: null,
  dangerAnswered: false,
  incomplete: false,
  urgent: false,
  missing: [],
  refused: [],
  escalation: [],
  kept: {},
  next: null,
  enrolment: null,
  setting: null,
  outcome: null,
  screen: null,
  override: null,
} as const;

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

const listOf = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : []);

const actionOf = (
  stored: JsonValue,
  language: VisitFindings['language'],
  protocol: CompiledProtocol,
  confided: ReadonlySet<string>,
): FindingAction => {
  const [code = '', title = '', status = 'default'] = listOf(stored).map(String);
  const action = protocol.actions.find((candidate) => candidate.code === code);
  return {
    code,
    title,
    status: status as SourceStatus,
    text: action?.text[language] ?? '',
    kind: action?.kind ?? '',
    urgency: action?.urgency ?? null,
    confided: confided.has(code),
  };
};

/** A row that the current version of the protocol no longer has keeps its stored sentence and values. */
const reasonOf = (
  stored: JsonValue,
  language: VisitFindings['language'],
  protocol: CompiledProtocol,
): readonly FindingReason[] => {
  const [row, status, text, values] = listOf(stored);
  if (typeof row !== 'string' || typeof text !== 'string') return [];
  const index = indexOf(protocol);
  const { styles } = index;
  const { table, source } = index.rows.get(row) ?? { table: '', source: '' };
  const part = protocol.parts[table] ?? 'pair';
  const read = Object.entries((values ?? {}) as JsonObject);
  return [
    {
      row,
      text,
      status: status as SourceStatus,
      aValider: status === 'default',
      values: read.map(([name, value]) => ({
        name,
        label: shortLabel(styles.label(name)[language]),
        value: String(value),
      })),
      source: authority(source, status as SourceStatus, language, protocol),
      table,
      part,
      confided: isConfidedRow(
        index,
        row,
        read.map(([name]) => name),
      ),
    },
  ];
};
