/** Takes in a courier file of another phone and shows the result. */
import type { Taken } from '@denba/device/courier/carriage';
import { Button } from '@denba/kit/buttons/button.view';
import { Notice, type NoticeKind } from '@denba/kit/notices/notice.view';
import { MOST_BYTES } from '@denba/sync/wire';
import { useRef, useState } from 'preact/hooks';
import type { Courier } from '../exchange/courier.ts';
import { t } from '../words/language.ts';
import { TakePictures } from './take-pictures.view.tsx';

type Said = { readonly kind: NoticeKind; readonly title: string };

type Props = {
  readonly courier: Courier;
  /** Families that arrived are listed on this very screen. */
  readonly listsArrived?: boolean;
  readonly onTaken: () => void;
};

export const TakeFile = ({ courier, listsArrived = false, onTaken }: Props) => {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [camera, setCamera] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const take = async (given: File | string): Promise<void> => {
    setBusy(true);
    setCamera(false);
    setSaid(await takeFile(courier, given, listsArrived));
    setBusy(false);
    onTaken();
  };

  return (
    <>
      {said === null ? null : <Notice {...said} />}
      <Button full icon="download" busy={busy} onPress={() => chooser.current?.click()}>
        {t('server.carry-take')}
      </Button>
      {camera ? (
        <TakePictures onText={(text) => void take(text)} onStop={() => setCamera(false)} />
      ) : (
        <Button
          full
          icon="camera"
          onPress={() => {
            setSaid(null);
            setCamera(true);
          }}
        >
          {t('server.pictures-take')}
        </Button>
      )}
      <input
        ref={chooser}
        class="k-unseen"
        type="file"
        // Any file may be chosen, because a messenger may have renamed it; one that is no courier file gets a message.
        accept=".txt,text/plain,*/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
    </>
  );
};

/** `given` is a file or its text. */
const takeFile = async (courier: Courier, given: File | string, listsArrived: boolean): Promise<Said> => {
  try {
    // A file that is too large is not read at all.
    if (typeof given !== 'string' && given.size > MOST_BYTES)
      return { kind: 'warning', title: t('server.carry-tooLarge') };
    const taken = await courier.take(typeof given === 'string' ? given : await given.text());
    return taken.ok
      ? sayTaken(taken.value, listsArrived)
      : { kind: 'warning', title: t(`server.carry-${taken.error.kind}`) };
  } catch (error) {
    const name = error instanceof Error ? error.name : 'Error';
    return { kind: 'warning', title: t('server.carry-failed', { name }) };
  }
};

const sayTaken = (
  { taken, known, arrived, familiesTo }: Taken & { readonly arrived: number },
  listsArrived: boolean,
): Said => {
  if (arrived > 0) {
    const key = listsArrived ? 'server.carry-arrived-here' : 'server.carry-arrived';
    return { kind: 'success', title: t(key, { count: arrived }) };
  }
  const onlyFamilies = familiesTo.length >= taken + known;
  if (taken > 0) {
    return {
      kind: 'success',
      title: t(onlyFamilies ? 'server.carry-taken-family' : 'server.carry-taken', { count: taken }),
    };
  }
  return { kind: 'info', title: t(known > 0 ? 'server.carry-known' : 'server.carry-own') };
};
