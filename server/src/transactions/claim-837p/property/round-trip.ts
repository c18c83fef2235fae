/** The property: what is read back from a written claim is that claim, whole; with every difference named by its path. */
import type { Claim } from '@claimside/shared/claim';
import fc from 'fast-check';
import { OUR_SEPARATORS, ownGroupHeader, ownInterchangeHeader, type X12Finding } from '../../../x12/index.ts';
import { exampleClaimFileEnvelope } from '../../examples.ts';
import { differences } from '../../parts/differences.ts';
import type { TextKind } from '../../parts/property/values.ts';
import { asWritten } from '../as-written.ts';
import type { ClaimInterchange } from '../file-parts.ts';
import { writeClaimInterchanges } from '../file-writer.ts';
import type { ClaimRecord, NumberedClaim } from '../model.ts';
import { readClaimFile, readClaimInterchanges } from '../read.ts';
import { differingPaths } from '../same-claim.ts';
import { VERSION_837P } from '../version.ts';
import { writeClaimFile } from '../write.ts';
import { claimArbitrary } from './claim-arbitrary.ts';

/** Claims that stand in one file. */
export interface Batch {
  readonly kind: TextKind;
  readonly claims: readonly NumberedClaim[];
}

/** A file costs as much as a claim or two, so that one holds several. */
const MOST_CLAIMS = 10;

/** Some claims have levels in common with the one before. */
export const batchArbitrary: fc.Arbitrary<Batch> = fc.oneof(
  { weight: 3, arbitrary: batchOf('as-sent') },
  { weight: 1, arbitrary: batchOf('any') },
);

function batchOf(kind: TextKind): fc.Arbitrary<Batch> {
  const shared = fc.constantFrom<Shared>('nothing', 'nothing', 'billing', 'subscriber', 'patient');
  return fc
    .array(fc.tuple(claimArbitrary(kind), shared), { minLength: 1, maxLength: MOST_CLAIMS })
    .map((drawn) => ({
      kind,
      claims: drawn.map(([claim, what], index) => ({
        patientControlNumber: `C${index + 1}`,
        claim: sharing(claim, drawn[index - 1]?.[0], what),
      })),
    }));
}

type Shared = 'nothing' | 'billing' | 'subscriber' | 'patient';

function sharing(claim: Claim, before: Claim | undefined, what: Shared): Claim {
  if (!before || what === 'nothing') return claim;
  const {
    billingProvider,
    payToAddress,
    payToPlan,
    coverage,
    subscriber,
    patient,
    relationshipToSubscriber,
  } = before;
  const { payToAddress: _, payToPlan: __, subscriber: ___, ...own } = claim;
  const billing = {
    billingProvider,
    ...(payToAddress ? { payToAddress } : {}),
    ...(payToPlan ? { payToPlan } : {}),
  };
  if (what === 'billing') return { ...claim, ...billing };
  const isOther = what === 'subscriber' && subscriber !== undefined && claim.subscriber !== undefined;
  return {
    ...own,
    ...billing,
    coverage,
    ...(subscriber ? { subscriber } : {}),
    ...(isOther ? {} : { patient, relationshipToSubscriber }),
  };
}

/** What is not the same as it was, and what the guide forbids; empty when all is well. */
export function roundTripTroubles({ kind, claims }: Batch): string[] {
  if (kind === 'any') return troublesAsSent(claims, differingPaths);
  return [...troublesAsTheyAre(claims), ...troublesAsSent(claims, differingFromSent)];
}

/** Claims written as they are, as drafts are, in levels that they share where they say the same. */
function troublesAsTheyAre(claims: readonly NumberedClaim[]): string[] {
  const bytes = writtenAsTheyAre(claims);
  const read = readClaimInterchanges(bytes);
  const again = writeClaimInterchanges(read.interchanges);
  return [
    ...faultsIn(read.findings),
    ...claims.flatMap((sent, index) => differencesOf(sent, read.claims[index], index)),
    ...(Buffer.compare(bytes, again) === 0 ? [] : ['other bytes when what was read is written']),
  ];
}

export function writtenAsTheyAre(claims: readonly NumberedClaim[]): Uint8Array {
  return writeClaimInterchanges([interchangeOf(claims)]);
}

type Compare = typeof differingPaths;

/** As `differingPaths`, without asking again whether a claim is complete whose texts nobody folded. */
const differingFromSent: Compare = (sent, { patientControlNumber, claim }, submitter) =>
  differences(asWritten(sent, submitter), { patientControlNumber, claim }, '');

/** Claims written into a file of ours, each in a level of its own. */
function troublesAsSent(claims: readonly NumberedClaim[], compare: Compare): string[] {
  const { submitter } = exampleClaimFileEnvelope;
  const written = writeClaimFile(exampleClaimFileEnvelope, claims);
  const file = readClaimFile(written.bytes);
  const byNumber = new Map(file.claims.map((read) => [read.patientControlNumber, read]));
  const positions = file.claims.map(({ position }) => position);
  return [
    ...faultsIn(file.findings),
    ...differences(written.positions, positions, 'positions'),
    ...claims.flatMap((sent, index) => {
      const read = byNumber.get(sent.patientControlNumber);
      const paths = read ? compare(sent, read, submitter) : ['claim'];
      return paths.map((path) => `${path} of claim ${index + 1}`);
    }),
  ];
}

function interchangeOf(claims: readonly NumberedClaim[]): ClaimInterchange {
  const { submitter, receiver, batchReference, date, time } = exampleClaimFileEnvelope;
  const { name: organizationName, id, contactName: name, contactPhone: phone } = submitter;
  const head = {
    purpose: '00',
    batchReference,
    date,
    time,
    kind: 'CH',
    submitter: { organizationName, id, contacts: [{ name, phone }] },
    receiver,
  };
  return {
    separators: OUR_SEPARATORS,
    header: ownInterchangeHeader(exampleClaimFileEnvelope),
    groups: [
      {
        header: ownGroupHeader(exampleClaimFileEnvelope, {
          functionalIdentifier: 'HC',
          version: VERSION_837P,
        }),
        sets: [{ controlNumber: '0001', version: VERSION_837P, head, claims }],
      },
    ],
  };
}

function differencesOf(sent: NumberedClaim, read: ClaimRecord | undefined, index: number): string[] {
  const { patientControlNumber, claim, notInModel = [] } = read ?? {};
  return [
    ...differences(sent, { patientControlNumber, claim }, ''),
    ...notInModel.map(({ loop, segment }) => `${segment} of ${loop}, not in the model,`),
  ].map((path) => `${path} of claim ${index + 1}`);
}

/** Types 1 and 2 of SNIP are about syntax and guide; what a value means is not this property's affair. */
function faultsIn(findings: readonly X12Finding[]): string[] {
  return findings
    .filter(({ snip = 1 }) => snip <= 2)
    .map(({ code, location, message }) => `${code} in ${location.loop}: ${message}`);
}
