/** Reads codes with the camera until `onFound` returns `enough`. Unmounting stops the camera. */
import { Button } from '@denba/kit/buttons/button.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../words/language.ts';
import { createQrFinder } from './find-qr.ts';
import { pixelsOf } from './picture-pixels.ts';
import './camera.css';

type Props = {
  /** Return `more` when the code is one of several: the camera then continues. */
  readonly onFound: (text: string) => 'enough' | 'more';
  readonly onStop: () => void;
};

type Trouble = 'refused' | 'none';

/** The pause between two attempts to find a code, so that a cheap phone stays responsive. */
const LOOK_EVERY_MS = 150;

export const CodeCamera = ({ onFound, onStop }: Props) => {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const found = useRef(onFound);
  found.current = onFound;
  useEffect(() => {
    let looking = true;
    let stream: MediaStream | null = null;
    const look = async (): Promise<void> => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
        });
      } catch (error) {
        const refused = error instanceof DOMException && error.name === 'NotAllowedError';
        if (looking) setTrouble(refused ? 'refused' : 'none');
        return;
      }
      const player = video.current;
      if (!looking || player === null) {
        stop(stream);
        return;
      }
      player.srcObject = stream;
      // A page that is hidden at this moment may refuse to play, which is no error: the next look asks again.
      const play = async (): Promise<void> => player.play().catch(() => undefined);
      await play();
      const find = await createQrFinder();
      while (looking) {
        if (player.paused) await play();
        const picture = player.videoWidth > 0 ? pixelsOf(player, player.videoWidth, player.videoHeight) : null;
        const text = picture === null ? null : await find(picture, 'quick');
        if (text !== null && looking) {
          if (found.current(text) === 'enough') {
            looking = false;
            return;
          }
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    void look();
    return () => {
      looking = false;
      if (stream !== null) stop(stream);
    };
  }, []);
  if (trouble !== null) {
    return <Notice kind="warning" title={t(`camera.${trouble}`)} />;
  }
  return (
    <div class="camera">
      <div class="camera__frame">
        <video ref={video} muted playsInline aria-label={t('camera.looking')} />
      </div>
      <p role="status">{t('camera.looking')}</p>
      <Button full icon="stop" onPress={onStop}>
        {t('camera.stop')}
      </Button>
    </div>
  );
};

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};
