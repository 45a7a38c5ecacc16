/** Every word of the management pages in English: the same keys as the French. */

import api from './en/api.json' with { type: 'json' };
import change from './en/change.json' with { type: 'json' };
import courier from './en/courier.json' with { type: 'json' };
import entry from './en/entry.json' with { type: 'json' };
import field from './en/field.json' with { type: 'json' };
import importing from './en/import.json' with { type: 'json' };
import join from './en/join.json' with { type: 'json' };
import kind from './en/kind.json' with { type: 'json' };
import lost from './en/lost.json' with { type: 'json' };
import me from './en/me.json' with { type: 'json' };
import outlines from './en/outlines.json' with { type: 'json' };
import packs from './en/packs.json' with { type: 'json' };
import people from './en/people.json' with { type: 'json' };
import place from './en/place.json' with { type: 'json' };
import places from './en/places.json' with { type: 'json' };
import quarantine from './en/quarantine.json' with { type: 'json' };
import recovery from './en/recovery.json' with { type: 'json' };
import revoke from './en/revoke.json' with { type: 'json' };
import role from './en/role.json' with { type: 'json' };
import say from './en/say.json' with { type: 'json' };
import shell from './en/shell.json' with { type: 'json' };
import type { french } from './french.ts';

export const english: typeof french = {
  ...api,
  ...change,
  ...courier,
  ...entry,
  ...field,
  ...importing,
  ...join,
  ...kind,
  ...lost,
  ...me,
  ...outlines,
  ...packs,
  ...people,
  ...place,
  ...places,
  ...quarantine,
  ...recovery,
  ...revoke,
  ...role,
  ...say,
  ...shell,
};
