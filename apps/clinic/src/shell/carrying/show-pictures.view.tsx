/** Shows a small file as a series of QR codes for the camera of another phone, without cable, network or messenger. */
import { Button } from '@denba/kit/buttons/button.view';
import { QrCode } from '@denba/kit/qr/qr-code.view';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words/language.ts';

type Props = {
  readonly frames: readonly string[];
  /** Where the other phone reads them. */
  readonly text: string;
  readonly onStop: () => void;
};

/** Fewer than three changes per second: flashes harm nobody, and a slow camera sees each picture. */
const EACH_MS = 400;

export const ShowPictures = ({ frames, text, onStop }: Props) => {
  const [number, setNumber] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNumber((before) => (before + 1) % frames.length), EACH_MS);
    return () => clearInterval(timer);
  }, [frames]);
  return (
    <div class="pictures">
      <p>{text}</p>
      <QrCode text={frames[number] ?? ''} label={t('server.pictures-label')} />
      <p class="pictures__number">{t('server.pictures-number', { number: number + 1, count: frames.length })}</p>
      <Button full icon="stop" onPress={onStop}>
        {t('server.pictures-stop')}
      </Button>
    </div>
  );
};
