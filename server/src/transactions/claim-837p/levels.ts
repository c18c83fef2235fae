/** A claim and the levels that an 837P spreads it over: billing provider, subscriber, patient. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { SegmentAddress } from '../guide/leftovers.ts';
import type { Fields } from '../guide/rules.ts';

/** Where whole segments are left over that stand behind a claim. */
export const CLAIM_END: SegmentAddress = { loop: '2300', segment: 'end', occurrence: 1 };

export interface Levels {
  /** 2000A: `billingProvider`, `payToAddress`, `payToPlan`. */
  readonly billing: Fields;
  /** 2000B: `coverage`, `relationship` (18 or nothing), and as `person` the subscriber, be it the patient or not. */
  readonly subscriber: Fields;
  /** 2000C: `patient` and `relationship`, when the patient is not the subscriber. */
  readonly patient: Fields | undefined;
}

export function levelsOf(claim: ClaimDraft): Levels {
  const {
    billingProvider,
    payToAddress,
    payToPlan,
    coverage,
    relationshipToSubscriber: relationship,
  } = claim;
  const isSelf = claim.subscriber === undefined;
  return {
    billing: { billingProvider, payToAddress, payToPlan },
    subscriber: {
      coverage,
      person: isSelf ? claim.patient : claim.subscriber,
      relationship: isSelf ? relationship : undefined,
    },
    patient: isSelf ? undefined : { relationship, patient: claim.patient },
  };
}

/**
 * Puts together what the levels and loop 2300 said. The levels' objects are shared among their claims, never copied. Below a
 * patient level there is a subscriber, even one of whom nothing is said.
 */
export function claimOf({ billing, subscriber, patient }: Levels, claim: Fields): ClaimDraft {
  const { person, coverage, relationship } = subscriber;
  const people = patient
    ? { patient: patient.patient, relationshipToSubscriber: patient.relationship, subscriber: person ?? {} }
    : { patient: person, relationshipToSubscriber: relationship };
  const whole: Fields = { ...billing, ...people, coverage, ...claim };
  for (const name of Object.keys(whole)) if (whole[name] === undefined) delete whole[name];
  return whole;
}

/** Loop of a level, and the path there, of a path of a claim: `patient.sex` is `person.sex` of 2000B when the patient is the subscriber. */
export function pathInLevels(
  path: string,
  isDependent: boolean,
): readonly [level: '2000A' | '2000B' | '2000C' | '2300', path: string] {
  const [first = ''] = path.split('.', 1);
  const rest = path.slice(first.length);
  switch (first) {
    case 'billingProvider':
    case 'payToAddress':
    case 'payToPlan':
      return ['2000A', path];
    case 'coverage':
      return ['2000B', path];
    case 'subscriber':
      return ['2000B', `person${rest}`];
    case 'patient':
      return isDependent ? ['2000C', path] : ['2000B', `person${rest}`];
    case 'relationshipToSubscriber':
      return [isDependent ? '2000C' : '2000B', 'relationship'];
    default:
      return ['2300', path];
  }
}
