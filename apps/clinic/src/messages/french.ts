/** All messages of the screens in French, one file per feature. A key begins with the name of its file. */

import audit from './fr/audit.json' with { type: 'json' };
import camera from './fr/camera.json' with { type: 'json' };
import centres from './fr/centres.json' with { type: 'json' };
import family from './fr/family.json' with { type: 'json' };
import field from './fr/field.json' with { type: 'json' };
import file from './fr/file.json' with { type: 'json' };
import findings from './fr/findings.json' with { type: 'json' };
import form from './fr/form.json' with { type: 'json' };
import growth from './fr/growth.json' with { type: 'json' };
import leaving from './fr/leaving.json' with { type: 'json' };
import more from './fr/more.json' with { type: 'json' };
import people from './fr/people.json' with { type: 'json' };
import referral from './fr/referral.json' with { type: 'json' };
import register from './fr/register.json' with { type: 'json' };
import registration from './fr/registration.json' with { type: 'json' };
import result from './fr/result.json' with { type: 'json' };
import safekeeping from './fr/safekeeping.json' with { type: 'json' };
import say from './fr/say.json' with { type: 'json' };
import search from './fr/search.json' with { type: 'json' };
import server from './fr/server.json' with { type: 'json' };
import settings from './fr/settings.json' with { type: 'json' };
import shell from './fr/shell.json' with { type: 'json' };
import start from './fr/start.json' with { type: 'json' };
import today from './fr/today.json' with { type: 'json' };
import training from './fr/training.json' with { type: 'json' };
import visit from './fr/visit.json' with { type: 'json' };

export const french = {
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
