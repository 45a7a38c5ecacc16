/** Samples of buttons, badges, lists and notices. */
import { useState } from 'preact/hooks';
import { Button } from '../src/buttons/button.view.tsx';
import { IconButton } from '../src/buttons/icon-button.view.tsx';
import { Icon } from '../src/icons/icon.view.tsx';
import { type IconName, iconPaths } from '../src/icons/icon-paths.ts';
import { Card } from '../src/lists/card.view.tsx';
import { Checklist } from '../src/lists/checklist.view.tsx';
import { Disclosure } from '../src/lists/disclosure.view.tsx';
import { List } from '../src/lists/list.view.tsx';
import { ListRow } from '../src/lists/list-row.view.tsx';
import { Table } from '../src/lists/table.view.tsx';
import { ClassBadge } from '../src/notices/class-badge.view.tsx';
import { EmptyState } from '../src/notices/empty-state.view.tsx';
import { Notice } from '../src/notices/notice.view.tsx';

const nothing = (): void => {};

const Buttons = () => (
  <>
    <div class="gallery__row">
      <Button kind="primary" onPress={nothing}>
        Enregistrer
      </Button>
      <Button kind="secondary" icon="edit" onPress={nothing}>
        Corriger
      </Button>
      <Button kind="quiet" onPress={nothing}>
        Plus tard
      </Button>
      <Button kind="danger" icon="hospital" onPress={nothing}>
        Référer maintenant
      </Button>
      <Button kind="primary" busy onPress={nothing}>
        Enregistrement…
      </Button>
      <Button disabled onPress={nothing}>
        Fusionner
      </Button>
    </div>
    <Button kind="primary" full icon="plus" onPress={nothing}>
      Inscrire une nouvelle famille
    </Button>
    <div class="gallery__row">
      <IconButton icon="search" label="Chercher" onPress={nothing} />
      <IconButton icon="print" label="Imprimer" onPress={nothing} />
      <IconButton icon="sun" label="Plein soleil" pressed onPress={nothing} />
    </div>
  </>
);

const Icons = () => (
  <div class="gallery__icons">
    {Object.keys(iconPaths).map((name) => (
      <span key={name}>
        <Icon name={name as IconName} />
        {name}
      </span>
    ))}
  </div>
);

const Classes = () => (
  <>
    <div class="gallery__row">
      <ClassBadge code="high" shape="▲" word="Risque élevé" />
      <ClassBadge code="indepth" shape="◆" word="Évaluation approfondie" />
      <ClassBadge code="moderate" shape="■" word="Risque modéré" />
      <ClassBadge code="low" shape="●" word="Risque faible" />
      <ClassBadge code="incomplete" shape="○" word="Incomplet" />
      <ClassBadge code="review" shape="★" word="Bilan des six mois" />
      <ClassBadge code="incomplete" floor="moderate" shape="○" word="Incomplet – au moins modéré" />
    </div>
    <ClassBadge size="large" code="high" shape="▲" word="Risque élevé" />
    <ClassBadge size="large" code="moderate" shape="■" word="Risque modéré" />
    <ClassBadge size="large" code="low" shape="●" word="Risque faible" />
    <ClassBadge size="large" code="incomplete" shape="○" word="Incomplet" />
    <ClassBadge size="large" code="incomplete" floor="moderate" shape="○" word="Incomplet – au moins modéré" />
    <ClassBadge
      size="large"
      code="incomplete"
      floor="indepth"
      shape="○"
      word="Incomplet – au moins évaluation approfondie"
    />
  </>
);

const Lists = () => (
  <List label="Attendues aujourd'hui">
    <ListRow
      title="Awa Coulibaly"
      subtitle="Bébé Moussa, 9 semaines · Kolokani"
      leading={<Icon name="baby" />}
      trailing="en retard de 6 jours"
      badges={<ClassBadge code="moderate" shape="■" word="Risque modéré" />}
      onPress={nothing}
    />
    <ListRow
      title="Fɛnta Keïta-Diabaté née Traoré"
      subtitle="Jumelles Hawa et Adama, 3 semaines · Ɲamina, près du marché"
      leading={<Icon name="baby" />}
      trailing="aujourd'hui"
      badges={
        <>
          <ClassBadge code="high" shape="▲" word="Risque élevé" />
          <ClassBadge code="incomplete" floor="moderate" shape="○" word="Incomplet – au moins modéré" />
        </>
      }
      onPress={nothing}
    />
    <ListRow title="Rokia Dembélé" subtitle="Sans rendez-vous" leading="R" />
  </List>
);

const Notices = () => (
  <>
    <Notice kind="info" title="Ces seuils attendent la signature d'un clinicien.">
      <p>Ils sont marqués « à valider ».</p>
    </Notice>
    <Notice
      kind="warning"
      title="La mémoire du téléphone est presque pleine."
      actions={
        <Button kind="secondary" onPress={nothing}>
          Voir la place
        </Button>
      }
    />
    <Notice kind="danger" title="Une partie du dossier ne s'ouvre pas." />
    <Notice kind="success" title="Visite enregistrée sur ce téléphone." />
  </>
);

const Cards = () => (
  <Card
    title="Pourquoi"
    aside={<ClassBadge code="moderate" shape="■" word="Risque modéré" />}
    actions={
      <Button kind="secondary" icon="chart" onPress={nothing}>
        Voir la courbe
      </Button>
    }
  >
    <p>P/A −3,14 z, sous le seuil de −2,00 z.</p>
    <Disclosure summary="D'où vient cette règle ?">
      <p>MAMI.DT.07.02 · source : Negesse et al. 2025.</p>
    </Disclosure>
    <Disclosure summary="PB 106 mm à 63 jours, sous le seuil de 110 mm." open>
      <p>MAMI.DT.07.04 · à valider par un clinicien.</p>
    </Disclosure>
  </Card>
);

const Checklists = () => {
  const [done, setDone] = useState<readonly string[]>(['feed']);
  const item = (id: string, label: string, detail?: string) => ({ id, label, detail, done: done.includes(id) });
  return (
    <Card title="À faire">
      <Checklist
        label="À faire"
        items={[
          item('feed', 'Observer une tétée', 'Du début à la fin, sans montrer le chronomètre.'),
          item('advice', 'Téter plus souvent', 'Au moins 8 tétées en 24 heures, jour et nuit.'),
          item('next', 'Fixer le prochain rendez-vous'),
        ]}
        onToggle={(id, ticked) => setDone(ticked ? [...done, id] : done.filter((other) => other !== id))}
      />
    </Card>
  );
};

const EmptyStates = () => (
  <EmptyState
    icon="calendar"
    title="Personne n'est attendu aujourd'hui"
    text="Cherchez une famille par son nom, ou inscrivez une nouvelle famille."
    action={
      <Button kind="primary" icon="plus" onPress={nothing}>
        Inscrire une famille
      </Button>
    }
  />
);

const head = ['Date', 'Âge', 'Poids (kg)', 'P/A (z)'];
const rows = [
  { id: 'a', cells: ['3 sept. 2026', '1 semaine', '2,45', '−1,92'] },
  { id: 'b', cells: ['17 sept. 2026', '3 semaines', '2,68', '−2,31'] },
];

const Tables = () => (
  <>
    <Table caption="Pesées" head={head} rows={rows} numeric={[2, 3]} />
    <Table caption="Pesées, colonnes gardées" head={head} rows={rows} numeric={[2, 3]} narrow="scroll" />
  </>
);

export const partSamples = {
  button: Buttons,
  icon: Icons,
  'class-badge': Classes,
  list: Lists,
  notice: Notices,
  card: Cards,
  checklist: Checklists,
  'empty-state': EmptyStates,
  table: Tables,
} as const;
