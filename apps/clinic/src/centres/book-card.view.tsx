/** The phones of other centres that are known here, since when, and whether their check word was compared. */
import { forgetCentre, type KnownCentre } from '@denba/device/centres/known-centres';
import { Button } from '@denba/kit/buttons/button.view';
import { IconButton } from '@denba/kit/buttons/icon-button.view';
import { Card } from '@denba/kit/lists/card.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { sayPhone } from './code-news.view.tsx';

type Props = { readonly book: readonly KnownCentre[]; readonly onBook: () => Promise<void> };

export const BookCard = ({ book, onBook }: Props) => {
  const { session } = useWorkspace();
  const [asked, setAsked] = useState<KnownCentre | null>(null);
  if (book.length === 0) return null;
  const forget = async (known: KnownCentre): Promise<void> => {
    await forgetCentre(session.sealed, known.code.device);
    setAsked(null);
    await onBook();
  };
  return (
    <Card title={t('centres.book')}>
      <List label={t('centres.book')}>
        {book.map((known) => (
          <ListRow
            key={known.code.device}
            title={sayPhone(known.code)}
            subtitle={sayKnown(known)}
            trailing={
              <IconButton
                icon="close"
                label={t('centres.forget', { phone: sayPhone(known.code) })}
                onPress={() => setAsked(known)}
              />
            }
          />
        ))}
      </List>
      {asked === null ? null : (
        <Notice
          kind="warning"
          title={t('centres.forget-sure', { phone: sayPhone(asked.code) })}
          actions={
            <>
              <Button kind="danger" onPress={() => void forget(asked)}>
                {t('centres.forget-yes')}
              </Button>
              <Button onPress={() => setAsked(null)}>{t('centres.forget-no')}</Button>
            </>
          }
        />
      )}
    </Card>
  );
};

export const sayKnown = ({ since, compared }: KnownCentre): string =>
  t(compared ? 'centres.known-compared' : 'centres.known-not-compared', { day: sayDay(since) });
