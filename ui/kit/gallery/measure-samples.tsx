/** Samples of the PIN pad, counting, timing and QR codes. */
import { useState } from 'preact/hooks';
import { PinPad } from '../src/fields/pin-pad.view.tsx';
import { QrCode } from '../src/qr/qr-code.view.tsx';
import { StopWatch } from '../src/timers/stop-watch.view.tsx';
import { TapCounter } from '../src/timers/tap-counter.view.tsx';

const nothing = (): void => {};
const now = (): number => performance.now();

const Pin = () => {
  const [pin, setPin] = useState('12');
  return (
    <PinPad
      length={6}
      value={pin}
      onChange={setPin}
      onComplete={() => setPin('')}
      labels={{ pad: 'Votre code', erase: 'Effacer', entered: `${pin.length} chiffres sur 6` }}
    />
  );
};

const Tap = () => (
  <TapCounter
    now={now}
    onDone={nothing}
    labels={{
      start: 'Touchez pour commencer',
      tap: 'Touchez à chaque respiration',
      done: 'Terminé',
      undo: 'Annuler le dernier',
      restart: 'Recommencer',
      remaining: (seconds) => `${seconds} s`,
      result: (count) => `${count} respirations en 60 secondes`,
    }}
  />
);

const Watch = () => (
  <StopWatch
    now={now}
    onStop={nothing}
    labels={{
      title: 'Durée de la tétée',
      start: 'Début de la tétée',
      stop: 'Fin de la tétée',
      restart: 'Recommencer',
      elapsed: (seconds) => `${Math.floor(seconds / 60)} minutes ${seconds % 60} secondes`,
    }}
  />
);

const Qr = () => <QrCode text="DENBA1:exemple de fiche de référence, sans donnée réelle" label="Fiche de référence" />;

export const measureSamples = { pin: Pin, tap: Tap, watch: Watch, qr: Qr } as const;
