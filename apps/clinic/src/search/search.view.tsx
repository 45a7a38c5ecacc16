/**
 * Finds a family by whatever the worker remembers: the sound of a name, some digits, the village, the card, the number in
 * the register.
 */
import { Button } from '@denba/kit/buttons/button.view';
import { SearchField } from '@denba/kit/fields/search-field.view';
import { List } from '@denba/kit/lists/list.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { ProgressBar } from '@denba/kit/progress/progress-bar.view';
import { search } from '@denba/records/find-family/search';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { familyFinder } from '../shell/families/family-finder.ts';
import { FamilyRow } from '../shell/families/family-row.view.tsx';
import { readAhead } from '../shell/families/read-ahead.ts';
import { beginNewFamilyWith, rememberSearch, typedSearch } from '../shell/families/typed-search.ts';
import { whenIdle } from '../shell/idle-work/when-idle.ts';
import { go } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { useWorkspace } from '../shell/workspace.ts';
import { Recent } from './recent.view.tsx';
import { whyFound } from './why-found.ts';
import './search.css';

/** While typing, only the hits that fit above the keyboard are shown, so that each key is answered at once. */
const HITS_WHILE_TYPING = 6;
const HITS_AT_ONCE = 20;
const STILL_AFTER_MS = 400;
const FEW = 2;

export const SearchScreen = () => {
  const workspace = useWorkspace();
  const finder = familyFinder(workspace);
  const rows = workspace.rows.value;
  const today = workspace.today();
  const [text, setText] = useState(() => typedSearch(workspace));
  const [limit, setLimit] = useState(HITS_WHILE_TYPING);
  const still = limit >= HITS_AT_ONCE;
  const version = finder.version.value;
  // The index is mutated; `version` changes when it does.
  const answer = useMemo(() => search(finder.index(), text, { limit, today }), [finder, version, text, limit, today]);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector('input')?.focus(), []);

  const type = (next: string): void => {
    setText(next);
    setLimit(HITS_WHILE_TYPING);
    rememberSearch(workspace, next);
  };
  // When the user has stopped typing, more hits are shown.
  useEffect(() => {
    const timer = setTimeout(() => setLimit(HITS_AT_ONCE), STILL_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  // When there are so few hits, one of them will be opened: their timelines are read in advance.
  useEffect(() => {
    if (answer.kind === 'empty' || answer.hits.length > FEW) return;
    return whenIdle(() => {
      for (const { family } of answer.hits) readAhead(workspace, family);
    });
  }, [workspace, answer]);
  const register = (): void => {
    beginNewFamilyWith(workspace, text);
    go({ name: 'new-family' });
  };
  const building = finder.building.value;
  return (
    <Screen title={t('search.title')}>
      <div ref={frame} class="search">
        <SearchField
          label={t('search.field')}
          placeholder={t('search.placeholder')}
          clearLabel={t('search.clear')}
          value={text}
          onInput={type}
        />
        {building === null || building.total === 0 ? null : (
          <ProgressBar
            value={building.added / building.total}
            label={t('search.building', { added: building.added, count: building.total })}
          />
        )}
        {answer.kind === 'empty' ? (
          <Recent />
        ) : (
          <>
            <p class="k-unseen" role="status">
              {still ? t('search.found', { count: answer.hits.length }) : null}
            </p>
            {answer.hits.length === 0 ? (
              <Nothing typed={text.trim()} unfinished={building !== null} onRegister={register} />
            ) : (
              <>
                <List label={t('search.results')}>
                  {answer.hits.map((hit, place) => {
                    const row = rows.get(hit.family);
                    if (row === undefined) return null;
                    const why = whyFound(hit, row);
                    return (
                      <FamilyRow
                        // Keyed by position: for the next letter, rows are reused for other families, because creating
                        // new rows takes longer than finding the families.
                        key={place}
                        row={row}
                        today={today}
                        note={why === null ? null : t(`search.why.${why.says}`, { part: why.part })}
                      />
                    );
                  })}
                </List>
                {answer.more && still ? (
                  <Button full kind="quiet" icon="down" onPress={() => setLimit(limit + 2 * HITS_AT_ONCE)}>
                    {t('search.more')}
                  </Button>
                ) : null}
                <Button full icon="plus" onPress={register}>
                  {t('search.none-of-these')}
                </Button>
              </>
            )}
          </>
        )}
      </div>
    </Screen>
  );
};

type NothingProps = { readonly typed: string; readonly unfinished: boolean; readonly onRegister: () => void };

const Nothing = ({ typed, unfinished, onRegister }: NothingProps) => (
  <EmptyState
    picture={<Picture name="no-result" size={176} />}
    title={t('search.nothing')}
    text={t(unfinished ? 'search.nothing-yet' : 'search.nothing-text')}
    action={
      <Button kind="primary" icon="plus" onPress={onRegister}>
        {t('search.register', { typed })}
      </Button>
    }
  />
);
