/** Shows how much is stored, how much room is left, and whether the storage is persistent. */

import type { Usage } from '@denba/device/store-report';
import { Card } from '@denba/kit/lists/card.view';
import { Meter } from '@denba/kit/progress/meter.view';
import { sayBytes } from '../shell/files/say-bytes.ts';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { KeepingPromise } from './keeping-promise.view.tsx';
import type { Kept } from './use-kept.ts';

type Props = { readonly kept: Kept | null; readonly onAsked: () => Promise<void> };

export const KeptCard = ({ kept, onAsked }: Props) => {
  const { mode, server } = useWorkspace();
  const linked = server?.state.value.kind === 'linked';
  if (kept === null) return null;
  const { usage, unsent } = kept;
  return (
    <>
      <Card title={t('safekeeping.kept')}>
        <p>
          {t('safekeeping.families', { count: usage.families })} · {t('safekeeping.entries', { count: usage.entries })}
        </p>
        <Room usage={usage} />
        {unsent === 0 || mode === 'training' ? null : (
          <p class="quiet">{t(linked ? 'safekeeping.unsent-linked' : 'safekeeping.unsent-alone', { count: unsent })}</p>
        )}
      </Card>
      <KeepingPromise persisted={usage.persisted} onAsked={onAsked} />
    </>
  );
};

const Room = ({ usage: { usageBytes, quotaBytes, room } }: { readonly usage: Usage }) => {
  if (usageBytes === null || quotaBytes === null) return <p class="quiet">{t('safekeeping.room-unknown')}</p>;
  const label = t('safekeeping.room', { used: sayBytes(usageBytes), all: sayBytes(quotaBytes) });
  return (
    <>
      <Meter
        value={usageBytes}
        max={quotaBytes}
        label={label}
        tone={room === 'enough' ? 'calm' : room === 'low' ? 'warning' : 'danger'}
      />
      {room === 'enough' ? null : <p>{t(room === 'low' ? 'safekeeping.room-low' : 'safekeeping.room-full')}</p>}
    </>
  );
};
