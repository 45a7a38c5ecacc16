import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mamiFiles } from '../../../../../testing/protocols/read-mami.ts';
import { mami, mamiSource } from '../../../test/mami.ts';
import { anyDraft, anyDraftOfGrowth } from '../../../test/random-drafts.ts';
import { simulatedAssessments } from '../../../test/simulated-assessments.ts';
import { createAssessor } from '../../assess/create-assessor.ts';
import type { Inputs } from '../../assess/read-inputs.ts';
import { valueAt } from '../../assess/trace.ts';
import { compileProtocol } from '../../compile/compile-protocol.ts';
import type { CompiledProtocol } from '../../compile/compiled-protocol.ts';
import { readProtocol } from '../../read/read-protocol.ts';
import { givenInputs } from '../../vignettes/given-inputs.ts';
import { applyDraft } from '../draft/draft.ts';
import type { DraftChange } from '../draft/draft-change.ts';
import { columnsOf } from './assessment-columns.ts';
import { concluded, prepareBaseline, usualConclusions } from './baseline.ts';
import { finished, type Replay, replay } from './replay.ts';

const vignettes = mamiSource.vignettes.flatMap((vignette, at) => {
  const made = givenInputs(vignette, mamiSource.bases);
  return made.kind === 'given'
    ? [{ inputs: made.given, month: `2026-0${1 + (at % 3)}`, place: `cscom-${at % 4}` }]
    : [];
});
const assessments = [...vignettes, ...simulatedAssessments('replay', 30)];
const columns = columnsOf(assessments);
const conclusions = [
  ...usualConclusions,
  'actions',
  'cards',
  'enrol_reasons',
  'outcome',
  'screen_result',
  'facts_yielded',
];
const baseline = finished(prepareBaseline(mami, columns, conclusions));

const drafted = (...changes: readonly DraftChange[]): CompiledProtocol => {
  const head = { id: 'draft', title: { fr: 'Brouillon', en: 'Draft' }, note: { fr: '', en: '' } };
  const { source, problems } = applyDraft(mamiSource, { ...head, changes });
  expect(problems).toEqual([]);
  return compileProtocol(source).compiled;
};

/** The conclusion of an assessment by the draft, according to the replay. */
const replayed = ({ changes }: Replay): ((name: string, index: number) => unknown) => {
  const changed = new Map(
    Object.entries(changes).map(([name, { index, to }]) => [
      name,
      new Map(Array.from(index, (at, position) => [at, to(position)])),
    ]),
  );
  return (name, index) => {
    const own = changed.get(name);
    return own?.has(index) ? own.get(index) : concluded(baseline, name, index);
  };
};

const wholly = (protocol: CompiledProtocol): ((inputs: Inputs) => readonly unknown[]) => {
  const { assess } = createAssessor(protocol);
  return (inputs) => {
    const { values } = assess(inputs);
    return conclusions.map((name) => valueAt(values, name));
  };
};

/**
 * The assessments for which the replay differs from a complete assessment: checks every fifth one, and the first that
 * change.
 */
const differences = (
  draft: CompiledProtocol,
  outcome: Replay = finished(replay(baseline, draft)),
): readonly unknown[] => {
  const [fast, whole] = [replayed(outcome), wholly(draft)];
  const changed = new Set(Object.values(outcome.changes).flatMap(({ index }) => [...index.subarray(0, 12)]));
  return assessments.flatMap(({ inputs }, index) => {
    if (index % 5 !== 0 && !changed.has(index)) return [];
    const [by, told] = [whole(inputs), conclusions.map((name) => fast(name, index))];
    return JSON.stringify(by) === JSON.stringify(told) ? [] : [{ index, by, told }];
  });
};

describe('the base', () => {
  it('concludes of every assessment what a whole assessment concludes', () => {
    const whole = wholly(mami);
    const wrong = assessments.filter(
      ({ inputs }, index) =>
        JSON.stringify(whole(inputs)) !== JSON.stringify(conclusions.map((name) => concluded(baseline, name, index))),
    );
    expect(wrong).toEqual([]);
    expect(assessments.length).toBeGreaterThan(700);
  });

  it('counts each assessment once, by month and place', () => {
    for (const name of conclusions) {
      expect(baseline.totals[name]?.reduce((sum, { count }) => sum + count, 0)).toBe(assessments.length);
    }
  });
});

describe('a draft', () => {
  // DENBA_DRAFTS=300 tries 300 drafts.
  const drafts = Number(process.env['DENBA_DRAFTS'] ?? 10);

  it.each([
    { what: 'whatever it changes', any: anyDraft },
    { what: 'however it judges growth', any: anyDraftOfGrowth },
  ])(
    'concludes of every assessment what a whole assessment by the draft concludes, $what',
    {
      timeout: 10_000 + drafts * 10_000,
    },
    ({ any }) => {
      const changing = new Set<string>();
      fc.assert(
        fc.property(any, (draft) => {
          const { compiled } = compileProtocol(applyDraft(mamiSource, draft).source);
          const outcome = finished(replay(baseline, compiled));
          expect(differences(compiled, outcome)).toEqual([]);
          if (Object.values(outcome.changes).some(({ index }) => index.length > 0)) changing.add(JSON.stringify(draft));
        }),
        { numRuns: drafts, ...(drafts > 10 ? {} : { seed: 20260301 }) },
      );
      // Enough drafts must change something: drafts that change nothing would prove nothing.
      expect(changing.size).toBeGreaterThanOrEqual(drafts / 3);
    },
  );

  it.each(['ml', 'muac-115', 'who2023'])('may be an overlay that lies in the folder: %s', (overlay) => {
    const { compiled } = compileProtocol(readProtocol(mamiFiles(), [overlay]).source);
    expect(differences(compiled)).toEqual([]);
  });

  it('asks only what lies downstream of what differs', () => {
    const { differing, asked } = finished(
      replay(baseline, drafted({ kind: 'parameter', name: 'muac_cut_late_mm', value: 115 })),
    );
    expect(differing).toEqual(['muac_cut_mm']);
    expect(asked).toContain('pair_class');
    expect(asked).not.toContain('waz');
    expect(asked).not.toContain('growth');
  });

  it('that changes words alone asks nothing', () => {
    const { asked } = finished(
      replay(baseline, drafted({ kind: 'cell', row: 'MAMI.DT.07.02', column: 'reason::fr', text: 'Petit poids.' })),
    );
    expect(asked).toEqual([]);
  });

  it('may read what the base did not: a table, an entry of a judgement, an element', () => {
    const draft = drafted({
      kind: 'cell',
      row: 'MAMI.DT.07.03',
      column: 'when: wlz',
      text: '< p.wlz_cut and hcz < -2 and growth.interval_days > 3 and cadre != "x"',
    });
    expect(differences(draft)).toEqual([]);
  });

  it('may refuse an answer that the base took', () => {
    const elements = mami.elements.map((element) =>
      element.name === 'weight_g' ? { ...element, hard: { min: 2600, max: 9000 } } : element,
    );
    expect(differences({ ...mami, elements })).toEqual([]);
    expect(finished(replay(baseline, { ...mami, elements })).changes['pair_class']?.index.length).toBeGreaterThan(0);
  });

  it('may lose a value that the base computed', () => {
    expect(
      differences({
        ...mami,
        derived: mami.derived.filter(({ name }) => name !== 'waz_band' && name !== 'muac_cut_mm'),
      }),
    ).toEqual([]);
  });

  it('tells its moves by month and place, as many as there are changes', () => {
    const { changes } = finished(replay(baseline, drafted({ kind: 'parameter', name: 'waz_cut', value: -1 })));
    const { moves, index } = changes['pair_class'] ?? { moves: [], index: [] };
    expect(index.length).toBeGreaterThan(0);
    expect(moves.reduce((sum, { count }) => sum + count, 0)).toBe(index.length);
    expect(moves.every(({ from, to }) => from !== to)).toBe(true);
  });
});

describe('progress', () => {
  it('is told after each slice, and whoever stops asking has cancelled', () => {
    const many = columnsOf([
      ...assessments,
      ...assessments,
      ...assessments,
      ...assessments,
      ...assessments,
      ...assessments,
    ]);
    const running = prepareBaseline(mami, many);
    const first = running.next();
    expect(first.done).toBe(false);
    expect(first.value).toEqual({ done: 4096, of: many.count });
  });
});
