/** Makes the typed claim of what was gathered from its loops. */
import type {
  BillingProvider,
  Claim,
  Patient,
  Provider,
  ServiceFacility,
  ServiceLine,
} from '@claimside/shared/claim';
import type { Cents, IsoDate } from '@claimside/shared/values';
import { NO_DATE, type Segment } from '../../x12/index.ts';
import { present, type Reading } from '../parts/reading.ts';
import type { AboveClaim, Party } from './parties.ts';

/** Everything of one claim but its control number. */
export interface ClaimParts {
  /** The CLM. */
  readonly segment: Segment;
  readonly above: AboveClaim;
  /** 2310 by NM101. */
  readonly parties: ReadonlyMap<string, Party>;
  readonly renderingTaxonomy: string;
  readonly priorAuthorizationNumber: string;
  readonly payerClaimControlNumber: string;
  readonly onsetDate: IsoDate | undefined;
  readonly patientPaidAmount: Cents | undefined;
  readonly diagnoses: readonly string[];
  readonly serviceLines: ServiceLine[];
}

export function toClaim(reading: Reading, parts: ClaimParts): Claim {
  const { segment, above, parties } = parts;
  const { patient } = above;
  const isSelf = !patient.isDependent;
  const code = codeReader(reading, segment);
  const rendering = parties.get('82');
  const referring = parties.get('DN');
  const facility = parties.get('77');
  return {
    billingProvider: billingProvider(above),
    ...present('renderingProvider', rendering && provider(rendering, parts.renderingTaxonomy)),
    ...present('serviceFacility', facility && serviceFacility(facility)),
    ...present('referringProvider', referring && provider(referring, '')),
    patient: person(reading, segment, isSelf ? patient.subscriber : patient.dependent),
    relationshipToSubscriber: isSelf
      ? '18'
      : code('PAT01', patient.relationship, ['01', '19', '20', '21', '39', '40', '53', 'G8'], 'G8'),
    ...(isSelf ? {} : { subscriber: person(reading, segment, patient.subscriber) }),
    coverage: {
      payerName: patient.payer.name,
      payerId: patient.payer.id,
      memberId: patient.subscriber.id,
      ...present('groupNumber', patient.groupNumber),
      ...present('groupName', patient.groupName),
      claimFilingIndicator: patient.claimFilingIndicator,
    },
    placeOfService: segment.component(5, 1),
    frequency: code('CLM05-3', segment.component(5, 3), ['1', '7', '8'], '1'),
    ...present('payerClaimControlNumber', parts.payerClaimControlNumber),
    providerSignatureOnFile: segment.element(6) === 'Y',
    assignmentOfBenefits: code('CLM07', segment.element(7), ['A', 'B', 'C'], 'C'),
    benefitsToProvider: code('CLM08', segment.element(8), ['Y', 'N', 'W'], 'N'),
    releaseOfInformation: code('CLM09', segment.element(9), ['Y', 'I'], 'I'),
    ...present('priorAuthorizationNumber', parts.priorAuthorizationNumber),
    ...present('onsetDate', parts.onsetDate),
    ...present('patientPaidAmount', parts.patientPaidAmount),
    diagnoses: parts.diagnoses.map((diagnosis) => ({ code: diagnosis })),
    serviceLines: parts.serviceLines,
  };
}

/** Reads one code of a short list; anything else becomes `otherwise`, with a finding. */
function codeReader(reading: Reading, segment: Segment) {
  return <Code extends string>(
    name: string,
    text: string,
    allowed: readonly Code[],
    otherwise: Code,
  ): Code => {
    const found = allowed.find((code) => code === text);
    if (found === undefined) {
      const message = `${name} is not one of ${allowed.join(', ')}.`;
      reading.report(segment, { code: 'CODE', snip: 2, message, value: text, expected: allowed.join(', ') });
    }
    return found ?? otherwise;
  };
}

function billingProvider({ provider, submitter }: AboveClaim): BillingProvider {
  const { party, taxonomy, taxIdKind, taxId } = provider;
  const { contactName, contactPhone } = provider.contact ?? submitter;
  return {
    npi: party.id,
    ...present('taxonomy', taxonomy),
    name: party.isPerson
      ? { kind: 'person', ...party.name }
      : { kind: 'organization', organizationName: party.name.lastName },
    taxIdKind,
    taxId,
    address: party.address,
    contactName,
    contactPhone,
  };
}

function provider(party: Party, taxonomy: string): Provider {
  return { ...party.name, npi: party.id, ...present('taxonomy', taxonomy) };
}

function serviceFacility(party: Party): ServiceFacility {
  return { name: party.name.lastName, ...present('npi', party.id), address: party.address };
}

function person(reading: Reading, segment: Segment, party: Party): Patient {
  const code = codeReader(reading, segment);
  if (party.name.lastName === '') {
    reading.report(segment, {
      code: 'NAME-MISSING',
      snip: 2,
      message: 'The patient or subscriber has no name.',
    });
  }
  return {
    ...party.name,
    birthDate: party.birthDate ?? NO_DATE,
    sex: party.sex === '' ? 'U' : code('DMG03', party.sex, ['F', 'M', 'U'], 'U'),
    address: party.address,
  };
}
