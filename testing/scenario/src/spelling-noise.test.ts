/**
 * Whether a family that is registered a second time is offered as a possible duplicate. The names, the noise and the
 * weights are all ours, so the figures compare one version with another; they do not say what a real register would
 * show.
 */
import { localDate } from '@denba/quantities/local-date';
import { createFamilyIndex, type FamilyIndex } from '@denba/records/find-family/family-index';
import type { FamilyCandidate, FamilyNames } from '@denba/records/find-family/family-names';
import { type NameRules, westAfricanNames } from '@denba/records/find-family/name-keys';
import { possibleDuplicates } from '@denba/records/find-family/possible-duplicates';
import { search } from '@denba/records/find-family/search';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { asCoWife, districtFamilies, simulateFamilies } from './simulate-families.ts';
import { HELD_OUT_KINDS, NOISE_KINDS, type NoiseKind, registeredAgain } from './spelling-noise.ts';

const today = localDate('2026-11-26');
const settings = districtFamilies(today);
const neighbours = simulateFamilies('neighbours', 9600, settings);
const strangers = simulateFamilies('strangers', 400, { ...settings, unfamiliarShare: 1 });
const everybody = [...neighbours, ...strangers];
const index = createFamilyIndex(everybody);
const withoutSound: NameRules = { ...westAfricanNames, sound: (letters) => letters, variantOf: () => null };

const OF_EACH_KIND = 130;
const LIMIT = 5;

type Again = { readonly first: FamilyNames; readonly again: FamilyCandidate };
type Figures = { readonly offered: number; readonly atTop: number; readonly others: number; readonly asked: number };

const registrations = (families: readonly FamilyNames[], kind: NoiseKind, seed: string = kind): readonly Again[] =>
  Array.from({ length: OF_EACH_KIND }, (_, number) => {
    const random = createRandom(`${seed}/${number}`);
    const first = families[random.whole(families.length)];
    if (first === undefined) throw new RangeError('no family');
    return { first, again: registeredAgain(random, first, kind) };
  });

const measure = (some: readonly Again[], among: FamilyIndex = index): Figures => {
  const places = some.map(({ first, again }) => {
    const offers = possibleDuplicates(among, again, LIMIT).map(({ family }) => family);
    return { at: offers.indexOf(first.family), shown: offers.length };
  });
  const offered = places.filter(({ at }) => at >= 0).length;
  const shown = places.reduce((sum, place) => sum + place.shown, 0);
  return { offered, atTop: places.filter(({ at }) => at === 0).length, others: shown - offered, asked: some.length };
};

const lines: string[] = [];
const note = (what: string, { offered, atTop, others, asked }: Figures): void => {
  const share = (count: number): string => `${((100 * count) / asked).toFixed(1)} %`.padStart(8);
  lines.push(`  ${what.padEnd(34)}${share(offered)}${share(atTop)}${(others / asked).toFixed(2).padStart(8)}`);
};
afterAll(() => {
  const head = `  ${''.padEnd(34)}${'offered'.padStart(8)}${'first'.padStart(8)}${'others'.padStart(8)}`;
  console.info([`Second registrations among ${everybody.length} families:`, head, ...lines].join('\n'));
});

/** Lower limits for kinds of noise that leave little to recognise a family by. */
const atLeast: Partial<Record<NoiseKind, number>> = {
  sparse: 0.9,
  several: 0.95,
  handwriting: 0.9,
  handwritingAndMore: 0.8,
};

describe('a family that is registered a second time', () => {
  const measured: Figures[] = [];

  it.each(NOISE_KINDS)('is offered when the second time has noise of the kind « %s »', (kind) => {
    const figures = measure(registrations(everybody, kind));
    measured.push(figures);
    note(kind, figures);
    expect(figures.offered / figures.asked).toBeGreaterThanOrEqual(atLeast[kind] ?? 0.97);
  });

  it('is offered in at least 97 of 100 of more than 2,000 second registrations of all kinds', () => {
    const sum = (of: (figures: Figures) => number): number => measured.reduce((total, one) => total + of(one), 0);
    const all = {
      offered: sum((f) => f.offered),
      atTop: sum((f) => f.atTop),
      others: sum((f) => f.others),
      asked: sum((f) => f.asked),
    };
    note('all of these', all);
    expect(all.asked).toBeGreaterThanOrEqual(2000);
    expect(all.offered / all.asked).toBeGreaterThanOrEqual(0.97);
  });

  it.each(HELD_OUT_KINDS)('is offered when every word was misread, which nothing was tuned on (« %s »)', (kind) => {
    const figures = measure(registrations(everybody, kind));
    note(`held out: ${kind}`, figures);
    expect(figures.offered / figures.asked).toBeGreaterThanOrEqual(atLeast[kind] ?? 0.97);
  });

  it('is offered when her name is of no table, spelt otherwise', () => {
    const figures = measure(registrations(strangers, 'spelling', 'strangers'));
    note('held out: names of no table', figures);
    expect(figures.offered / figures.asked).toBeGreaterThanOrEqual(0.97);
  });

  it('is missed much more often without the keys of sound: the figures above can fall', () => {
    const deaf = createFamilyIndex(everybody, withoutSound);
    for (const kind of ['spelling', 'sparse'] as const) {
      const some = registrations(everybody, kind);
      const [hearing, not] = [measure(some), measure(some, deaf)];
      note(`${kind}, without keys of sound`, not);
      expect(not.offered).toBeLessThan(hearing.offered);
      if (kind === 'sparse') expect(not.offered / not.asked).toBeLessThan(0.75);
    }
  });
});

describe('a family that is new', () => {
  const unknown = simulateFamilies('unknown', 200, settings);

  it('mostly finds an empty list', () => {
    const shown = unknown.map(({ family: _id, ...candidate }) => possibleDuplicates(index, candidate, LIMIT).length);
    note('new families', {
      offered: 0,
      atTop: 0,
      others: shown.reduce((sum, each) => sum + each, 0),
      asked: shown.length,
    });
    expect(shown.filter((each) => each === 0).length / shown.length).toBeGreaterThanOrEqual(0.75);
  });

  it('is seldom taken for her co-wife’s, who has the same husband, telephone and village', () => {
    const shown = unknown.slice(0, 100).map((woman, number) => {
      const known = neighbours[number * 31];
      if (known === undefined) throw new RangeError('no family');
      const { family: _id, ...candidate } = asCoWife(woman, known);
      return possibleDuplicates(index, candidate, LIMIT).length;
    });
    note('new co-wives of known families', {
      offered: 0,
      atTop: 0,
      others: shown.reduce((sum, each) => sum + each, 0),
      asked: shown.length,
    });
    expect(shown.reduce((sum, each) => sum + each, 0) / shown.length).toBeLessThan(1);
  });
});

describe('a search for name and village, as heard', () => {
  it('lists the family among the first twenty', () => {
    const kinds = ['accents', 'spelling', 'swapped', 'shortForm', 'typo', 'village'] as const;
    const found = kinds.flatMap((kind) =>
      registrations(everybody, kind, `search/${kind}`)
        .slice(0, 30)
        .map(({ first, again }) =>
          search(index, `${again.motherName} ${again.village}`, { today, limit: 20 }).hits.some(
            ({ family }) => family === first.family,
          ),
        ),
    );
    expect(found.filter((is) => is).length / found.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('simulated families', () => {
  it('are the same for the same seed, and a longer list begins with the shorter one', () => {
    expect(simulateFamilies('x', 30, settings).slice(0, 20)).toEqual(simulateFamilies('x', 20, settings));
    expect(simulateFamilies('x', 20, settings)).not.toEqual(simulateFamilies('y', 20, settings));
  });

  it('share names as a register does: the commonest mother is one of dozens', () => {
    const bearers = new Map<string, number>();
    for (const { motherName } of neighbours) bearers.set(motherName ?? '', (bearers.get(motherName ?? '') ?? 0) + 1);
    expect(Math.max(...bearers.values())).toBeGreaterThan(40);
  });

  it('change as the kind of noise says, and otherwise only forget', () => {
    for (const kind of NOISE_KINDS) {
      const changed = registrations(neighbours, kind, `change/${kind}`).filter(
        ({ first, again }) => again.motherName !== first.motherName,
      );
      const renames = ['accents', 'spelling', 'swapped', 'shortForm', 'particle', 'typo', 'sparse', 'several'].includes(
        kind,
      );
      expect(changed.length > OF_EACH_KIND / 3, kind).toBe(renames);
    }
  });
});
