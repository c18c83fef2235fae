/** Follows one 277CA set through its levels: source, receiver, billing provider, patient. */

import type { IsoDate } from '@claimside/shared/values';
import type { Segment } from '../../x12/index.ts';
import type { Open } from '../parts/open.ts';
import { readProcedure } from '../parts/procedure.ts';
import { ASK_SENDER, present, type Reading } from '../parts/reading.ts';
import { readStatus } from '../parts/status.ts';
import type {
  ClaimAcknowledgement,
  ClaimStatusAnswer,
  LineStatusAnswer,
  ProviderAcknowledgement,
  StatusInformation,
} from './model.ts';

type OpenLine = Open<LineStatusAnswer, { statuses: StatusInformation[] }>;
type OpenClaim = Open<ClaimStatusAnswer, { statuses: StatusInformation[]; lines: OpenLine[] }>;
type OpenProvider = Open<ProviderAcknowledgement, { statuses: StatusInformation[]; claims: OpenClaim[] }>;

const LOOP_BY_LEVEL: Readonly<Record<string, string>> = {
  '20': '2000A',
  '21': '2000B',
  '19': '2000C',
  PT: '2000D',
};

/** Levels 22 and 23 belong to the answer to a 276; a patient is meant all the same. */
const PATIENT_LEVELS = new Set(['PT', '22', '23']);

export class SetReader {
  readonly #reading: Reading;
  #referenceId = '';
  #source = { entity: '', name: '', id: '' };
  #receivedDate: IsoDate | undefined;
  #processedDate: IsoDate | undefined;
  #receiverTrace = '';
  readonly #receiverStatuses: StatusInformation[] = [];
  readonly #providers: OpenProvider[] = [];
  /** HL03 of the level under way. */
  #level = '';
  #patient: { lastName: string; firstName: string; memberId: string } | undefined;
  #claim: OpenClaim | undefined;
  #line: OpenLine | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  take(segment: Segment): void {
    switch (segment.id) {
      case 'BHT':
        this.#referenceId = segment.element(3);
        return;
      case 'HL':
        this.#openLevel(segment);
        return;
      case 'NM1':
        this.#name(segment);
        return;
      case 'TRN':
        this.#trace(segment);
        return;
      case 'STC':
        this.#status(segment);
        return;
      case 'DTP':
        this.#date(segment);
        return;
      case 'REF':
        this.#reference(segment);
        return;
      case 'SVC':
        this.#openLine(segment);
        return;
    }
  }

  finish(): ClaimAcknowledgement {
    return {
      referenceId: this.#referenceId,
      source: this.#source,
      ...present('receivedDate', this.#receivedDate),
      ...present('processedDate', this.#processedDate),
      receiver: { traceNumber: this.#receiverTrace, statuses: this.#receiverStatuses },
      providers: this.#providers,
    };
  }

  #openLevel(segment: Segment): void {
    const level = segment.element(3).toUpperCase();
    this.#level = PATIENT_LEVELS.has(level) ? 'PT' : level;
    this.#claim = undefined;
    this.#line = undefined;
    this.#patient = undefined;
    this.#reading.claim = '';
    const loop = LOOP_BY_LEVEL[this.#level];
    this.#reading.loop = loop ?? '';
    if (this.#level === '19') this.#openProvider('', '');
    if (loop === undefined) {
      const fault = {
        code: 'HL03',
        message: 'HL03 is not 20, 21, 19 or PT.',
        value: this.#level,
        fix: ASK_SENDER,
      };
      this.#reading.report(segment, fault, 3);
    }
  }

  #openProvider(npi: string, name: string): OpenProvider {
    const provider: OpenProvider = { npi, ...present('name', name), statuses: [], claims: [] };
    this.#providers.push(provider);
    return provider;
  }

  #name(segment: Segment): void {
    const [entity, id] = [segment.element(1), segment.element(9)];
    if (this.#level === '20') {
      this.#source = { entity, name: segment.element(3), id };
    } else if (this.#level === '19') {
      const provider = this.#providers.at(-1);
      if (provider) Object.assign(provider, { npi: id, ...present('name', segment.element(3)) });
    } else if (this.#level === 'PT') {
      this.#patient = { lastName: segment.element(3), firstName: segment.element(4), memberId: id };
    }
  }

  #trace(segment: Segment): void {
    if (this.#level === '21') this.#receiverTrace = segment.element(2);
    if (this.#level !== 'PT') return;
    this.#line = undefined;
    this.#reading.claim = segment.element(2);
    this.#reading.loop = '2000D > 2200D';
    if (segment.element(2) === '') this.#reading.missing(segment, 2);
    this.#claim = {
      patientControlNumber: segment.element(2),
      patientLastName: this.#patient?.lastName ?? '',
      ...present('patientFirstName', this.#patient?.firstName),
      ...present('memberId', this.#patient?.memberId),
      statuses: [],
      lines: [],
    };
    const provider = this.#providers.at(-1) ?? this.#openProvider('', '');
    provider.claims.push(this.#claim);
  }

  #status(segment: Segment): void {
    const status = readStatus(segment, this.#reading);
    const target = this.#line ?? this.#claim;
    if (target) target.statuses.push(status);
    else if (this.#level === '19') this.#providers.at(-1)?.statuses.push(status);
    else if (this.#level === '20' || this.#level === '21') this.#receiverStatuses.push(status);
    else {
      const message = 'This status stands before the claim it belongs to.';
      this.#reading.report(segment, { code: 'SEGMENT-ORDER', snip: 2, message, fix: ASK_SENDER });
    }
  }

  #date(segment: Segment): void {
    const qualifier = segment.element(1);
    if (this.#level === '20') {
      const date = this.#reading.optionalDate(segment, 3);
      if (qualifier === '050') this.#receivedDate = date;
      if (qualifier === '009') this.#processedDate = date;
    } else if (qualifier === '472' && this.#claim && !this.#line) {
      Object.assign(this.#claim, present('serviceDate', this.#reading.optionalDate(segment, 3)));
    }
  }

  #reference(segment: Segment): void {
    const [qualifier, id] = [segment.element(1), segment.element(2)];
    if (this.#line) {
      if (qualifier === 'FJ') Object.assign(this.#line, present('lineControlNumber', id));
    } else if (this.#claim) {
      if (qualifier === '1K') Object.assign(this.#claim, present('payerClaimControlNumber', id));
      if (qualifier === 'D9') Object.assign(this.#claim, present('clearinghouseTraceNumber', id));
    }
  }

  #openLine(segment: Segment): void {
    if (!this.#claim) return;
    this.#line = {
      procedureCode: readProcedure(segment, 1).code,
      ...present('chargeAmount', this.#reading.optionalCents(segment, 2)),
      statuses: [],
    };
    this.#claim.lines.push(this.#line);
  }
}
