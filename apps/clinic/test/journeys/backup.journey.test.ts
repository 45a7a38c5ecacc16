import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { JOURNEY_MS, setOut } from '../journey.ts';
import { longJourney } from '../long-journey.ts';
import type { Robot } from '../robot.ts';
import { openFamily } from '../robot-family.ts';
import { openPlace } from '../robot-places.ts';
import { GIRL, infant, MOTHER, registerFamily } from '../robot-registration.ts';
import { firstStart } from '../robot-start.ts';

const PASSWORD = 'mangue rivière tambour soleil';

longJourney(
  'a backup of one phone comes back on another; with a wrong password, or from another file, nothing does',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denba-backup-'));
    const { robot } = await setOut();
    const { t } = robot.words;
    await firstStart(robot);
    await registerFamily(robot, { ...MOTHER, phone: '76123456', village: 'Kola', ...infant(1, GIRL) });
    await openPlace(robot, 'safekeeping');
    await robot.press(t('safekeeping.backup-make'));
    await robot.type(t('safekeeping.password'), PASSWORD);
    await robot.type(t('safekeeping.password-again'), PASSWORD);
    await robot.press(t('safekeeping.make'));
    const coming = robot.page.waitForEvent('download');
    await robot.press(t('file.download'));
    const download = await coming;
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(download.suggestedFilename()).toMatch(/\.denba$/);
    await robot.press(t('file.finish'));
    await robot.sees(t('safekeeping.need-up-to-date-today'));

    const { robot: second } = await setOut();
    await firstStart(second, { user: 'Bintou Diarra', pin: '582047' });
    await openPlace(second, 'safekeeping');
    const photo = join(folder, 'photo.denba');
    writeFileSync(photo, 'no backup at all, but a file that is called so');
    await restore(second, photo, PASSWORD);
    await second.sees(t('safekeeping.error-notABackup'));
    await restore(second, file, 'mangue rivière tambour lune');
    await second.sees(t('safekeeping.error-wrongPassword'));
    await second.sees(t('safekeeping.families', { count: 0 }));
    // The file is still chosen, so only the password is typed again.
    await second.type(t('safekeeping.restore-password'), PASSWORD);
    await second.press(t('safekeeping.restore-now'));
    await second.sees(t('safekeeping.restored-families', { count: 1 }));
    await second.sees(t('safekeeping.families', { count: 1 }));

    // Restoring is idempotent.
    await restore(second, file, PASSWORD);
    await second.sees(t('safekeeping.restored-nothing'));
    await openFamily(second, 'Fanta Keïta', 'fanta');
    await second.sees('Awa');
    await second.sees('Kola');
  },
  JOURNEY_MS,
);

const restore = async (robot: Robot, file: string, password: string): Promise<void> => {
  const { t } = robot.words;
  const choosing = robot.page.waitForEvent('filechooser');
  await robot.press(t('safekeeping.choose-file'));
  await (await choosing).setFiles(file);
  await robot.type(t('safekeeping.restore-password'), password);
  await robot.press(t('safekeeping.restore-now'));
};
