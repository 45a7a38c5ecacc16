/** One answer as it reads now; a tap opens its question. The earlier answer stays visible. */
import { Icon } from '@denba/kit/icons/icon.view';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../shell/words/language.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  /** The earlier value; null while unchanged. */
  readonly before: string | null;
  readonly children: ComponentChildren;
};

export const CorrectLine = ({ label, value, before, children }: Props) => {
  const [open, setOpen] = useState(false);
  const was = before === null ? null : <span class="correct__was">{t('family.correct.was', { value: before })}</span>;
  if (open) {
    return (
      <div class="correct__open">
        {children}
        {was}
      </div>
    );
  }
  return (
    <button type="button" class="correct__line" onClick={() => setOpen(true)}>
      <span class="correct__text">
        <span class="correct__label">{label}</span>
        <span class="correct__value">{value}</span>
        {was}
      </span>
      <Icon name="edit" size={1.2} />
    </button>
  );
};
