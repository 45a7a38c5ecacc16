import { describe, expect, it } from 'vitest';
import { createAssessor } from '../assess/create-assessor.ts';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { explain, headline } from './explain.ts';

const { compiled } = compileProtocol(readProtocol(exampleProtocol()).source);
const { assess } = createAssessor(compiled);
const well = { sex: 'F', birth_date: '2026-01-30', visit_date: '2026-03-01', weight_g: 3000, oedema: 'none' };

describe('an explanation', () => {
  it('tells class, reasons, plan and protocol in French', () => {
    expect(explain(assess({ ...well, weight_g: 2400 }), 'fr', compiled)).toBe(
      [
        '■ Risque modéré',
        '',
        'Pourquoi',
        '- Poids 2400\u00a0g, sous le seuil de 2500 g.',
        '  EX.DT.01.02 · Poids : 2400\u00a0g ; Poids bas : 2500\u00a0g · source : A book that was read',
        '- Un constat.',
        '  EX.DT.02.02 · Niveau : Modéré · source : A book that was read',
        '',
        'À faire',
        '- Cartes de conseil : CC01 Nourrir',
        '- Prochain rendez-vous dans 14\u00a0jours.',
        '',
        'Protocole : Exemple 1.0.0.',
      ].join('\n'),
    );
  });

  it('names what is missing, apart from what was not looked for, and what to do about it', () => {
    const text = explain(assess({ ...well, weight_g: null, oedema: 'not_assessed' }), 'en', compiled);
    expect(text).toContain('- Weight: not recorded\n- Oedema: not looked for\n  Look for these, record them');
  });

  it('uses the own words of a protocol that names its essential items', () => {
    const files = exampleProtocol({
      'derived.csv': `${exampleProtocol().get('derived.csv')}missing_core,list,,,,,core.item,default,BOOK,Manque,Missing\n`,
      'tables.csv': `${exampleProtocol().get('tables.csv')}EX.DT.03,core,dt-03-core.csv,C,sourced,BOOK,Essentiel,Essential\n`,
      'outputs.csv': `${exampleProtocol().get('outputs.csv')}core,item,code,oedema weight,,Point,Item\n`,
      'tables/dt-03-core.csv':
        'id,when: oedema,when: weight_g,then: item,reason::fr,reason::en,source,status\n' +
        'EX.DT.03.01,null,,oedema,Pressez les deux pieds.,Press both feet.,BOOK,sourced\n' +
        "EX.DT.03.02,,null,weight,Pesez l'enfant.,Weigh the infant.,BOOK,sourced\n",
    });
    const protocol = compileProtocol(readProtocol(files).source).compiled;
    const assessment = createAssessor(protocol).assess({ ...well, weight_g: null, oedema: 'not_assessed' });
    expect(explain(assessment, 'fr', protocol)).toContain(
      "- Pressez les deux pieds. (non recherché)\n- Pesez l'enfant. (non renseigné)\n  Recherchez ces points",
    );
  });

  it('never gives a rule that awaits approval to its source', () => {
    const text = explain(assess({ ...well, oedema: null }), 'en', compiled);
    expect(text).toMatch(/EX\.DT\.02\.03 .* awaiting approval by a clinician/);
    expect(text).not.toMatch(/EX\.DT\.02\.03 .* source/);
  });

  it('tells refused values with what to do', () => {
    const text = explain(assess({ ...well, weight_g: 33_000 }), 'fr', compiled);
    expect(text).toContain("Valeurs refusées\n- Poids : 33000\u00a0g n'est pas possible");
  });

  it('lists actions by their words', () => {
    expect(explain(assess({ ...well, oedema: 'present' }), 'fr', compiled)).toContain(
      '- Référer : Référez maintenant.',
    );
  });
});

describe('the headline', () => {
  const said = (values: Readonly<Record<string, string | boolean>>) => {
    const whole = { ...assess(well).toJSON(), values };
    return [headline(whole, 'fr'), headline(whole, 'en')];
  };

  it('gives a class alone when the danger signs are answered', () => {
    expect(said({ pair_class: 'low', danger_signs_answered: true })).toEqual(['● Risque faible', '● Low risk']);
  });

  it('says "at least" while a danger sign is unanswered', () => {
    expect(said({ pair_class: 'moderate', danger_signs_answered: false })).toEqual([
      '■ Incomplet – au moins modéré',
      '■ Incomplete – at least moderate',
    ]);
  });

  it('never says low while a danger sign is unanswered', () => {
    expect(said({ pair_class: 'low', danger_signs_answered: false })).toEqual(['○ Incomplet', '○ Incomplete']);
  });

  it('says high at once: one true sign is enough', () => {
    expect(said({ pair_class: 'high', danger_signs_answered: false })).toEqual(['▲ Risque élevé', '▲ High risk']);
  });

  it('says that other items are missing', () => {
    expect(said({ pair_class: 'moderate', danger_signs_answered: true, pair_incomplete: true })[0]).toBe(
      '■ Risque modéré, évaluation incomplète',
    );
  });

  it('owns that there is no class', () => {
    expect(said({ danger_signs_answered: true })).toEqual(['? Pas de classe', '? No class']);
  });
});
