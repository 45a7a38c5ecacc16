/**
 * Tests protocols on the screen: an old visit shown with its own protocol, a half-filled one, and the server screen.
 */
import { packShelf } from '@denba/device/packs/pack-shelf';
import type { PackTrouble } from '@denba/device/packs/pack-trouble';
import { memoryStore } from '@denba/device/store/memory-store';
import type { CompiledProtocol } from '@denba/protocols/compile/compiled-protocol';
import { protocolVersion } from '@denba/protocols/compile/protocol-version';
import { localDate } from '@denba/quantities/local-date';
import { canonicalJson, type JsonValue } from '@denba/records/canonical-json';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { packIdOf } from '@denba/sync/packs/pack';
import { signal } from '@preact/signals';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { memoryPacks } from '../../../test/memory-packs.ts';
import { type MemoryPhone, memoryPhone } from '../../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../../test/screen-faults.ts';
import { ReferScreen } from '../../referral/refer/refer.view.tsx';
import { RegistrationScreen } from '../../registration/registration.view.tsx';
import { CardScreen } from '../../result/card.view.tsx';
import { ResultScreen } from '../../result/result.view.tsx';
import { ProtocolCard } from '../../server/protocol-card.view.tsx';
import { VisitScreen } from '../../visit/visit.view.tsx';
import { loadProtocol } from './protocol.ts';
import type { ProtocolPacks } from './protocol-packs.ts';

const today = localDate('2026-03-01');
const screens = {
  ...{ result: ResultScreen, visit: VisitScreen, server: ProtocolCard, card: CardScreen },
  ...{ refer: ReferScreen, 'new-family': RegistrationScreen },
};
const running = await loadProtocol();
const { pack: _, ...shipped } = running.content;

/** The shipped protocol with the earlier wording of a registration and a referral. */
const inOldWords = (content: typeof shipped): typeof shipped =>
  JSON.parse(
    JSON.stringify(content)
      .replaceAll("La famille est d'accord pour", 'La famille veut bien')
      .replaceAll('Soins de la mère', 'Chez la sage-femme'),
  );

/** An earlier protocol, with a card that the current one no longer has. */
const before: CompiledProtocol = {
  ...inOldWords(shipped),
  cards: [
    {
      ...(shipped.cards[0] as (typeof shipped.cards)[number]),
      id: 'CC99',
      title: { fr: 'Le lait de chèvre', en: 'Goat milk' },
    },
  ],
};
const content = canonicalJson(before as unknown as JsonValue);
const id = await packIdOf(content);
const version = protocolVersion({ ...before, pack: id });

const saved = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa' })
  .under(version)
  .assessed({
    ...{ on: '2026-02-12', child: 'keita-child-1', enrolment_decision: 'enrolled' },
    findings: {
      ...{ language: 'fr', pairClass: 'moderate', headline: { floor: false, text: 'Risque modéré' } },
      ...{ reasons: [['MAMI.DT.07.02', 'sourced', 'P/A −2,26 z, sous le seuil de −2,00 z.', {}]], cards: ['CC99'] },
    },
  });
const { entries } = saved;
const visit = entries.at(-1);

const keeping = async (kept: boolean): Promise<ProtocolPacks> => {
  const shelf = packShelf(memoryStore());
  if (kept) expect((await shelf.keep({ id, content })).ok).toBe(true);
  return memoryPacks(running, shelf);
};

let phone: MemoryPhone;
const started = async (packs: ProtocolPacks): Promise<void> => {
  await page.viewport(360, 740);
  phone = await memoryPhone(screens, [entries], today, packs);
};
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');

describe('a visit of an older protocol', () => {
  const open = () => phone.open({ name: 'result', family: saved.id, entry: visit?.id as never });

  it('is shown in the words of its own, where that is on the phone', async () => {
    await started(await keeping(true));
    await open();
    expect(text()).toContain('P/A −2,26 z, sous le seuil de −2,00 z.');
    expect(text()).toContain('Le lait de chèvre');
    expect(text()).toContain(version);
  });

  it('keeps its sentences where it is not', async () => {
    await started(await keeping(false));
    await open();
    expect(text()).toContain('P/A −2,26 z, sous le seuil de −2,00 z.');
    expect(text()).toContain('CC99');
    expect(text()).toContain(version);
  });
});

describe('what follows from a visit of an older protocol', () => {
  const keptOrNot = [
    ['in its words, where they are on the phone', true],
    ['in those of today, where they are not', false],
  ] as const;

  it.each(keptOrNot)('a card is opened %s', async (_, kept) => {
    await started(await keeping(kept));
    await phone.open({ name: 'result', family: saved.id, entry: visit?.id as never });
    await page.getByRole('button', { name: kept ? 'Le lait de chèvre' : 'CC99' }).click();
    await expect.poll(text).toContain(kept ? 'Le lait de chèvre' : "Cette carte n'est pas dans le protocole");
  });

  it.each(keptOrNot)('a referral is written %s', async (_, kept) => {
    await started(await keeping(kept));
    await phone.open({ name: 'refer', family: saved.id, child: 'keita-child-1' as never, entry: visit?.id as never });
    expect(text().includes('Chez la sage-femme')).toBe(kept);
  });
});

it('a half-filled registration goes on under the protocol that it was begun with, else under the one that runs', async () => {
  const draft = {
    answers: { byPath: {}, instances: {}, swept: [] },
    ...{ section: null, notThese: [], openedOn: '2026-03-01', protocol: version },
  };
  for (const kept of [true, false]) {
    await started(await keeping(kept));
    await phone.workspace.session.draft.put('registration', draft as unknown as JsonValue);
    await phone.open({ name: 'new-family' });
    expect(text().includes('La famille veut bien')).toBe(kept);
    expect(text().includes("La famille est d'accord")).toBe(!kept);
    if (kept) phone.end();
  }
});

describe('a half-filled visit', () => {
  const key = `visit follow-up ${saved.id} keita-child-1`;
  const draft = {
    answers: { byPath: { weight_g: { input: 3456, confirmed: [] } }, instances: {}, swept: [] },
    ...{ section: 'measurements', openedOn: '2026-03-01', protocol: version },
  };
  const open = async (): Promise<void> => {
    await phone.workspace.session.draft.put(key, draft as unknown as JsonValue);
    await phone.open({ name: 'visit', family: saved.id, child: 'keita-child-1' as never, form: 'follow-up' });
  };
  const weight = () => [...phone.place.querySelectorAll('input')].some(({ value }) => /3.?456/.test(value));

  it('goes on under the protocol that it was begun with, and is saved by it', async () => {
    await started(await keeping(true));
    await open();
    expect(weight()).toBe(true);
    const kept = async () => ((await phone.workspace.session.draft.get(key)) as { protocol?: string }).protocol;
    expect(await kept()).toBe(version);
  });

  it('whose protocol is gone says plainly that it must be begun again, and only then forgets what was typed', async () => {
    await started(await keeping(false));
    await open();
    expect(text()).toContain('Cette visite doit être recommencée.');
    expect(await phone.workspace.session.draft.get(key)).not.toBeNull();
    expect(await axeFaults(phone.place)).toEqual([]);
    await page.getByRole('button', { name: 'Recommencer la visite' }).click();
    await expect.poll(() => phone.place.querySelector('.question') !== null, { timeout: 5000 }).toBe(true);
    expect(weight()).toBe(false);
    expect(await phone.workspace.session.draft.get(key)).toBeNull();
  });
});

describe('the server screen', () => {
  const kinds: readonly PackTrouble['kind'][] = [
    ...(['notArrived', 'unknown', 'damaged', 'otherKey', 'cannotRun', 'full', 'storage'] as const),
  ];

  it('says which protocol runs, that another waits, and in plain words why one is not taken', async () => {
    const news = signal<ProtocolPacks['news']['value']>({ chosen: null, trouble: null });
    await started({ ...(await keeping(false)), news });
    await phone.open({ name: 'server' });
    expect(text()).toContain(protocolVersion(running.content));
    news.value = { chosen: id, trouble: null };
    await expect.poll(text).toContain('Un nouveau protocole est arrivé.');
    for (const kind of kinds) {
      news.value = { chosen: null, trouble: { kind, pack: id } };
      await expect.poll(text, { message: kind }).toContain('Vous pouvez travailler.');
      expect(text(), kind).not.toMatch(/server\.|Un nouveau protocole est arrivé/);
      expect(await axeFaults(phone.place), kind).toEqual([]);
      expect(overflowing(phone.place), kind).toEqual([]);
    }
    await phone.speak('en');
    expect(text()).toContain('You can go on working.');
  });
});
