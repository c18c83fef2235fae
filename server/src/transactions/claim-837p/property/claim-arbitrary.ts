/**
 * Arbitrary claims that use every part of the model: whatever its schema takes, but for what only the claim as a whole tells
 * that no file can say. Each such narrowing stands here with its reason.
 */
import { type Claim, ClaimSchema } from '@claimside/shared/claim';
import fc from 'fast-check';
import { schemaArbitrary } from '../../parts/property/schema-arbitrary.ts';
import type { TextKind } from '../../parts/property/values.ts';
import { groupByGroup } from '../as-written.ts';
import { placesInGuide } from '../guide/fields-of-model.ts';

/** `as-sent`: claims that a file says exactly, nothing folded, left out or put in another order. `any`: any that can be billed. */
export function claimArbitrary(kind: TextKind): fc.Arbitrary<Claim> {
  const isWanted = kind === 'as-sent' ? isInGuide : () => true;
  const ofDensity = (density: number) =>
    schemaArbitrary(ClaimSchema, { kind, density, isWanted }) as fc.Arbitrary<Claim>;
  return fc
    .oneof(
      { weight: 190, arbitrary: ofDensity(3) },
      { weight: 9, arbitrary: ofDensity(15) },
      { weight: 1, arbitrary: ofDensity(90) },
    )
    .map(sayable)
    .map(kind === 'as-sent' ? inTheWordsOfTheFile : (claim) => claim);
}

/** False for what no file has a place for: phones of people, descriptions of diagnoses. */
const isInGuide = (() => {
  const paths = new Set<string>();
  for (const { path } of placesInGuide()) {
    const keys = path.split('.');
    for (let length = 1; length <= keys.length; length += 1) paths.add(keys.slice(0, length).join('.'));
  }
  return (path: string) => paths.has(path);
})();

/**
 * A patient who is not the subscriber has a level of their own (SBR02 is 18 exactly when there is none), and only that one
 * has REF*1W, their member id. CLM11-4 and -5 stand beside a cause: CLM11-1 is required.
 */
function sayable(claim: Claim): Claim {
  const { subscriber, relationshipToSubscriber, patient, autoAccidentState, autoAccidentCountry, ...rest } =
    claim;
  const { propertyCasualtyMemberId: _, ...self } = patient;
  const isSelf = subscriber === undefined || relationshipToSubscriber === '18';
  return {
    ...rest,
    ...(isSelf
      ? { patient: self, relationshipToSubscriber: '18' }
      : { patient, relationshipToSubscriber, subscriber }),
    ...(rest.relatedCauses && autoAccidentState !== undefined ? { autoAccidentState } : {}),
    ...(rest.relatedCauses && autoAccidentCountry !== undefined ? { autoAccidentCountry } : {}),
  };
}

/** Diagnoses have no dots, no rank means primary, and a CAS is of one group; asWritten makes it so where it is not. */
function inTheWordsOfTheFile({ coverage: { rank, ...coverage }, otherCoverages, ...claim }: Claim): Claim {
  return {
    ...claim,
    coverage: rank === undefined || rank === 'P' ? coverage : { ...coverage, rank },
    ...(otherCoverages ? { otherCoverages: otherCoverages.map(groupByGroup) } : {}),
    diagnoses: claim.diagnoses.map((diagnosis) => ({
      ...diagnosis,
      code: diagnosis.code.replaceAll('.', ''),
    })),
    serviceLines: claim.serviceLines.map((line) =>
      line.adjudications ? { ...line, adjudications: line.adjudications.map(groupByGroup) } : line,
    ),
  };
}
