/** The first screen of the day: who is expected, late or to be traced, and the half-filled forms. */
import { Button } from '@denba/kit/buttons/button.view';
import { Icon } from '@denba/kit/icons/icon.view';
import { EmptyState } from '@denba/kit/notices/empty-state.view';
import { Picture } from '@denba/kit/pictures/picture.view';
import { dueToday } from '@denba/protocols/care/lists/due-today';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { sayClockOff } from '../shell/exchange/say-clock-off.ts';
import { familyFinder } from '../shell/families/family-finder.ts';
import { useOwnPlaces } from '../shell/places/own-places.ts';
import { usePlacesAround } from '../shell/places/use-places-around.ts';
import { go } from '../shell/route.ts';
import { Screen } from '../shell/screen/screen.view.tsx';
import { t } from '../shell/words/language.ts';
import { sayDay } from '../shell/words/say.ts';
import { useShell, useWorkspace } from '../shell/workspace.ts';
import { Drafts } from './drafts.view.tsx';
import { Group } from './group.view.tsx';
import { PinGivenNotice } from './pin-given.view.tsx';
import { Tiles } from './tiles.view.tsx';
import { type GroupName, openAtFirst, todayGroups } from './today-groups.ts';
import { useToday } from './use-today.ts';
import './today.css';

export const TodayScreen = () => {
  const shell = useShell();
  const { rules } = shell.protocol;
  const today = useToday();
  const workspace = 'session' in shell ? shell : null;
  const glance = 'session' in shell ? null : shell.glance;
  const rows = workspace?.rows.value ?? null;
  const here = useOwnPlaces();
  const around = usePlacesAround();
  const families = rows?.size ?? glance?.families ?? 0;
  const groups = useMemo(
    () => (rows === null ? (glance?.days[today] ?? []) : todayGroups(dueToday(rows.values(), rules, today, here))),
    [rows, glance, rules, today, here],
  );
  const [turned, setTurned] = useState<ReadonlyMap<GroupName, boolean>>(new Map());
  const atFirst = useMemo(() => openAtFirst(groups), [groups]);
  const isOpen = (name: GroupName): boolean => turned.get(name) ?? atFirst.has(name);
  const turn = (name: GroupName, open: boolean): void => setTurned((now) => new Map(now).set(name, open));
  // Builds the search index beforehand, so that it is ready for the next search.
  useEffect(() => {
    if (workspace === null) return;
    const timer = setTimeout(() => familyFinder(workspace), INDEX_AFTER_MS);
    return () => clearTimeout(timer);
  }, [workspace]);
  return (
    <Screen title={t('today.title')} subtitle={sayDay(today, 'long')}>
      <button type="button" class="today__search" onClick={() => go({ name: 'search' })}>
        <Icon name="search" />
        {t('today.search')}
      </button>
      {workspace === null ? null : <WrongClock />}
      {workspace === null ? null : <PinGivenNotice />}
      {rows === null ? null : <Drafts rows={rows} today={today} />}
      {families === 0 ? (
        <NoFamily />
      ) : groups.length === 0 ? (
        <NobodyDue />
      ) : (
        <>
          <Tiles
            groups={groups}
            onGo={(name) => {
              turn(name, true);
              document.getElementById(`today-${name}`)?.scrollIntoView({ block: 'start' });
            }}
          />
          {groups.map((group) => (
            <Group
              key={group.name}
              group={group}
              today={today}
              rules={rules}
              open={isOpen(group.name)}
              placeName={(place) => around.find(({ id }) => id === place)?.name ?? null}
              onTurn={(open) => turn(group.name, open)}
            />
          ))}
        </>
      )}
      {workspace === null ? null : <Unsent />}
    </Screen>
  );
};

/** Long enough for the list to be on the screen first. */
const INDEX_AFTER_MS = 400;

const NoFamily = () => (
  <EmptyState
    picture={<Picture name="welcome" size={176} />}
    title={t('today.no-family')}
    text={t('today.no-family-text')}
    action={
      <Button kind="primary" icon="plus" onPress={() => go({ name: 'new-family' })}>
        {t('today.new-family')}
      </Button>
    }
  />
);

const NobodyDue = () => (
  <EmptyState
    picture={<Picture name="nobody-due" size={176} />}
    title={t('today.nobody')}
    text={t('today.nobody-text')}
    action={
      <div class="rows">
        <Button kind="primary" full icon="search" onPress={() => go({ name: 'search' })}>
          {t('today.search-family')}
        </Button>
        <Button full icon="plus" onPress={() => go({ name: 'new-family' })}>
          {t('today.new-family')}
        </Button>
      </div>
    }
  />
);

/** Shown when the phone's clock is wrong: every day, age and next visit follows it. */
const WrongClock = () => {
  const state = useWorkspace().server?.state.value;
  const said = state?.kind === 'linked' ? sayClockOff(state.link) : null;
  if (said === null) return null;
  return (
    <button type="button" class="k-notice k-notice--warning today__clock" onClick={() => go({ name: 'server' })}>
      <span class="k-notice__icon">
        <Icon name="warning" />
      </span>
      {said}
    </button>
  );
};

/** In quiet text: everything is safe on the phone and is sent when there is a network and a server. */
const Unsent = () => {
  const { server, session, rows } = useWorkspace();
  // Rendered again when something is saved, and when the server has received it.
  void rows.value;
  const linked = server?.state.value.kind === 'linked';
  const count = server?.unsent() ?? session.log.head().seq;
  if (count === 0) return null;
  return (
    <button type="button" class="today__unsent quiet" onClick={() => go({ name: 'server' })}>
      <Icon name="sync" />
      {t(linked ? 'today.unsent' : 'today.unsent-alone', { count })}
    </button>
  );
};
