/** Shown when a half-filled visit's protocol is no longer on this phone. The visit is started again only on request. */
import { Button } from '@denba/kit/buttons/button.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import type { VisitForm } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';

type Props = { readonly form: VisitForm; readonly onBegin: () => void };

export const BeginAgain = ({ form, onBegin }: Props) => (
  <Screen title={t(`visit.title.${form}`)} task>
    <EmptyState icon="warning" title={t('visit.protocol-gone')} text={t('visit.protocol-gone-text')} />
    <Button kind="primary" full onPress={onBegin}>
      {t('visit.begin-again')}
    </Button>
  </Screen>
);
