/**
 * Without network: writes the unsent entries into an encrypted file. They stay unsent until the server acknowledges.
 */
import type { Link } from '@denba/device/sync/link';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useState } from 'preact/hooks';
import { OfferFile } from '../shell/carrying/offer-file.view.tsx';
import { phoneName } from '../shell/carrying/phone-name.ts';
import { useCourierFile } from '../shell/carrying/use-courier-file.ts';
import { sayTrouble } from '../shell/exchange/say-trouble.ts';
import type { ServerLink } from '../shell/exchange/server-link.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Step =
  | { readonly kind: 'asked'; readonly problem: string | null }
  | { readonly kind: 'making' }
  | { readonly kind: 'made'; readonly file: File };

export const SendFileCard = ({ server, link }: { readonly server: ServerLink; readonly link: Link }) => {
  const { rows, session } = useWorkspace();
  const fileOf = useCourierFile();
  const [step, setStep] = useState<Step>({ kind: 'asked', problem: null });
  // The number of unsent entries changes with every save.
  void rows.value;
  if (server.unsent() === 0 && step.kind !== 'made') return null;

  const make = async (): Promise<void> => {
    setStep({ kind: 'making' });
    try {
      const written = await server.courier.write(link);
      if (written.ok) return setStep({ kind: 'made', file: fileOf(written.value.text) });
      const { error } = written;
      const problem =
        error.kind === 'damagedLog' ? sayTrouble(error) : error.kind === 'noKey' ? t('server.file-noKey') : null;
      setStep({ kind: 'asked', problem });
    } catch (error) {
      setStep({
        kind: 'asked',
        problem: t('server.file-failed', { name: error instanceof Error ? error.name : 'Error' }),
      });
    }
  };

  return (
    <Card title={t('server.file')}>
      {step.kind === 'made' ? (
        <OfferFile
          file={step.file}
          text={t('server.file-waits', { phone: phoneName(session.deviceId) })}
          onClose={() => setStep({ kind: 'asked', problem: null })}
        />
      ) : (
        <>
          <p>{t('server.file-text')}</p>
          {step.kind === 'asked' && step.problem !== null ? <Notice kind="warning" title={step.problem} /> : null}
          <Button full icon="upload" busy={step.kind === 'making'} onPress={() => void make()}>
            {t('server.file-make')}
          </Button>
        </>
      )}
    </Card>
  );
};
