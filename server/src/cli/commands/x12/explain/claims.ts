/** An 837P for people: who bills whom for what, claim by claim. */
import type { ClaimDraft } from '@claimside/shared/claim';
import { draftTotalCharge } from '@claimside/shared/claim';
import {
  CLAIM_FREQUENCY,
  type CodeSet,
  PAYER_RANK,
  PLACE_OF_SERVICE,
  RELATIONSHIP,
} from '@claimside/shared/codes';
import { type Cents, formatMoney } from '@claimside/shared/values';
import type {
  ClaimFileVisitor,
  GroupStart,
  InterchangeStart,
  ReadClaim,
  SetStart,
} from '../../../../transactions/claim-837p/index.ts';

/** Gathers lines until they are taken. */
export class ClaimExplainer implements ClaimFileVisitor<ReadClaim> {
  #lines: string[] = [];
  claims = 0;
  total = 0;

  interchange({ header }: InterchangeStart): void {
    if (!header) {
      this.#lines.push('Without an interchange');
      return;
    }
    const { controlNumber, senderId, receiverId, date, time, usageIndicator } = header;
    const kind = usageIndicator === 'T' ? ', test' : '';
    const made = `20${date.replace(/^(..)(..)(..)$/, '$1-$2-$3')} ${time.replace(/^(..)(..)$/, '$1:$2')}`;
    this.#lines.push(`Interchange ${controlNumber} from ${senderId} to ${receiverId}, ${made}${kind}`);
  }

  interchangeAcknowledgement([number, , , code]: readonly string[]): void {
    this.#lines.push(`  TA1 about interchange ${number}: ${code}`);
  }

  group({ header }: GroupStart): void {
    if (!header) return;
    const { controlNumber, applicationSender, applicationReceiver, version } = header;
    this.#lines.push(
      `  Group ${controlNumber} from ${applicationSender} to ${applicationReceiver}, ${version}`,
    );
  }

  set({ controlNumber, head: { batchReference, submitter, receiver } }: SetStart): void {
    const from = submitter?.organizationName ?? name(submitter);
    const batch = batchReference ? `, batch ${batchReference}` : '';
    this.#lines.push(
      `    Set ${controlNumber}${batch}, submitted by ${from || '?'} to ${receiver?.name ?? '?'}`,
    );
  }

  claim({ patientControlNumber, claim, statedCharge }: ReadClaim): void {
    const charge = statedCharge ?? draftTotalCharge(claim);
    this.claims += 1;
    this.total += charge;
    this.#lines.push('', ...linesOf(patientControlNumber, claim, charge).map((line) => `      ${line}`));
  }

  take(): string {
    return this.#lines
      .splice(0)
      .map((line) => `${line}\n`)
      .join('');
  }
}

function linesOf(number: string, claim: ClaimDraft, charge: Cents): string[] {
  const { placeOfService, frequency, patient, subscriber, coverage, diagnoses = [] } = claim;
  const relationship = claim.relationshipToSubscriber;
  const insured =
    subscriber === undefined
      ? ''
      : `; ${known(RELATIONSHIP, relationship, 'in a sentence')} of the insured ${subscriber.organizationName ?? name(subscriber)}`;
  return [
    `Claim ${number}: ${formatMoney(charge)}, ${known(CLAIM_FREQUENCY, frequency, 'in a sentence')}`,
    row('Billing', billing(claim)),
    ...people(claim),
    row('Place', known(PLACE_OF_SERVICE, placeOfService)),
    row('Patient', `${name(patient)}, born ${patient?.birthDate ?? '?'}, ${patient?.sex ?? '?'}${insured}`),
    row(
      'Payer',
      payer({ name: coverage?.payerName, id: coverage?.payerId }, coverage?.rank, coverage?.memberId),
    ),
    ...(claim.otherCoverages ?? []).map((other) =>
      row(
        'Other payer',
        `${payer(other.payer, other.rank, other.subscriber?.memberId)}${paid(other.paidAmount)}`,
      ),
    ),
    row('Diagnoses', diagnoses.map(({ code }, at) => `${at + 1} ${code}`).join('  ')),
    ...(claim.serviceLines ?? []).map((line, at) => {
      const code = [line.procedureCode, ...(line.modifiers ?? [])].join(' ');
      const end = line.serviceDateEnd ? ` to ${line.serviceDateEnd}` : '';
      const units = `${line.units ?? '?'} ${line.unitOfMeasure === 'MJ' ? 'minutes' : line.units === 1 ? 'unit' : 'units'}`;
      const pointers = (line.diagnosisPointers ?? []).join(', ');
      return row(
        `Line ${at + 1}`,
        `${line.serviceDate ?? '?'}${end}  ${code}  ${units}  ${money(line.chargeAmount)}  for diagnosis ${pointers || '?'}`,
      );
    }),
  ];
}

function billing({ billingProvider: provider }: ClaimDraft): string {
  const { name: who, npi, taxId } = provider ?? {};
  return `${who === undefined ? '?' : 'organizationName' in who ? who.organizationName : name(who)}, NPI ${npi ?? '?'}, tax id ${taxId ?? '?'}`;
}

function people({ renderingProvider, referringProvider, serviceFacility }: ClaimDraft): string[] {
  return [
    ...(renderingProvider ? [row('Rendering', provider(renderingProvider))] : []),
    ...(referringProvider ? [row('Referring', provider(referringProvider))] : []),
    ...(serviceFacility ? [row('Facility', serviceFacility.name ?? '?')] : []),
  ];
}

interface Named {
  readonly organizationName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
}

function provider(who: Named & { readonly npi?: string | undefined }): string {
  return `${who.organizationName ?? name(who)}, NPI ${who.npi ?? '?'}`;
}

function payer(
  who: { readonly name?: string | undefined; readonly id?: string | undefined } | undefined,
  rank: string | undefined,
  memberId: string | undefined,
): string {
  return `${who?.name ?? '?'} (${who?.id ?? '?'}), ${known(PAYER_RANK, rank ?? 'P', 'in a sentence')}, member id ${memberId ?? '?'}`;
}

const paid = (amount: Cents | undefined) => (amount === undefined ? '' : `, paid ${formatMoney(amount)}`);
const money = (amount: Cents | undefined) => (amount === undefined ? '?' : formatMoney(amount));
const row = (what: string, text: string) => `  ${what.padEnd(12)} ${text}`;

function name(who: Named | undefined): string {
  return [who?.firstName, who?.lastName].filter(Boolean).join(' ');
}

/** `Office (11)`, in a sentence `office (11)`; a code that no list has, as it is. */
function known({ codes }: CodeSet, code: string | undefined, where?: 'in a sentence'): string {
  if (code === undefined) return '?';
  const words = codes[code];
  if (words === undefined) return code;
  return `${where === undefined ? words : words.charAt(0).toLowerCase() + words.slice(1)} (${code})`;
}
