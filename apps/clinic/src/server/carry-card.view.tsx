/** Takes in files of other phones and carries them to the server, or passes them on to another phone. */
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useEffect, useState } from 'preact/hooks';
import { OfferFile } from '../shell/carrying/offer-file.view.tsx';
import { TakeFile } from '../shell/carrying/take-file.view.tsx';
import { useCourierFile } from '../shell/carrying/use-courier-file.ts';
import type { Courier } from '../shell/exchange/courier.ts';
import type { ServerLink } from '../shell/exchange/server-link.ts';
import { go } from '../shell/route.ts';
import { t } from '../shell/words/language.ts';
import { CarriedList } from './carried-list.view.tsx';

export const CarryCard = ({ server }: { readonly server: ServerLink }) => {
  const { courier } = server;
  const fileOf = useCourierFile();
  const [file, setFile] = useState<File | null>(null);
  useEffect(() => void courier.look(), [courier]);
  const carried = courier.carried.value;
  return (
    <Card title={t('server.carry')}>
      <p>{t('server.carry-text')}</p>
      <HandedOver courier={courier} />
      {courier.arrived.value.length === 0 ? null : (
        <Button full icon="family" onPress={() => go({ name: 'centres' })}>
          {t('server.carry-see-arrived', { count: courier.arrived.value.length })}
        </Button>
      )}
      <TakeFile courier={courier} onTaken={() => void server.meetNow()} />
      {carried.length === 0 ? null : <CarriedList carried={carried} onLetGo={(id) => void courier.letGo(id)} />}
      {file !== null ? (
        <OfferFile file={file} text={t('server.carry-pass-text')} onClose={() => setFile(null)} />
      ) : carried.length === 0 ? null : (
        <Button full icon="share" onPress={async () => setFile(fileOf(await courier.passOn()))}>
          {t('server.carry-pass-on')}
        </Button>
      )}
    </Card>
  );
};

const HandedOver = ({ courier }: { readonly courier: Courier }) => {
  const { received, unreadable } = courier.handedOver.value;
  return (
    <>
      {received === 0 ? null : <Notice kind="success" title={t('server.carry-handed', { count: received })} />}
      {unreadable === 0 ? null : <Notice kind="warning" title={t('server.carry-unreadable', { count: unreadable })} />}
    </>
  );
};
