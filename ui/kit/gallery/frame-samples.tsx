/** Samples of what surrounds a page: bars, tabs, progress, sheets, the danger frame. */
import { useState } from 'preact/hooks';
import { Button } from '../src/buttons/button.view.tsx';
import { IconButton } from '../src/buttons/icon-button.view.tsx';
import { YesNo } from '../src/choices/yes-no.view.tsx';
import { BottomNav, type NavItem } from '../src/frames/bottom-nav.view.tsx';
import { Sheet } from '../src/frames/sheet.view.tsx';
import { Tabs } from '../src/frames/tabs.view.tsx';
import { TopBar } from '../src/frames/top-bar.view.tsx';
import { DangerFrame } from '../src/notices/danger-frame.view.tsx';
import { Meter } from '../src/progress/meter.view.tsx';
import { ProgressBar } from '../src/progress/progress-bar.view.tsx';
import { Steps } from '../src/progress/steps.view.tsx';

const nothing = (): void => {};

const places: readonly Omit<NavItem, 'current' | 'onPress'>[] = [
  { id: 'today', label: "Aujourd'hui", icon: 'home', badge: 7 },
  { id: 'search', label: 'Chercher', icon: 'search' },
  { id: 'register', label: 'Registre', icon: 'list' },
  { id: 'month', label: 'Mon mois', icon: 'chart' },
  { id: 'more', label: 'Plus', icon: 'more' },
];

const Bars = () => {
  const [here, setHere] = useState('today');
  return (
    <div class="gallery__screen">
      <TopBar
        title="Awa Coulibaly"
        subtitle="Moussa, 9 semaines · 3 visites"
        onBack={nothing}
        backLabel="Retour"
        banner="Entraînement – familles inventées"
        actions={<IconButton icon="phone" label="Appeler" onPress={nothing} />}
      />
      <div class="gallery__page">
        <Steps current={2} total={6} label="Section 2 sur 6 : alimentation" />
      </div>
      <BottomNav
        label="Lieux"
        items={places.map((place) => ({ ...place, current: place.id === here, onPress: () => setHere(place.id) }))}
      />
    </div>
  );
};

const TabPanels = () => {
  const [current, setCurrent] = useState('weight');
  return (
    <Tabs
      label="Courbes"
      items={[
        { id: 'weight', label: 'Poids' },
        { id: 'length', label: 'Taille' },
        { id: 'muac', label: 'PB' },
      ]}
      current={current}
      onSelect={setCurrent}
    >
      <p>Courbe : {current}</p>
    </Tabs>
  );
};

const Progress = () => (
  <>
    <ProgressBar value={0.4} label="Ouverture : 40 %" />
    <ProgressBar value={null} label="Lecture des tables…" />
    <Meter value={120} max={500} label="120 Mo sur 500 Mo" />
    <Meter value={470} max={500} label="470 Mo sur 500 Mo : presque plein" tone="danger" />
  </>
);

const Sheets = () => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="secondary" onPress={() => setOpen(true)}>
        Ouvrir la feuille
      </Button>
      <Sheet
        open={open}
        label="Changer la date proposée"
        closeLabel="Fermer"
        onClose={() => setOpen(false)}
        actions={
          <Button kind="primary" onPress={() => setOpen(false)}>
            Garder
          </Button>
        }
      >
        <p>Dites pourquoi : le motif est gardé avec la nouvelle date.</p>
      </Sheet>
    </>
  );
};

const Danger = () => {
  const [fits, setFits] = useState<boolean | 'unknown' | null>(true);
  return (
    <DangerFrame
      active={fits === true}
      title="Signe de danger : convulsions"
      text={<p>Référez en urgence. Gardez l'enfant au chaud, peau à peau.</p>}
      actions={
        <Button kind="danger" icon="hospital" onPress={nothing}>
          Référer maintenant
        </Button>
      }
    >
      <YesNo
        label="L'enfant a-t-il eu des convulsions ?"
        value={fits}
        onChange={setFits}
        labels={{ yes: 'Oui', no: 'Non' }}
        extra={[{ value: 'unknown', label: 'Je ne sais pas' }]}
        onClear={() => setFits(null)}
        clearLabel="Effacer la réponse"
      />
    </DangerFrame>
  );
};

export const frameSamples = {
  bars: Bars,
  tabs: TabPanels,
  progress: Progress,
  sheet: Sheets,
  danger: Danger,
} as const;
