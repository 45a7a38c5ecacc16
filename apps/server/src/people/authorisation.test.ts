import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, actions, type Grant, may, mayAgree, mayGrant, type Resource } from './authorisation.ts';
import { type Role, rankOf, roles } from './roles.ts';

/** Written out again in another form, so that a change of the table has to be made twice. */
const table: Readonly<Record<string, readonly Role[]>> = {
  'places read': ['health_worker', 'supervisor', 'district', 'region', 'national', 'programme', 'administrator'],
  'places write': ['district', 'region', 'national', 'administrator'],
  'accounts read': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'accounts write': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'devices read': ['health_worker', 'supervisor', 'district', 'region', 'national', 'administrator'],
  'devices join': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'devices revoke': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'quarantine read': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'quarantine resolve': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'quarantine take': ['supervisor', 'district', 'region', 'national'],
  'packs read': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'packs bring': ['national', 'administrator'],
  'packs give': ['national', 'administrator'],
  'drafts read': ['national', 'administrator'],
  'drafts write': ['national', 'administrator'],
  'drafts approve': ['national', 'administrator'],
  'courier bring': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'recovery ask': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'recovery agree': ['supervisor', 'district', 'region', 'national', 'administrator'],
  'figures read': [
    ...(['health_worker', 'supervisor', 'district', 'region', 'national'] as const),
    ...(['programme', 'network', 'administrator'] as const),
  ],
  'register read': ['health_worker', 'supervisor', 'district', 'region', 'national'],
  'report comment': ['health_worker', 'supervisor', 'district', 'region', 'national'],
};

const grant = (role: Role, path = 'ml/kati/'): Grant => ({ role, place: path.split('/').at(-2) ?? '', path });
const everyAct = Object.entries(actions).flatMap(([resource, of]) =>
  of.map((action) => [resource as Resource, action as Action] as const),
);
const ask = (grants: readonly Grant[], action: Action, resource: Resource, path: string): boolean =>
  may(grants, action as never, resource, path);

describe('the table of rights', () => {
  it('speaks of every act', () => {
    expect(everyAct.map(([resource, action]) => `${resource} ${action}`).sort()).toEqual(Object.keys(table).sort());
  });

  it.each(everyAct.flatMap(([resource, action]) => roles.map((role) => [role, action, resource] as const)))(
    'to a %s says whether to %s %s, at her place and below and nowhere else',
    (role, action, resource) => {
      const allowed = table[`${resource} ${action}`]?.includes(role);
      for (const path of ['ml/kati/', 'ml/kati/sanankoroba/', 'ml/kati/sanankoroba/site-1/']) {
        expect(ask([grant(role)], action, resource, path), path).toBe(allowed);
      }
      for (const path of ['', 'ml/', 'ml/kati', 'ml/kati-2/', 'ml/kita/', 'kati/', 'x/ml/kati/']) {
        expect(ask([grant(role)], action, resource, path), path).toBe(false);
      }
    },
  );

  it('allows nothing to somebody without a role', () => {
    for (const [resource, action] of everyAct) expect(ask([], action, resource, 'ml/')).toBe(false);
  });

  it('adds up: two roles allow what either allows, and no more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom(...roles),
        fc.constantFrom(...everyAct),
        fc.constantFrom('ml/', 'ml/kati/', 'ml/kita/', 'ml/kati/sanankoroba/'),
        (first, second, [resource, action], path) => {
          const both = [grant(first), grant(second, 'ml/kita/')];
          const either = both.some((one) => ask([one], action, resource, path));
          expect(ask(both, action, resource, path)).toBe(either);
        },
      ),
    );
  });
});

describe('whoever gives a role', () => {
  const givers: readonly Role[] = ['supervisor', 'district', 'region', 'national', 'administrator'];

  it.each(roles.flatMap((own) => roles.map((given) => [own, given] as const)))(
    'a %s gives %s only when it is not higher, and at her place or below',
    (own, given) => {
      const allowed = givers.includes(own) && rankOf[given] <= rankOf[own];
      expect(mayGrant([grant(own)], given, 'ml/kati/')).toBe(allowed);
      expect(mayGrant([grant(own)], given, 'ml/kati/sanankoroba/')).toBe(allowed);
      expect(mayGrant([grant(own)], given, 'ml/')).toBe(false);
      expect(mayGrant([grant(own)], given, 'ml/kita/')).toBe(false);
    },
  );

  it('does not take the height of one place to another', () => {
    const grants = [grant('region', 'ml/koulikoro/'), grant('supervisor', 'ml/segou/csref/')];
    expect(mayGrant(grants, 'district', 'ml/segou/csref/')).toBe(false);
    expect(mayGrant(grants, 'district', 'ml/koulikoro/kati/')).toBe(true);
  });

  it('is never a programme or the network, however high they stand', () => {
    expect(mayGrant([grant('programme'), grant('network')], 'health_worker', 'ml/kati/')).toBe(false);
  });
});

describe('whoever agrees that a recovery key is given out', () => {
  const holders: readonly Role[] = ['supervisor', 'district', 'region', 'national', 'administrator'];

  it.each(roles.flatMap((agreeing) => roles.map((asking) => [agreeing, asking] as const)))(
    'a %s to a %s only when both hold the right and she is not below',
    (agreeing, asking) => {
      const both = holders.includes(agreeing) && holders.includes(asking);
      const expected = both && rankOf[agreeing] >= rankOf[asking];
      expect(mayAgree([grant(agreeing)], [grant(asking)], 'ml/kati/sanankoroba/')).toBe(expected);
      expect(mayAgree([grant(agreeing, 'ml/kita/')], [grant(asking)], 'ml/kati/sanankoroba/')).toBe(false);
      expect(mayAgree([grant(agreeing)], [grant(asking, 'ml/kita/')], 'ml/kati/sanankoroba/')).toBe(false);
    },
  );

  it('is as high as she is there, not elsewhere', () => {
    const grants = [grant('national', 'ml/kita/'), grant('supervisor')];
    expect(mayAgree(grants, [grant('district')], 'ml/kati/')).toBe(false);
  });
});
