import { describe, expect, it } from 'vitest';
import { mami } from '../../../test/mami.ts';
import { assessedBase, assessedVignettes } from '../../../test/mami-cases.ts';
import { readFindings, storedFindings } from './stored-findings.ts';
import { inConfidence } from './told-in-confidence.ts';
import { visitFindings } from './visit-findings.ts';

/** Words that reveal something which only the mother may tell. */
const CONFIDED = /faire du mal|suicid|se tuer|moral\b|PHQ|EPDS|déprim|santé mentale|VIH|PTME|violence/i;

const given = {
  phq1: 2,
  phq2: 2,
  phq3: 1,
  phq4: 1,
  phq5: 0,
  phq6: 1,
  phq7: 0,
  phq8: 0,
  phq9: 1,
  sh_thoughts: true,
  sh_plan: true,
  violence: 'yes',
  hiv: 'positive',
};
const alarmed = visitFindings(assessedBase('well_boy_10_weeks', given), 'fr', mami);

const openWords = (findings: ReturnType<typeof inConfidence>['open']): readonly string[] => [
  findings.headline.text,
  ...findings.reasons.map(({ text }) => text),
  ...findings.actions.flatMap(({ title, text }) => [title, text]),
  ...findings.cards.map(({ title }) => title),
  ...findings.escalation.map(({ text }) => text),
  findings.next?.text ?? '',
];

describe('what was told in confidence', () => {
  it('is not on the open part, which still says that help cannot wait', () => {
    const { open, confided } = inConfidence(alarmed);
    expect(alarmed.urgent).toBe(true);
    expect(openWords(open).filter((text) => CONFIDED.test(text))).toEqual([]);
    expect(confided?.now).toBe(true);
    expect(confided?.actions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['SUICIDE_URGENT', 'STAY_WITH_MOTHER', 'PMTCT', 'PROTECTION']),
    );
  });

  it('is the same once it was saved and read again, also from an entry that does not say what was confided', () => {
    const stored = storedFindings(alarmed);
    const { confided: _, ...older } = stored;
    expect(readFindings(stored, mami)).toEqual(alarmed);
    const { open } = inConfidence(readFindings(older, mami) ?? alarmed);
    expect(openWords(open).filter((text) => /faire du mal|PHQ/.test(text))).toEqual([]);
  });

  it('stays behind the door when a later protocol no longer has the rows that said it', () => {
    const tables = mami.tables.map((table) => ({
      ...table,
      rows: table.rows.filter(({ id }) => !/DT\.(14|16|17|31)\./.test(id)),
    }));
    const later = { ...mami, tables };
    const { open } = inConfidence(readFindings(storedFindings(alarmed), later) ?? alarmed);
    expect(openWords(open).filter((text) => CONFIDED.test(text))).toEqual([]);
  });

  it('leaves nothing out: the two parts together are the findings, at every vignette', () => {
    let withSome = 0;
    for (const assessment of assessedVignettes()) {
      const findings = visitFindings(assessment, 'fr', mami);
      const { open, confided } = inConfidence(findings);
      if (confided !== null) withSome += 1;
      for (const name of ['reasons', 'actions', 'cards', 'escalation'] as const) {
        const parts = [...open[name], ...(confided?.[name] ?? [])] as readonly unknown[];
        expect(new Set(parts)).toEqual(new Set<unknown>(findings[name]));
      }
    }
    expect(withSome).toBeGreaterThan(100);
  });

  it('hides no danger sign of the infant and no bodily danger sign of the mother', () => {
    for (const [base, signs] of [
      ['well_boy_10_weeks', { d_convulsion: true }],
      ['well_boy_10_weeks', { m_bleeding: true }],
    ] as const) {
      const findings = visitFindings(assessedBase(base, signs), 'fr', mami);
      expect(inConfidence(findings).open.reasons.some(({ table }) => table.endsWith('_danger'))).toBe(true);
    }
  });
});
