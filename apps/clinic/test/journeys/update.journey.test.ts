import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { buildClinic } from '../../build/build-clinic.ts';
import { serveClinic } from '../clinic-server.ts';
import { JOURNEY_MS, servedClinic, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import { openFamily } from '../robot-family.ts';
import { GIRL, infant, MOTHER, nextStep, registerFamily, startRegistration } from '../robot-registration.ts';
import { firstStart, unlock } from '../robot-start.ts';
import { answerQuestion, draftIsWritten } from '../robot-visit.ts';

longJourney(
  'a new version waits until she starts it, and finds her records and her half-filled form',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denba-next-version-'));
    const next = await buildClinic(join(folder, 'dist'), 'next-version');
    const old = await serveClinic((await servedClinic()).folder);
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

    const { phone, robot } = await setOut({ url: old.url, expectedErrors: /Failed to (load|fetch)|ERR_/ });
    const { page } = robot;
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', ...infant(1, GIRL) });
    await startRegistration(robot);
    await answerQuestion(robot, 'registration', 'consent', true);
    await nextStep(robot);
    await answerQuestion(robot, 'registration', 'mother_name', 'Rokia Sidibé');
    await draftIsWritten(robot);
    await old.close();

    const server = await serveClinic(next.folder, old.port);
    await phone.context.setOffline(false);
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.getRegistration())?.update();
    });
    await robot.sees(t('shell.update-ready'));
    await robot.press(t('shell.update-start'));
    // After the update, the form is where it was left.
    await unlock(robot);
    await robot.sees(t('registration.taken-up'));
    const mother = page.getByRole('textbox', { name: robot.words.question('registration', 'mother_name').label });
    expect(await mother.inputValue()).toBe('Rokia Sidibé');
    await page.goBack();
    await robot.place('more');
    await robot.tap(page.getByText(t('more.about'), { exact: true }));
    await page
      .getByText(t('more.version', { version: 'next-version' }))
      .first()
      .waitFor({ state: 'attached' });

    // From here on without network; the whole new version is cached.
    await server.close();
    await phone.context.setOffline(true);
    await page.reload();
    await unlock(robot);
    await openFamily(robot, 'Fanta Keïta', 'fanta');
    await robot.sees('Awa');
    await robot.place('today');
    await robot.press(t('today.resume'));
    expect(await mother.inputValue()).toBe('Rokia Sidibé');
  },
  2 * JOURNEY_MS,
);
