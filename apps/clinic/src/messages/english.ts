/** All messages of the screens in English, with the same keys as the French ones. */

import audit from './en/audit.json' with { type: 'json' };
import camera from './en/camera.json' with { type: 'json' };
import centres from './en/centres.json' with { type: 'json' };
import family from './en/family.json' with { type: 'json' };
import field from './en/field.json' with { type: 'json' };
import file from './en/file.json' with { type: 'json' };
import findings from './en/findings.json' with { type: 'json' };
import form from './en/form.json' with { type: 'json' };
import growth from './en/growth.json' with { type: 'json' };
import leaving from './en/leaving.json' with { type: 'json' };
import more from './en/more.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import referral from './en/referral.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import registration from './en/registration.json' with { type: 'json' };
import result from './en/result.json' with { type: 'json' };
import safekeeping from './en/safekeeping.json' with { type: 'json' };
import say from './en/say.json' with { type: 'json' };
import search from './en/search.json' with { type: 'json' };
import server from './en/server.json' with { type: 'json' };
import settings from './en/settings.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import start from './en/start.json' with { type: 'json' };
import today from './en/today.json' with { type: 'json' };
import training from './en/training.json' with { type: 'json' };
import visit from './en/visit.json' with { type: 'json' };
import type { french } from './french.ts';

export const english: typeof french = {
  ...camera,
  ...centres,
  ...family,
  ...register,
  ...result,
  ...file,
  ...findings,
  ...growth,
  ...visit,
  ...field,
  ...form,
  ...audit,
  ...more,
  ...people,
  ...safekeeping,
  ...server,
  ...settings,
  ...training,
  ...today,
  ...search,
  ...registration,
  ...say,
  ...shell,
  ...start,
  ...referral,
  ...leaving,
};
