/**
 * « Montrer mon code »: shows this phone's code as a QR code and a small file, with the check word to compare aloud.
 */
import type { OwnCode } from '@denba/device/centres/own-code';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { QrCode } from '@denba/kit/qr/qr-code.view';
import { useState } from 'preact/hooks';
import { COURIER_TYPE } from '../shell/carrying/courier-file-name.ts';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { HandOverFile } from '../shell/files/hand-over-file.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { CheckWord } from './check-word.view.tsx';
import { sayPhone } from './code-news.view.tsx';
import { readOwnCode } from './read-own-code.ts';

export const MyCodeCard = () => {
  const workspace = useWorkspace();
  const [own, setOwn] = useState<OwnCode | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    try {
      setOwn(await readOwnCode(workspace));
      await workspace.session.audit.add('centre-code-shown');
    } catch (error) {
      setFailed(error instanceof Error ? error.name : 'Error');
    }
    setBusy(false);
  };
  return (
    <Card title={t('centres.mine')}>
      {failed === null ? null : <Notice kind="warning" title={t('centres.mine-failed', { name: failed })} />}
      {own === null ? (
        <>
          <p>{t('centres.mine-text')}</p>
          <Button full icon="qr" busy={busy} onPress={() => void show()}>
            {t('centres.mine-show')}
          </Button>
        </>
      ) : (
        <>
          <p>{sayPhone(own.code)}</p>
          <QrCode text={own.text} label={t('centres.mine-label')} size="100%" />
          <CheckWord code={own.code} />
          <p class="quiet">{t('centres.mine-compare')}</p>
          <HandOverFile
            file={new File([own.text], `denba-code-${phoneName(own.code.device)}.txt`, { type: COURIER_TYPE })}
            text={t('centres.mine-file')}
            onClose={() => setOwn(null)}
          />
        </>
      )}
    </Card>
  );
};
