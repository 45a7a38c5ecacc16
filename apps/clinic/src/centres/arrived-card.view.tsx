/** Families that other centres sent, by file or QR codes. They are opened one by one and received on confirmation. */
import type { KnownCentre } from '@denba/device/centres/known-centres';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { useEffect, useState } from 'preact/hooks';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { TakeFile } from '../shell/carrying/take-file.view.tsx';
import type { Courier } from '../shell/exchange/courier.ts';
import { sayBytes } from '../shell/files/say-bytes.ts';
import { dayOfMs } from '../shell/phone/clock.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { ArrivedFamilyView } from './arrived-family.view.tsx';

type Props = {
  readonly courier: Courier;
  readonly book: readonly KnownCentre[];
  readonly onBook: () => Promise<void>;
};

export const ArrivedCard = ({ courier, book, onBook }: Props) => {
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => void courier.look(), [courier]);
  const arrived = courier.arrived.value;
  const end = async (id: string): Promise<void> => {
    setOpened(null);
    await courier.letGo(id);
  };
  if (opened !== null && arrived.some(({ id }) => id === opened)) {
    return (
      <Card title={t('centres.arrived-one')}>
        <ArrivedFamilyView
          key={opened}
          read={() => courier.read(opened)}
          book={book}
          onBook={onBook}
          onEnd={() => end(opened)}
          onReceived={async (family) => {
            await end(opened);
            go({ name: 'family', family, saved: true });
          }}
          onLater={() => setOpened(null)}
        />
      </Card>
    );
  }
  return (
    <Card title={t('centres.arrived')}>
      {arrived.length === 0 ? (
        <p>{t('centres.arrived-none')}</p>
      ) : (
        <List label={t('centres.arrived')}>
          {arrived.map(({ id, from, bytes, takenAtMs }) => (
            <ListRow
              key={id}
              title={t('centres.arrived-from', { phone: phoneName(from) })}
              subtitle={t('centres.arrived-when', { size: sayBytes(bytes), day: sayDay(dayOfMs(takenAtMs)) })}
              onPress={() => setOpened(id)}
            />
          ))}
        </List>
      )}
      <TakeFile courier={courier} listsArrived onTaken={() => undefined} />
      {courier.carried.value.length === 0 ? null : (
        <Button kind="quiet" full icon="share" onPress={() => go({ name: 'server' })}>
          {t('centres.see-carried', { count: courier.carried.value.length })}
        </Button>
      )}
    </Card>
  );
};
