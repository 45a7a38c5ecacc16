/** Shown when the family does not consent: in respectful words, and with only the refusal kept. */
import { Button } from '@denba/kit/buttons/button.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { t } from '../shell/words/language.ts';

type Props = { readonly saving: boolean; readonly onNote: () => void; readonly onChanged: () => void };

export const ConsentRefused = ({ saving, onNote, onChanged }: Props) => (
  <section class="registration__refused" aria-labelledby="refused-title">
    <Picture name="family" size={120} />
    <h2 id="refused-title">{t('registration.refused')}</h2>
    <p>{t('registration.refused-text')}</p>
    <p class="quiet">{t('registration.refused-kept')}</p>
    <Button kind="primary" full busy={saving} onPress={onNote}>
      {t('registration.note-refusal')}
    </Button>
    <Button kind="secondary" full onPress={onChanged}>
      {t('registration.changed-mind')}
    </Button>
  </section>
);
