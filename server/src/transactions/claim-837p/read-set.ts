/** Follows one 837 set segment by segment: which loop it is in, and what each segment says of provider, subscriber or claim. */
import type { Segment } from '../../x12/index.ts';
import { readAddressPart } from '../parts/address.ts';
import { readPersonName } from '../parts/name.ts';
import type { Reading } from '../parts/reading.ts';
import { ClaimBuilder } from './claim-builder.ts';
import type { ClaimFileEnvelope, ReadClaim } from './model.ts';
import { emptyParty, type Party, type PatientLevel, type ProviderLevel } from './parties.ts';

export class SetReader {
  batchReference = '';
  submitter: ClaimFileEnvelope['submitter'] = { name: '', id: '', contactName: '', contactPhone: '' };
  receiver: ClaimFileEnvelope['receiver'] = { name: '', id: '' };

  readonly #reading: Reading;
  readonly #setControlNumber: string;
  readonly #claims: ClaimBuilder[] = [];
  #provider: ProviderLevel = newProvider();
  #patient: PatientLevel = newPatient();
  #providerCount = 0;
  #claim: ClaimBuilder | undefined;
  #isClosed = false;
  /** The first segment of the subscriber level, until a claim takes it as its first. */
  #levelStart: number | undefined;
  /** NM101 of the name under way above the claim, such as 85 or IL. */
  #entity = '';

  constructor(reading: Reading, setControlNumber: string) {
    this.#reading = reading;
    this.#setControlNumber = setControlNumber;
  }

  take(segment: Segment): void {
    if (segment.id === 'SE') this.#isClosed = true;
    else if (segment.id === 'HL') this.#level(segment);
    else if (segment.id === 'CLM') this.#openClaim(segment);
    else if (this.#claim) this.#claim.take(segment);
    else this.#aboveClaim(segment);
  }

  /** The claims read, each with the ordinals of its first and last segment. */
  finish(): ReadClaim[] {
    this.#reading.claim = '';
    const last = this.#claims.at(-1);
    return this.#claims.map((claim) =>
      claim.build(this.#setControlNumber, claim === last && !this.#isClosed),
    );
  }

  #level(segment: Segment): void {
    this.#claim = undefined;
    this.#reading.claim = '';
    this.#entity = '';
    const kind = segment.element(3);
    if (kind === '20') {
      this.#provider = newProvider();
      this.#patient = newPatient();
      this.#providerCount += 1;
      this.#reading.loop = `2000A[${this.#providerCount}]`;
      this.#levelStart = undefined;
    } else if (kind === '22') {
      this.#patient = newPatient();
      this.#reading.loop = `2000A[${this.#providerCount}] > 2000B`;
      this.#levelStart = segment.ordinal;
    } else if (kind === '23') {
      this.#patient = { ...this.#patient, isDependent: true, relationship: '', dependent: emptyParty() };
      this.#reading.loop = `2000A[${this.#providerCount}] > 2000B > 2000C`;
      this.#levelStart ??= segment.ordinal;
    } else {
      const fault = { code: 'HL03', message: 'HL03 is not 20, 22 or 23.', value: kind };
      this.#reading.report(segment, fault, 3);
    }
  }

  #openClaim(segment: Segment): void {
    const firstOrdinal = this.#levelStart ?? segment.ordinal;
    this.#levelStart = undefined;
    this.#claim = new ClaimBuilder(segment, firstOrdinal, this.#reading, {
      provider: this.#provider,
      patient: this.#patient,
      submitter: this.submitter,
    });
    this.#claims.push(this.#claim);
  }

  #aboveClaim(segment: Segment): void {
    switch (segment.id) {
      case 'BHT':
        this.batchReference = segment.element(3);
        return;
      case 'PRV':
        if (segment.element(1) === 'BI') this.#provider.taxonomy = segment.element(3);
        return;
      case 'SBR':
        this.#patient.relationship = segment.element(2);
        this.#patient.groupNumber = segment.element(3);
        this.#patient.groupName = segment.element(4);
        this.#patient.claimFilingIndicator = segment.element(9);
        return;
      case 'PAT':
        if (segment.element(1) !== '') this.#patient.relationship = segment.element(1);
        return;
      case 'NM1':
        this.#name(segment);
        return;
      case 'PER':
        this.#contact(segment);
        return;
      case 'REF':
        if (this.#entity === '85' && /^(EI|SY)$/.test(segment.element(1))) {
          this.#provider.taxIdKind = segment.element(1) === 'SY' ? 'SY' : 'EI';
          this.#provider.taxId = segment.element(2);
        }
        return;
      case 'N3':
      case 'N4': {
        const party = this.#party();
        if (party) party.address = readAddressPart(party.address, segment);
        return;
      }
      case 'DMG': {
        const party = this.#party();
        if (!party) return;
        party.birthDate = this.#reading.optionalDate(segment, 2);
        party.sex = segment.element(3);
        return;
      }
    }
  }

  #name(segment: Segment): void {
    this.#entity = segment.element(1);
    const party = this.#party();
    const id = segment.element(9);
    if (this.#entity === '41') {
      const name = [segment.element(4), segment.element(3)].filter((part) => part !== '').join(' ');
      this.submitter = { ...this.submitter, name, id };
    } else if (this.#entity === '40') {
      this.receiver = { name: segment.element(3), id };
    } else if (this.#entity === 'PR') {
      this.#patient.payer = { name: segment.element(3), id };
    } else if (party) {
      Object.assign(party, { isPerson: segment.element(2) !== '2', name: readPersonName(segment), id });
    }
  }

  /** Who an N3, N4 or DMG belongs to now. */
  #party(): Party | undefined {
    if (this.#entity === '85') return this.#provider.party;
    if (this.#entity === 'IL') return this.#patient.subscriber;
    if (this.#entity === 'QC') return this.#patient.dependent;
    return undefined;
  }

  #contact(segment: Segment): void {
    const phoneAt = [3, 5, 7].find((at) => segment.element(at) === 'TE');
    const contactName = segment.element(2);
    const contactPhone = phoneAt === undefined ? '' : segment.element(phoneAt + 1);
    if (this.#entity === '41') this.submitter = { ...this.submitter, contactName, contactPhone };
    else if (this.#entity === '85') this.#provider.contact = { contactName, contactPhone };
  }
}

function newProvider(): ProviderLevel {
  return { party: emptyParty(), taxonomy: '', taxIdKind: 'EI', taxId: '', contact: undefined };
}

function newPatient(): PatientLevel {
  return {
    subscriber: emptyParty(),
    isDependent: false,
    dependent: emptyParty(),
    relationship: '',
    payer: { name: '', id: '' },
    groupNumber: '',
    groupName: '',
    claimFilingIndicator: '',
  };
}
