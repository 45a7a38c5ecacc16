/** Shows what cannot be read and what to do about it, with a button to check the whole store before it is needed. */

import type { StoreProblem } from '@denba/device/store-report';
import { Button } from '@denba/kit/buttons/button.view';
import { Card } from '@denba/kit/lists/card.view';
import { Notice } from '@denba/kit/notices/notice.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { useState } from 'preact/hooks';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';

type Checking = { readonly kind: 'no' } | { readonly kind: 'now'; readonly share: number } | { readonly kind: 'done' };

export const DamageCard = () => {
  const { session } = useWorkspace();
  const [checking, setChecking] = useState<Checking>({ kind: 'no' });
  const problems = session.problems();
  const check = async (): Promise<void> => {
    setChecking({ kind: 'now', share: 0 });
    const found = await session.check((done, total) =>
      setChecking({ kind: 'now', share: total > 0 ? done / total : 1 }),
    );
    await session.audit.add('store-checked', { problems: found.length });
    setChecking({ kind: 'done' });
  };
  return (
    <Card title={t('safekeeping.state')}>
      {problems.length === 0 ? (
        <Notice kind="success" title={t(checking.kind === 'done' ? 'safekeeping.all-read' : 'safekeeping.no-damage')} />
      ) : (
        problems.map((problem) => (
          <Notice key={problem.place} kind="danger" title={damageTitle(problem)}>
            <p>{t(`safekeeping.cure-${problem.kind}`)}</p>
            <p class="quiet">{t('safekeeping.place', { place: problem.place })}</p>
          </Notice>
        ))
      )}
      {checking.kind === 'now' ? (
        <ProgressBar value={checking.share} label={t('safekeeping.checking')} />
      ) : (
        <Button kind="secondary" full icon="search" onPress={() => void check()}>
          {t('safekeeping.check')}
        </Button>
      )}
    </Card>
  );
};

const damageTitle = ({ kind, entries, families }: StoreProblem): string => {
  switch (kind) {
    case 'entriesDamaged':
      return entries === null
        ? t('safekeeping.damaged-entries-unknown')
        : t('safekeeping.damaged-entries', { count: entries });
    case 'valueDamaged':
      return t('safekeeping.damaged-value');
    case 'rowNotMade':
      return t('safekeeping.damaged-row', { count: Math.max(1, families.length) });
  }
};
