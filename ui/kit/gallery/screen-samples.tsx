/** Samples that combine components into screens, as a midwife sees them. */
import { localDate } from '@denba/quantities/local-date';
import { useState } from 'preact/hooks';
import { Button } from '../src/buttons/button.view.tsx';
import { IconButton } from '../src/buttons/icon-button.view.tsx';
import { YesNo } from '../src/choices/yes-no.view.tsx';
import { readNumberEntry } from '../src/fields/number-entry.ts';
import { NumberField } from '../src/fields/number-field.view.tsx';
import { SearchField } from '../src/fields/search-field.view.tsx';
import { BottomNav } from '../src/frames/bottom-nav.view.tsx';
import { TopBar } from '../src/frames/top-bar.view.tsx';
import { MiniGrowthChart } from '../src/growth-chart/mini-growth-chart.view.tsx';
import { Icon } from '../src/icons/icon.view.tsx';
import { Card } from '../src/lists/card.view.tsx';
import { Checklist } from '../src/lists/checklist.view.tsx';
import { Disclosure } from '../src/lists/disclosure.view.tsx';
import { List } from '../src/lists/list.view.tsx';
import { ListRow } from '../src/lists/list-row.view.tsx';
import { formatDay } from '../src/messages/format-day.ts';
import { ClassBadge } from '../src/notices/class-badge.view.tsx';
import { Steps } from '../src/progress/steps.view.tsx';

const nothing = (): void => {};

const Today = () => (
  <div class="gallery__screen">
    <TopBar
      title="Aujourd'hui"
      subtitle={formatDay(localDate('2026-11-26'), 'fr', 'long')}
      backLabel="Retour"
      actions={<IconButton icon="lock" label="Verrouiller" onPress={nothing} />}
    />
    <div class="gallery__page">
      <SearchField
        label="Chercher"
        placeholder="Nom, téléphone, village"
        clearLabel="Effacer"
        value=""
        onInput={nothing}
      />
      <h2>Attendues aujourd'hui · 2</h2>
      <List>
        <ListRow
          title="Awa Coulibaly"
          subtitle="Moussa, 9 semaines · Kolokani"
          leading={<Icon name="baby" />}
          badges={<ClassBadge code="moderate" shape="■" word="Risque modéré" />}
          onPress={nothing}
        />
        <ListRow
          title="Kadiatou Sow"
          subtitle="Aminata, 5 mois · Banamba"
          leading={<Icon name="baby" />}
          badges={<ClassBadge code="low" shape="●" word="Risque faible" />}
          onPress={nothing}
        />
      </List>
      <h2>En retard · 1</h2>
      <List>
        <ListRow
          title="Fɛnta Keïta"
          subtitle="Hawa et Adama, 3 semaines · Ɲamina"
          leading={<Icon name="baby" />}
          trailing="6 jours de retard"
          badges={<ClassBadge code="high" shape="▲" word="Risque élevé" />}
          onPress={nothing}
        />
      </List>
      <Button kind="primary" full icon="plus" onPress={nothing}>
        Inscrire une famille
      </Button>
    </div>
    <BottomNav
      label="Lieux de l’exemple"
      items={[
        { id: 'today', label: "Aujourd'hui", icon: 'home', current: true, onPress: nothing },
        { id: 'search', label: 'Familles', icon: 'family', current: false, onPress: nothing },
        { id: 'register', label: 'Registre', icon: 'list', current: false, onPress: nothing },
        { id: 'more', label: 'Plus', icon: 'more', current: false, onPress: nothing, badge: 3 },
      ]}
    />
  </div>
);

const earlier = [
  { id: '0', x: 0, y: 2.4, label: '', kind: 'plain' },
  { id: '14', x: 14, y: 2.6, label: '', kind: 'plain' },
  { id: '42', x: 42, y: 3.3, label: '', kind: 'plain' },
] as const;

const Measuring = () => {
  const [weight, setWeight] = useState('3,42');
  const [oedema, setOedema] = useState<boolean | null>(false);
  const kg = readNumberEntry(weight);
  return (
    <div class="gallery__screen">
      <TopBar title="Visite de suivi" subtitle="Moussa, 9 semaines" onBack={nothing} backLabel="Retour" />
      <div class="gallery__page">
        <Steps current={2} total={5} label="2 sur 5 · Mesures" />
        <Card>
          <NumberField
            label="Poids"
            unit="kg"
            decimals={2}
            value={weight}
            onInput={setWeight}
            earlier="3,30 kg le 5 nov."
          />
          <MiniGrowthChart
            chart="weight-for-age"
            sex="M"
            label="Poids pour l’âge"
            points={kg === null ? earlier : [...earlier, { id: 'now', x: 63, y: kg, label: '', kind: 'now' }]}
          />
        </Card>
        <YesNo label="Œdèmes des deux pieds ?" value={oedema} onChange={setOedema} labels={{ yes: 'Oui', no: 'Non' }} />
        <ClassBadge code="incomplete" floor="moderate" shape="○" word="Incomplet – au moins modéré" />
        <Button kind="primary" full onPress={nothing}>
          Continuer
        </Button>
      </div>
    </div>
  );
};

const Result = () => (
  <div class="gallery__screen">
    <TopBar title="Résultat" subtitle="Awa et Moussa, 26 novembre" onBack={nothing} backLabel="Retour" />
    <div class="gallery__page">
      <ClassBadge size="large" code="moderate" shape="■" word="Risque modéré" />
      <Card title="Pourquoi">
        <Disclosure summary="Le poids pour l'âge est à −2,3 z : sous −2.">
          <p>MAMI.DT.07.02</p>
        </Disclosure>
        <Disclosure summary="Le gain depuis la dernière visite est de 6 g par jour : trop peu.">
          <p>À valider par un clinicien.</p>
        </Disclosure>
      </Card>
      <Card title="À faire maintenant">
        <Checklist
          label="À faire"
          items={[
            { id: 'a', label: 'Observer une tétée entière', done: true },
            {
              id: 'b',
              label: 'Téter plus souvent',
              detail: 'Au moins 8 fois en 24 heures, jour et nuit.',
              done: false,
            },
          ]}
          onToggle={nothing}
        />
      </Card>
      <Card title="Prochaine visite" aside={<Icon name="calendar" />}>
        <p>{formatDay(localDate('2026-12-03'), 'fr', 'long')}, dans 7 jours</p>
      </Card>
      <Button kind="primary" full icon="check" onPress={nothing}>
        Enregistrer la visite
      </Button>
    </div>
  </div>
);

export const screenSamples = { 'screen-today': Today, 'screen-measuring': Measuring, 'screen-result': Result } as const;
