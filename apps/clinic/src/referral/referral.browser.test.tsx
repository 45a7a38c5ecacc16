/** Tests a referral from the first tap to the note, reading a code from another phone, and a counter-referral. */
import { storedFindings } from '@denba/protocols/care/findings/stored-findings';
import { visitFindings } from '@denba/protocols/care/findings/visit-findings';
import { localDate } from '@denba/quantities/local-date';
import type { JsonObject } from '@denba/records/canonical-json';
import type { PersonId } from '@denba/records/ids';
import { fakeDevice } from '@denba/scenario/fake-device';
import { family } from '@denba/scenario/family-life';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type MemoryPhone, memoryPhone } from '../../test/memory-phone.tsx';
import { axeFaults, overflowing } from '../../test/screen-faults.ts';
import { loadProtocol } from '../shell/protocol/protocol.ts';
import { type Route, route } from '../shell/route.ts';
import { noteCode } from './code/note-code.ts';
import { fullReferral } from './code/note-example.ts';
import { asMessage } from './code/signed-code.ts';
import { CounterReferralScreen } from './counter/counter-referral.view.tsx';
import { ReferralNoteScreen } from './note/referral-note.view.tsx';
import { ReadReferralScreen } from './read-referral.view.tsx';
import { ReferScreen } from './refer/refer.view.tsx';

const today = localDate('2026-03-20');
const screens = {
  refer: ReferScreen,
  'referral-note': ReferralNoteScreen,
  'counter-referral': CounterReferralScreen,
  'read-referral': ReadReferralScreen,
};

const protocol = await loadProtocol();

/** An infant who cannot feed and is thin, whose mother thinks of dying: what a note must say, and what it must not. */
const answers: JsonObject = {
  ...{ sex: 'F', birth_date: '2026-01-05', visit_date: '2026-03-20', visit_type: 'followup', site_level: 'clinic' },
  ...{ weight_g: 3300, length_cm: 52, measured: 'lying', muac_mm: 104, oedema: 'none', d_feed: 'none' },
  ...{ mother_status: 'present', hiv: 'positive', violence: 'yes' },
  ...{ phq1: 3, phq2: 3, phq3: 2, phq4: 2, phq5: 2, phq6: 2, phq7: 1, phq8: 1, phq9: 2 },
};
const findings = storedFindings(visitFindings(protocol.assessor.assess(answers), 'fr', protocol.content));

const keita = family('keita', { device: fakeDevice('tablet-1') })
  .mother({ mother_name: 'Awa Keïta', phone: '70 11 22 33', village: 'Kati' })
  .bears({ on: '2026-01-05', infant_name: 'Hawa', sex: 'F', birth_weight_g: 2100 })
  .assessed({ on: '2026-02-10', enrolment_decision: 'enrolled', next_due: '2026-03-01', weight_g: 3100 })
  .visit({ on: '2026-03-20', ...answers, findings, as: 'visit' });

const child = keita.childId();
const refer: Route = { name: 'refer', family: keita.id, child, entry: keita.entry('visit').id };

let phone: MemoryPhone;
beforeEach(async () => {
  await page.viewport(360, 740);
  phone = await memoryPhone(screens, [keita.entries], today);
});
afterEach(() => phone.end());

const text = (): string => (phone.place.textContent ?? '').replace(/\s+/g, ' ');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name, exact: true });
const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { timeout: 10_000 }).toBe(true);
};
const last = async () => (await phone.workspace.timelineOf(keita.id))?.history.at(-1);
const stayOf = (id: PersonId) =>
  phone.workspace.rows.value.get(keita.id)?.children.find((one) => one.id === id)?.care ?? null;

describe('a referral', () => {
  it('takes one touch from its screen, and the note is there', async () => {
    await phone.open(refer);
    await button('Référer maintenant').click();
    await until(() => route.value.name === 'referral-note');
    await until(() => phone.place.querySelector('.note-paper .k-qr') !== null);
    expect(text()).toContain('URGENT');
    expect(text()).toContain("L'enfant ne peut pas boire ni téter");
    expect(stayOf(child)?.status).toBe('inpatient');
    expect(await phone.workspace.session.draft.keys()).toEqual([]);
  });

  it('writes nothing on paper of what the mother confided, and says that she is to be seen', async () => {
    await phone.open(refer);
    await button('Référer maintenant').click();
    await until(() => phone.place.querySelector('.note-paper .k-qr') !== null);
    const paper = phone.place.querySelector('.note-paper')?.textContent ?? '';
    expect(paper).not.toMatch(/VIH|PTME|moral|PHQ|violence|se faire du mal|mourir/i);
    expect(paper).toContain('À revoir pour la mère');
  });

  it('keeps every choice that is not saved yet', async () => {
    await phone.open(refer);
    await page.getByLabelText('Nom de la structure').fill('CSRéf de Kati');
    await button('Moto').click();
    await until(() => phone.place.querySelector('[aria-pressed="true"]') !== null);
    await phone.open({ name: 'today' });
    await until(() => phone.place.textContent === 'today');
    await phone.open(refer);
    await expect.element(page.getByLabelText('Nom de la structure')).toHaveValue('CSRéf de Kati');
    expect(text()).toContain('Cette référence était commencée');
    expect(phone.place.querySelector('[aria-pressed="true"]')?.textContent).toBe('Moto');
  });

  it('that the family refuses records what was agreed, and the follow-up goes on', async () => {
    await phone.open(refer);
    await radio('Elle ne part pas').click();
    await page.getByLabelText('Ce qui a été convenu à la place').fill('Revenir demain');
    await button('Enregistrer ce qui est convenu').click();
    await until(() => route.value.name === 'family');
    expect((await last())?.form).toMatchObject({ kind: 'refusal', answers: { refusal_note: 'Revenir demain' } });
    expect(stayOf(child)?.status).toBe('active');
  });

  it('has the time of what was given', async () => {
    await phone.open(refer);
    await radio('Donné').first().click();
    await button('Enregistrer et faire la note').click();
    await until(() => route.value.name === 'referral-note');
    const form = (await last())?.form;
    if (form?.kind !== 'transfer') throw new Error('no transfer was saved');
    expect(form.answers).toMatchObject({ care_given: [{ given: true, at: expect.stringMatching(/^\d\d:\d\d$/) }] });
  });
});

describe('a code from another phone', () => {
  const code = async (): Promise<string> => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const made = await noteCode(fullReferral, async (bytes) => {
      const how = { name: 'ECDSA', hash: 'SHA-256' };
      const signature = await crypto.subtle.sign(how, pair.privateKey, Uint8Array.from(bytes));
      return { signature: new Uint8Array(signature), publicKey };
    });
    return asMessage(made.code);
  };
  const paste = async (written: string): Promise<void> => {
    await button('Coller le texte du code').click();
    await page.getByLabelText('Texte du code').fill(written);
    await button('Lire').click();
  };

  it('shows what it says and that the phone is not known, and registers the family once she says so', async () => {
    await phone.open({ name: 'read-referral' });
    await paste(await code());
    await until(() => text().includes('Téléphone encore inconnu ici'));
    expect(text()).toContain('Moussa Diarra');
    expect(phone.workspace.rows.value.size).toBe(1);
    await page.getByText("C'est une nouvelle famille").click();
    await button('Inscrire avec les faits de la note').click();
    await until(() => route.value.name === 'family');
    expect([...phone.workspace.rows.value.values()].map(({ mother }) => mother.name)).toContain('Aminata Coulibaly');
    await phone.open({ name: 'read-referral' });
    await paste(await code());
    await until(() => text().includes('Cette famille est dans ce téléphone.'));
  });

  it('that was changed on the way is refused in words', async () => {
    await phone.open({ name: 'read-referral' });
    const whole = await code();
    await paste(`${whole.slice(0, 400)}${whole.charAt(400) === 'A' ? 'B' : 'A'}${whole.slice(401)}`);
    await until(() => text().includes('Ce code a été changé'));
    expect(phone.place.querySelector('.note-paper')).toBeNull();
  });
});

describe('news from hospital', () => {
  it('brings the infant back, with the next visit within the days of the protocol', async () => {
    await phone.open(refer);
    await button('Référer maintenant').click();
    await until(() => route.value.name === 'referral-note');
    await phone.open({ name: 'counter-referral', family: keita.id, child });
    await radio('Soigné, sorti').click();
    await page.getByRole('button', { name: "Aujourd'hui" }).first().click();
    await page.getByLabelText('Poids à la sortie').fill('3,45');
    await until(() => text().includes('Lu comme 3 450 g'));
    await button('Enregistrer le retour').click();
    await until(() => route.value.name === 'family');
    expect(stayOf(child)?.status).toBe('active');
    const saved = (await phone.workspace.timelineOf(keita.id))?.history ?? [];
    expect(saved.at(-2)?.form).toMatchObject({
      kind: 'counter-referral',
      answers: { weight_g: 3450, next_due: '2026-03-27' },
    });
  });
});

describe('every screen', () => {
  const routes: readonly Route[] = [
    refer,
    { name: 'counter-referral', family: keita.id, child },
    { name: 'read-referral' },
  ];

  it.each([
    ['French', 'fr', 360],
    ['English', 'en', 360],
    ['a small phone, in longer words', 'pseudo', 320],
    ['right to left', 'mirror', 360],
  ] as const)('has no fault for a thumb or a screen reader: %s', async (_, locale, width) => {
    await page.viewport(width, 740);
    await phone.speak(locale);
    for (const next of routes) {
      await phone.open(next);
      expect(await axeFaults(phone.place), next.name).toEqual([]);
      expect(overflowing(phone.place), next.name).toEqual([]);
    }
  });

  it('is worked through with the keyboard alone', async () => {
    await phone.open(refer);
    const referNow = button('Référer maintenant');
    (referNow.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => route.value.name === 'referral-note');
    await until(() => phone.place.querySelector('.note-paper .k-qr') !== null);
    expect(await axeFaults(phone.place)).toEqual([]);
  });
});
