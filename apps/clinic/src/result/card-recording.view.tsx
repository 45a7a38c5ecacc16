/**
 * The centre's own recording of a card: listen, record in the mother's language, delete. It stays sealed on this phone.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type Recording, startRecording } from './recording.ts';

export const CardRecording = ({ card }: { readonly card: string }) => {
  const { session } = useWorkspace();
  const key = `card ${card}`;
  const [address, setAddress] = useState<string | null>(null);
  const [recording, setRecording] = useState<Recording | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [erasing, setErasing] = useState(false);
  const shown = useRef<string | null>(null);
  const running = useRef<Recording | null>(null);
  const gone = useRef(false);

  const show = (blob: Blob | null): void => {
    if (shown.current !== null) URL.revokeObjectURL(shown.current);
    shown.current = blob === null ? null : URL.createObjectURL(blob);
    setAddress(shown.current);
  };
  // Read once per card; its object URL is revoked afterwards.
  useEffect(() => {
    void session.media.get(key).then(show);
    return () => {
      if (shown.current !== null) URL.revokeObjectURL(shown.current);
      shown.current = null;
    };
  }, [session, key]);

  // Recording stops when the worker leaves the card or the phone locks.
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      running.current?.drop();
      running.current = null;
    };
  }, []);

  const begin = async (): Promise<void> => {
    const started = await startRecording();
    if (started.ok && gone.current) return started.value.drop();
    setProblem(started.ok ? null : t(`card.microphone-${started.error.kind}`));
    if (!started.ok) return;
    running.current = started.value;
    setRecording(started.value);
  };
  const finish = async (): Promise<void> => {
    if (recording === null) return;
    running.current = null;
    const blob = await recording.stop();
    setRecording(null);
    try {
      await session.media.put(key, blob);
      show(blob);
    } catch {
      setProblem(t('card.recording-not-kept'));
    }
  };
  const erase = async (): Promise<void> => {
    await session.media.remove(key);
    setErasing(false);
    show(null);
  };

  return (
    <>
      {problem === null ? null : <Notice kind="warning" title={problem} />}
      {address === null ? null : (
        // biome-ignore lint/a11y/useMediaCaption: the words of the card stand above.
        <audio class="advice__audio" controls src={address} aria-label={t('card.listen')} />
      )}
      {recording === null ? (
        <Button full kind={address === null ? 'secondary' : 'quiet'} icon="mic" onPress={() => void begin()}>
          {t(address === null ? 'card.record' : 'card.record-again')}
        </Button>
      ) : (
        <Button full kind="danger" icon="stop" onPress={() => void finish()}>
          {t('card.recording')}
        </Button>
      )}
      {address === null || recording !== null ? null : erasing ? (
        <Notice kind="warning" title={t('card.erase-ask')}>
          <div class="rows">
            <Button full onPress={() => setErasing(false)}>
              {t('card.erase-not')}
            </Button>
            <Button full kind="danger" icon="trash" onPress={() => void erase()}>
              {t('card.erase-yes')}
            </Button>
          </div>
        </Notice>
      ) : (
        <Button full kind="quiet" icon="trash" onPress={() => setErasing(true)}>
          {t('card.erase')}
        </Button>
      )}
    </>
  );
};
