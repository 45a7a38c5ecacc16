/** The unsent entries of a phone that was reported lost: how many there are, and the one file with them. */
import type { CourierFile, CourierFileProblem } from '@denba/device/courier/write-courier-file';
import type { Link } from '@denba/device/sync/link';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { courierFile } from '../carrying/courier-file.ts';
import { OfferFile } from '../carrying/offer-file.view.tsx';
import { phoneName } from '../carrying/phone-name.ts';
import type { ServerLink } from '../exchange/server-link.ts';
import { t } from '../words/language.ts';
import type { Workspace } from '../workspace.ts';

export const UnsentFile = ({ workspace }: { readonly workspace: Workspace }) => {
  const { server } = workspace;
  const now = server?.state.value;
  if (server === null || now === undefined) return null;
  if (now.kind === 'reading') return <ProgressBar value={null} label={t('shell.unsent-counting')} />;
  const link = now.kind === 'linked' ? now.link : null;
  return (
    <Card title={t('shell.unsent')}>
      {server.unsent() === 0 ? (
        <Notice kind="success" title={t('shell.unsent-none')} />
      ) : link === null ? (
        <Notice kind="warning" title={t('shell.unsent-noKey')} />
      ) : (
        <MakeFile workspace={workspace} server={server} link={link} />
      )}
    </Card>
  );
};

type Step =
  | { readonly kind: 'asked'; readonly problem: string | null }
  | { readonly kind: 'making'; readonly share: number | null }
  | { readonly kind: 'made'; readonly file: File; readonly made: CourierFile };

type Props = { readonly workspace: Workspace; readonly server: ServerLink; readonly link: Link };

const MakeFile = ({ workspace, server, link }: Props) => {
  const [step, setStep] = useState<Step>({ kind: 'asked', problem: null });
  const make = async (): Promise<void> => {
    setStep({ kind: 'making', share: null });
    try {
      const written = await server.courier.writeLast(link, (done, total) =>
        setStep({ kind: 'making', share: done / total }),
      );
      if (!written.ok) return setStep({ kind: 'asked', problem: sayProblem(written.error) });
      setStep({ kind: 'made', file: courierFile(workspace, written.value.text), made: written.value });
    } catch (error) {
      const name = error instanceof Error ? error.name : 'Error';
      setStep({ kind: 'asked', problem: t('server.file-failed', { name }) });
    }
  };
  switch (step.kind) {
    case 'asked':
      return (
        <>
          <p>{t('shell.unsent-count', { count: server.unsent() })}</p>
          <p>{t('shell.unsent-text')}</p>
          {step.problem === null ? null : <Notice kind="warning" title={step.problem} />}
          <Button kind="primary" full icon="upload" onPress={() => void make()}>
            {t('shell.unsent-make')}
          </Button>
        </>
      );
    case 'making':
      return <ProgressBar value={step.share} label={t('shell.unsent-making')} />;
    case 'made':
      return (
        <>
          <p>{t('shell.unsent-made', { count: step.made.entries })}</p>
          {step.made.unreadable === 0 ? null : (
            <Notice kind="warning" title={t('shell.unsent-unreadable', { count: step.made.unreadable })} />
          )}
          <OfferFile
            file={step.file}
            text={t('shell.unsent-then', { phone: phoneName(workspace.session.deviceId) })}
            onClose={() => setStep({ kind: 'asked', problem: null })}
          />
        </>
      );
  }
};

const sayProblem = ({ kind }: CourierFileProblem): string => {
  switch (kind) {
    case 'noKey':
      return t('shell.unsent-noKey');
    case 'nothingWaits':
      return t('shell.unsent-none');
    case 'damagedLog':
      return t('shell.unsent-damaged');
  }
};
