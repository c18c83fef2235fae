/** Boxes 1 to 13: the insurance, the patient, the insured and who else insures. */
import type { AddressLike, Claim } from '../../claim/index.ts';
import { ADDRESS_BOXES, BOXES } from './boxes.ts';
import { capitals, day, type Entry, fill, personName, telephone, text, tick, yesNo } from './entries.ts';

/** SBR09 to the boxes of 1; a plan with a group number is a group's, any other is none of these. */
const KINDS: Readonly<Record<string, string>> = {
  MA: 'medicare',
  MB: 'medicare',
  '16': 'medicare',
  MC: 'medicaid',
  CH: 'tricare',
  VA: 'champva',
};

const RELATIONSHIPS: Readonly<Record<string, string>> = { '18': 'self', '01': 'spouse', '19': 'child' };

const ON_FILE = 'SIGNATURE ON FILE';

const isMedicare = ({ coverage }: Claim): boolean => KINDS[coverage.claimFilingIndicator] === 'medicare';

export function insuranceEntries(claim: Claim): Entry[] {
  const { coverage, otherCoverages = [] } = claim;
  const [other] = otherCoverages;
  const kind = KINDS[coverage.claimFilingIndicator] ?? (coverage.groupNumber ? 'group' : 'other');
  const street = coverage.payerAddress;
  return [
    ...fill(BOXES.payer, {
      name: capitals(coverage.payerName),
      street: street && capitals(street.line1),
      more: street?.line2 && capitals(street.line2),
      city: street && cityLine(street),
    }),
    ...fill(BOXES.kind, tick(kind)),
    ...fill(BOXES.memberId, text(coverage.memberId)),
    ...(other
      ? [
          ...fill(BOXES.otherInsured, { text: nameOf(other.subscriber) }),
          ...fill(BOXES.otherPolicy, text(other.groupNumber ?? other.subscriber.memberId)),
          ...fill(BOXES.otherPlan, text(other.groupName ?? other.payer.name)),
        ]
      : []),
    // Medicare wants to be told that nobody is before it.
    ...fill(BOXES.group, text(coverage.groupNumber ?? (isMedicare(claim) && !other ? 'NONE' : undefined))),
    ...fill(BOXES.plan, text(coverage.groupName ?? coverage.payerName)),
    ...(isMedicare(claim) ? [] : fill(BOXES.otherPlanToo, yesNo(other !== undefined))),
  ];
}

export function patientEntries(claim: Claim): Entry[] {
  const { patient, relationshipToSubscriber } = claim;
  const isInsured = relationshipToSubscriber === '18';
  const insured = isInsured ? patient : claim.subscriber;
  const number = claim.subscriber?.propertyCasualtyClaimNumber ?? patient.propertyCasualtyClaimNumber;
  return [
    ...fill(BOXES.patientName, { text: personName(patient) }),
    ...fill(BOXES.patientBirth, day(patient.birthDate)),
    ...fill(BOXES.patientSex, tick(patient.sex)),
    ...fill(BOXES.insuredName, { text: insured && nameOf(insured) }),
    ...addressEntries('patient', patient.address, patient.phone),
    ...fill(BOXES.relationship, tick(RELATIONSHIPS[relationshipToSubscriber] ?? 'other')),
    ...addressEntries('insured', insured?.address, insured?.phone),
    ...fill(BOXES.insuredBirth, day(insured?.birthDate)),
    ...fill(BOXES.insuredSex, tick(insured?.sex)),
    ...(number ? fill(BOXES.otherClaimId, { qualifier: 'Y4', number: capitals(number) }) : []),
    ...fill(BOXES.patientSignature, { text: ON_FILE }),
    ...(claim.benefitsToProvider === 'Y' ? fill(BOXES.insuredSignature, { text: ON_FILE }) : []),
  ];
}

function addressEntries(
  whose: 'patient' | 'insured',
  address: AddressLike | undefined,
  phone: string | undefined,
): Entry[] {
  const boxes = ADDRESS_BOXES[whose];
  return [
    ...fill(boxes.street, text([address?.line1, address?.line2].filter(Boolean).join(' '))),
    ...fill(boxes.city, text(address?.city)),
    ...fill(boxes.state, text(address?.state)),
    ...fill(boxes.zip, text(address?.postalCode)),
    ...fill(boxes.phone, telephone(phone)),
  ];
}

/** `SPRINGFIELD IL 62704`. */
export const cityLine = ({ city, state, postalCode }: AddressLike): string =>
  capitals([city, state, postalCode].filter(Boolean).join(' '));

const nameOf = (
  who: Parameters<typeof personName>[0] & { readonly organizationName?: string | undefined },
) => (who.organizationName ? capitals(who.organizationName) : personName(who));
