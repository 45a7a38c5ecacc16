/**
 * Shown before questions for the mother alone: asks for privacy, and states her right to decline. None of the questions
 * is on the screen before.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import type { ComponentChildren } from 'preact';
import { t } from '../shell/words/language.ts';

type Props = {
  /** The worker is alone with the mother, and the mother agreed. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onSkip: () => void;
  readonly children: ComponentChildren;
};

export const PrivateGate = ({ open, onOpen, onSkip, children }: Props) => {
  if (open) return <>{children}</>;
  return (
    <section class="private">
      <Picture name="mother-mood" size={120} />
      <h2 id="section-title" tabIndex={-1}>
        {t('visit.private-title')}
      </h2>
      <p>{t('visit.private-text')}</p>
      <Button kind="primary" full onPress={onOpen}>
        {t('visit.private-begin')}
      </Button>
      <Button kind="secondary" full onPress={onSkip}>
        {t('visit.private-later')}
      </Button>
    </section>
  );
};
