/** Every word of the management pages in French, one file a page. A key begins with the name of its file. */

import api from './fr/api.json' with { type: 'json' };
import change from './fr/change.json' with { type: 'json' };
import courier from './fr/courier.json' with { type: 'json' };
import entry from './fr/entry.json' with { type: 'json' };
import field from './fr/field.json' with { type: 'json' };
import importing from './fr/import.json' with { type: 'json' };
import join from './fr/join.json' with { type: 'json' };
import kind from './fr/kind.json' with { type: 'json' };
import lost from './fr/lost.json' with { type: 'json' };
import me from './fr/me.json' with { type: 'json' };
import outlines from './fr/outlines.json' with { type: 'json' };
import packs from './fr/packs.json' with { type: 'json' };
import people from './fr/people.json' with { type: 'json' };
import place from './fr/place.json' with { type: 'json' };
import places from './fr/places.json' with { type: 'json' };
import quarantine from './fr/quarantine.json' with { type: 'json' };
import recovery from './fr/recovery.json' with { type: 'json' };
import revoke from './fr/revoke.json' with { type: 'json' };
import role from './fr/role.json' with { type: 'json' };
import say from './fr/say.json' with { type: 'json' };
import shell from './fr/shell.json' with { type: 'json' };

export const french = {
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
