/** What the check of a claim file asks beyond the guide for one clearinghouse. */
import type { PartnerLimits } from '../transactions/claim-837p/index.ts';
import type { ClearinghouseProfile } from './profile.ts';

/** Of a profile as `profileOf` gives it, the connection's own ids are allowed beside the usual ones. */
export function partnerLimitsOf(profile: ClearinghouseProfile): PartnerLimits {
  const { name, envelope, payerIdPattern, claimFile } = profile;
  const ids: PartnerLimits['constants'] = [
    { segmentId: 'ISA' as const, element: 8, anyOf: [envelope.receiverId] },
    { segmentId: 'NM1' as const, loop: '1000B', element: 9, anyOf: [envelope.receiverCode] },
  ].filter(({ anyOf: [id] }) => id !== '');
  const routes = payerIdPattern === null ? {} : { payerIdPattern: new RegExp(payerIdPattern) };
  if (claimFile === null) return { name, constants: ids, ...routes };
  const { patientControlNumber, most, isBasicOnly } = claimFile;
  return {
    name,
    ...routes,
    constants: [
      ...ids,
      { segmentId: 'ISA', element: 5, anyOf: either(claimFile.senderQualifiers, envelope.senderQualifier) },
      {
        segmentId: 'ISA',
        element: 7,
        anyOf: either(claimFile.receiverQualifiers, envelope.receiverQualifier),
      },
      {
        segmentId: 'GS',
        element: 3,
        anyOf: either(claimFile.applicationReceivers, envelope.applicationReceiver),
      },
      { segmentId: 'NM1', loop: '1000B', element: 3, anyOf: [envelope.receiverName] },
    ],
    patientControlNumber: { ...patientControlNumber, pattern: new RegExp(patientControlNumber.pattern) },
    most,
    isBasicOnly,
  };
}

function either(usual: readonly string[], own: string): string[] {
  return [...new Set([...usual, own])];
}
