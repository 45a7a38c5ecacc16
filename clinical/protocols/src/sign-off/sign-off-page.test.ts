import { describe, expect, it } from 'vitest';
import { compileProtocol } from '../compile/compile-protocol.ts';
import { exampleProtocol, withSlip } from '../example/example-protocol.ts';
import { readProtocol } from '../read/read-protocol.ts';
import { signOffPage } from './sign-off-page.ts';

const page = (files = exampleProtocol(), language: 'fr' | 'en' = 'fr') =>
  signOffPage(compileProtocol(readProtocol(files).source).compiled, language);

describe('the page to sign', () => {
  it('lists a default number with its value, limits, and where it decides', () => {
    expect(page()).toContain(
      '| `revisit_days` | Revoir dans … jours | 14\u00a0jours | 1 – 60 | à valider | HEARSAY | next_visit_days, EX.S.01 |  | ☐ |  |',
    );
  });

  it('leaves out what was read in its source', () => {
    expect(page()).not.toContain('low_weight_g`');
  });

  it('doubts what is called sourced but rests on secondary sources', () => {
    const text = page(withSlip('protocol.yaml', 'read: yes', 'read: secondary'));
    expect(text).toContain('| `low_weight_g` | Poids bas : sous … g | 2500\u00a0g | 1000 – 4000 | source secondaire |');
  });

  it('lists rules by table, cards and contacts, and leaves room to sign, in both languages', () => {
    expect(page()).toContain('## Règles : Conclusion (1)');
    expect(page()).toContain('| `EX.DT.02.03` | Il manque une réponse. | à valider | BOOK | ☐ |  |');
    expect(page()).toContain('| `CC01` | Nourrir |');
    expect(page(exampleProtocol(), 'en')).toContain('| `EX.S.01` | See again | awaiting approval | HEARSAY | ☐ |  |');
    expect(page(exampleProtocol(), 'en')).toContain('Signature: ___');
  });
});
