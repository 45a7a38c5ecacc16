/** A small table of the last weights with their z-scores, and the other measurements of the last visit. */
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { t } from '../../shell/words/language.ts';
import { sayDay } from '../../shell/words/say.ts';
import type { NoteFacts } from './note-facts.ts';
import { sayDecimal, sayGrams, sayOedema, sayZ } from './note-words.ts';

const MOST_WEIGHTS = 3;

export const NoteMeasures = ({
  note,
  protocol,
}: {
  readonly note: NoteFacts;
  readonly protocol: Pick<CompiledProtocol, 'choices'>;
}) => {
  const { lengthCm, wlz, muacMm, oedema } = note.measures;
  const nothing = note.weighings.length === 0 && lengthCm === null && muacMm === null;
  // A referral states that nothing was measured; for a note from hospital the table is left out.
  if (nothing && note.kind !== 'referral') return null;
  const others = [
    lengthCm === null ? null : t('referral.length', { value: sayDecimal(lengthCm) }),
    wlz === null ? null : t('referral.wlz', { value: sayZ(wlz) }),
    muacMm === null ? null : t('referral.muac', { value: String(muacMm) }),
    t('referral.oedema', { value: sayOedema(oedema, protocol) ?? t('referral.not-assessed') }),
  ].filter((part) => part !== null);
  return (
    <section class="note-paper__measures">
      <h3>{t('referral.measures')}</h3>
      {note.weighings.length === 0 ? (
        <p>{t('referral.not-weighed')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('referral.day')}</th>
              <th scope="col">{t('referral.weight')}</th>
              <th scope="col">{t('referral.waz')}</th>
            </tr>
          </thead>
          <tbody>
            {note.weighings.slice(0, MOST_WEIGHTS).map(({ on, weightG, waz }) => (
              <tr key={on}>
                <th scope="row">{sayDay(on)}</th>
                <td>{sayGrams(weightG)}</td>
                <td>{sayZ(waz)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{others.join(' · ')}</p>
    </section>
  );
};
