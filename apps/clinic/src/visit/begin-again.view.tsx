/** A half-filled visit whose protocol is no longer on this phone: said plainly, and begun again only when she wants it. */
import { Button } from '@denba/kit/button.view';
import { EmptyState } from '@denba/kit/empty-state.view';
import { t } from '../shell/language.ts';
import type { VisitForm } from '../shell/route.ts';
import { Screen } from '../shell/screen.view.tsx';

type Props = { readonly form: VisitForm; readonly onBegin: () => void };

export const BeginAgain = ({ form, onBegin }: Props) => (
  <Screen title={t(`visit.title.${form}`)} task>
    <EmptyState icon="warning" title={t('visit.protocol-gone')} text={t('visit.protocol-gone-text')} />
    <Button kind="primary" full onPress={onBegin}>
      {t('visit.begin-again')}
    </Button>
  </Screen>
);
