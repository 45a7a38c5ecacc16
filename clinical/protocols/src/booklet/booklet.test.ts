import { describe, expect, it } from 'vitest';
import { mamiFiles } from '../../../../testing/protocols/read-mami.ts';
import { mami, mamiSource } from '../../test/mami.ts';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol, withSlip } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { type Chapter, makeBooklet } from './booklet.ts';
import type { BookletRow } from './booklet-tables.ts';

const example = compileProtocol(readProtocol(exampleProtocol()).source).compiled;

const chapter = <Kind extends Chapter['kind']>(chapters: readonly Chapter[], kind: Kind) => {
  const found = chapters.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`the booklet has no chapter of ${kind}`);
  return found as Extract<Chapter, { kind: Kind }>;
};

const rowsOf = (chapters: readonly Chapter[]): readonly BookletRow[] =>
  chapters.flatMap((one) => (one.kind === 'tables' ? one.tables.flatMap(({ rows }) => rows) : []));

const mamiRow = (id: string): BookletRow => {
  const row = rowsOf(makeBooklet(mami).chapters).find((one) => one.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return row;
};

describe('a booklet', () => {
  const { title, chapters, statuses } = makeBooklet(example);

  it('begins with what it is and how much of it awaits approval', () => {
    expect(title).toEqual({ fr: 'Exemple', en: 'Example' });
    expect(statuses).toEqual({ sourced: 7, national: 0, default: 4 });
  });

  it('has a chapter for each kind of content', () => {
    expect(chapters.map(({ kind, title: { en } }) => [kind, en])).toEqual([
      ['tables', 'Care plan and follow-up'],
      ['parameters', 'Cut-offs, intervals and choices'],
      ['schedule', 'Schedule'],
      ['actions', 'Actions'],
      ['cards', 'Counselling cards'],
      ['sources', 'Sources'],
    ]);
  });

  it('tells a cut-off with its value, its limits, and where it decides', () => {
    const [first] = chapter(chapters, 'parameters').parameters;
    expect(first).toMatchObject({
      name: 'low_weight_g',
      title: { fr: 'Poids bas : sous 2500 g', en: 'Low weight: below 2500 g' },
      limits: { fr: '1000\u00a0g – 4000\u00a0g', en: '1000\u00a0g – 4000\u00a0g' },
      usedBy: ['EX.DT.01.02'],
      authority: { fr: 'source : A book that was read', en: 'source: A book that was read' },
    });
  });

  it('tells a rule in words: what it asks, what it gives, what is said', () => {
    expect(rowsOf(chapters).find(({ id }) => id === 'EX.DT.01.02')).toMatchObject({
      asks: [{ what: { fr: 'Poids', en: 'Weight' }, answer: { fr: 'moins de 2500\u00a0g', en: 'below 2500\u00a0g' } }],
      gives: [
        { what: { fr: 'Niveau', en: 'Level' }, value: { fr: 'Modéré', en: 'Moderate' }, isCode: false },
        { what: { fr: 'Carte', en: 'Card' }, value: { fr: 'Nourrir', en: 'Feeding' }, isCode: false },
      ],
      reason: {
        fr: 'Poids [Poids], sous le seuil de 2500 g.',
        en: 'Weight [Weight], below the cut-off of 2500 g.',
      },
    });
  });

  it('marks a code that has no words as a code', () => {
    const files = withSlip('forms/choices.csv', 'code_words,moderate,Modéré,Moderate\n', '');
    const booklet = makeBooklet(compileProtocol(readProtocol(files).source).compiled);
    const [given] = rowsOf(booklet.chapters).find(({ id }) => id === 'EX.DT.01.02')?.gives ?? [];
    expect(given).toMatchObject({ value: { fr: 'moderate', en: 'moderate' }, isCode: true });
  });

  it('tells the calendar, and what an action and a card say', () => {
    expect(chapter(chapters, 'schedule').contacts).toMatchObject([
      {
        id: 'EX.S.01',
        countedFrom: { fr: 'Date de la visite', en: 'Date of the visit' },
        due: { fr: '14\u00a0jours', en: '14\u00a0days' },
        before: { fr: '2\u00a0jours', en: '2\u00a0days' },
        stops: null,
        authority: { fr: 'à valider par un clinicien', en: 'awaiting approval by a clinician' },
      },
    ]);
    expect(chapter(chapters, 'actions').actions[0]?.text.fr).toBe('Référez maintenant.');
    expect(chapter(chapters, 'cards').cards[0]?.trigger.en).toBe('Low weight');
  });

  it('tells what changes since an earlier version and by an overlay', () => {
    const files = exampleProtocol();
    const [base, overlaid] = [readProtocol(files).source, readProtocol(files, ['heavy']).source];
    const later = compileProtocol(overlaid).compiled;
    const earlier = compileProtocol(readProtocol(withSlip('protocol.yaml', '1.0.0', '0.9.0')).source).compiled;
    const told = makeBooklet(later, { earlier, overlaid: { base, source: overlaid } });
    const { differences } = chapter(told.chapters, 'differences');
    expect(differences.map(({ against: { en } }) => en)).toEqual(['Since version 0.9.0', 'What the overlay changes']);
    expect(differences[1]?.changes.map(({ fr }) => fr)).toEqual([
      'Poids bas : sous 2500 → 2800 g (statut : default, à valider, source : HEARSAY)',
    ]);
    expect(told.overlays).toEqual([{ fr: 'Seuil plus haut', en: 'Higher cut-off' }]);
  });
});

describe('the booklet of the shipped protocol', () => {
  const { chapters } = makeBooklet(mami);

  it('holds every rule once', () => {
    const ids = rowsOf(chapters).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(mami.tables.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted());
  });

  it('leaves no text empty, in either language', () => {
    const empty: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const text = value as { fr?: unknown; en?: unknown };
      if ('fr' in value && 'en' in value && (text.fr === '') !== (text.en === '')) empty.push(path);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    look(chapters, '');
    expect(empty).toEqual([]);
  });

  it.each([
    ['MAMI.DT.07.02', 'Poids/âge (P/A)', 'moins de −2,00\u00a0z', 'Weight-for-age (WAZ)', 'below −2.00\u00a0z'],
    [
      'MAMI.DT.27.10',
      "La mère est : Absente ou La mère ne vit pas avec l'enfant",
      'oui',
      'The mother is: Absent or The mother does not live with the infant',
      'yes',
    ],
    ['MAMI.DT.25.01', 'Suite des soins', 'référence urgente', 'Further care', 'urgent referral'],
  ])('says %s as a clinician would', (id, whatFr, fr, whatEn, en) => {
    expect(mamiRow(id).asks).toEqual([{ what: { fr: whatFr, en: whatEn }, answer: { fr, en } }]);
  });

  it('says the conditions of the class of the pair in words, none as a formula', () => {
    const formulas = rowsOf(chapters).flatMap(({ id, asks }) =>
      asks.flatMap(({ what, answer }) =>
        /[=<>(]|\bp\./.test(answer.en) || /[=<>]|\bp\./.test(what.en) ? [`${id} ${what.en}: ${answer.en}`] : [],
      ),
    );
    expect(formulas.filter((text) => text.startsWith('MAMI.DT.22.'))).toEqual([]);
    // An expression without plain words is shown as the formula of the sheet.
    expect(formulas.length).toBeLessThan(rowsOf(chapters).length / 10);
  });

  it('says the calendar in words, days worked out', () => {
    const contact = (id: string) => chapter(chapters, 'schedule').contacts.find((one) => one.id === id);
    expect(contact('MAMI.S.07')).toMatchObject({
      after: { fr: '2\u00a0jours', en: '2\u00a0days' },
      relevant: { en: 'Thoughts of self-harm: plan the same day' },
    });
    expect(contact('MAMI.S.01')?.relevant?.fr).toBe('Suivi en cours ou proposé et A atteint six mois : non');
    expect(contact('MAMI.S.13')?.relevant?.en).toBe('Age in days: at most 1\u00a0day');
  });

  it('follows an overlay', () => {
    const overlaid = compileProtocol(readProtocol(mamiFiles(), ['muac-115']).source).compiled;
    const { parameters } = chapter(makeBooklet(overlaid).chapters, 'parameters');
    expect(parameters.find(({ name }) => name === 'muac_cut_late_mm')?.title.fr).toBe(
      "PB bas après l'âge de changement : sous 115 mm",
    );
    expect(mamiSource.overlays).toEqual([]);
  });
});
