/** The scored cases of the training centre: the list with the learner's points, and one case after another. */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { List } from '@denba/kit/lists/list.view';
import { ListRow } from '@denba/kit/lists/list-row.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { useEffect, useState } from 'preact/hooks';
import { openStore } from '../shell/app-state.ts';
import { go, home } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { contentLanguage, t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { type CaseScores, loadScores, saveScores, totalOf, withScore } from './case-scores.ts';
import { OneCase } from './one-case.view.tsx';
import type { TrainingCase } from './training-case.ts';

type Loaded = { readonly cases: readonly TrainingCase[]; readonly scores: CaseScores };

export const CasesScreen = () => {
  const { mode, session } = useWorkspace();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [notKept, setNotKept] = useState(false);
  useEffect(() => {
    if (mode !== 'training') return;
    let wanted = true;
    void Promise.all([import('virtual:denba-training-cases'), loadScores(session.sealed, session.user.id)]).then(
      ([{ trainingCases: cases }, scores]) => {
        if (wanted) setLoaded({ cases, scores });
      },
    );
    return () => {
      wanted = false;
    };
  }, [mode, session]);

  if (mode !== 'training') return <OnlyInTraining />;
  if (loaded === null) return <Screen title={t('training.title')}>{null}</Screen>;
  const { cases, scores } = loaded;
  const current = open === null ? undefined : cases[open];

  const score = async (id: string, points: number, outOf: number): Promise<void> => {
    const next = withScore(scores, id, points, outOf);
    setLoaded({ cases, scores: next });
    try {
      await saveScores(session.sealed, session.user.id, next);
      setNotKept(false);
    } catch {
      setNotKept(true);
    }
  };

  if (current !== undefined && open !== null) {
    return (
      <OneCase
        key={current.id}
        one={current}
        number={open + 1}
        total={cases.length}
        notKept={notKept}
        onScore={(points, outOf) => void score(current.id, points, outOf)}
        onNext={open + 1 < cases.length ? () => setOpen(open + 1) : null}
        onAll={() => setOpen(null)}
      />
    );
  }
  return <CaseList cases={cases} scores={scores} onOpen={setOpen} />;
};

type ListProps = Loaded & { readonly onOpen: (index: number) => void };

const CaseList = ({ cases, scores, onOpen }: ListProps) => {
  const language = contentLanguage();
  const { points, outOf, done } = totalOf(
    scores,
    cases.map(({ id }) => id),
  );
  return (
    <Screen title={t('training.title')}>
      <p>{t('training.intro')}</p>
      {done === 0 ? null : (
        <p>
          <strong>{t('training.score', { points, outOf })}</strong> ·{' '}
          {t('training.done', { count: done, total: cases.length })}
        </p>
      )}
      <List label={t('training.title')}>
        {cases.map(({ id, title }, index) => {
          const tried = scores[id];
          return (
            <ListRow
              key={id}
              leading={tried !== undefined && tried.best === tried.outOf ? <Icon name="check" /> : String(index + 1)}
              title={title[language]}
              subtitle={tried === undefined ? null : t('training.best', { points: tried.best, outOf: tried.outOf })}
              onPress={() => onOpen(index)}
            />
          );
        })}
      </List>
    </Screen>
  );
};

const OnlyInTraining = () => (
  <Screen title={t('training.title')}>
    <EmptyState
      picture={<Picture name="training" size={160} />}
      title={t('training.only-training')}
      action={
        <Button
          kind="primary"
          onPress={() => {
            go(home);
            void openStore('training');
          }}
        >
          {t('training.open-training')}
        </Button>
      }
    />
  </Screen>
);
