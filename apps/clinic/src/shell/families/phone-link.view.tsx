/** A telephone number that is called with one tap. */
import { Icon } from '@denba/kit/icons/icon.view';
import { t } from '../words/language.ts';
import './phone-link.css';

export const PhoneLink = ({ number, whose }: { readonly number: string; readonly whose: string }) => (
  <a
    class="phone-link"
    href={`tel:${number.replace(/[^+\d]/g, '')}`}
    aria-label={t('say.call', { name: whose, number })}
  >
    <Icon name="phone" />
    <span dir="ltr">{number}</span>
  </a>
);
