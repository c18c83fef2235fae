/** Gathers loops 2300 to 2400 of one claim and makes the typed claim of them. */
import type { ServiceLine } from '@claimside/shared/claim';
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import { NO_DATE, readRangeEnd, type Segment, writeCents } from '../../x12/index.ts';
import { readAddressPart } from '../parts/address.ts';
import { readPersonName } from '../parts/name.ts';
import { readProcedure } from '../parts/procedure.ts';
import { present, type Reading } from '../parts/reading.ts';
import { boundedSum } from '../parts/sums.ts';
import type { ReadClaim } from './model.ts';
import { type AboveClaim, emptyParty, type Party } from './parties.ts';
import { toClaim } from './to-claim.ts';

/** A line under way. */
interface LineParts {
  readonly segment: Segment;
  procedureCode: string;
  modifiers: readonly string[];
  chargeAmount: Cents;
  units: number;
  placeOfService: string;
  diagnosisPointers: number[];
  serviceDate: IsoDate | undefined;
  serviceDateEnd: IsoDate | undefined;
  controlNumber: string;
}

export class ClaimBuilder {
  readonly #segment: Segment;
  readonly #reading: Reading;
  readonly #above: AboveClaim;
  readonly #firstOrdinal: number;
  #lastOrdinal: number;
  readonly #loop: string;
  readonly #diagnoses: string[] = [];
  readonly #lines: LineParts[] = [];
  readonly #parties = new Map<string, Party>();
  #renderingTaxonomy = '';
  #onsetDate: IsoDate | undefined;
  #patientPaidAmount: Cents | undefined;
  #priorAuthorizationNumber = '';
  #payerClaimControlNumber = '';
  /** False when a line's charge could not be read. */
  #isSumKnown = true;
  /** NM101 of the name under way in 2310. */
  #entity = '';
  /** True within loops that the claim model has no place for (2320 other payers, 2420, 2430), up to the next LX. */
  #isElsewhere = false;

  constructor(segment: Segment, firstOrdinal: number, reading: Reading, above: AboveClaim) {
    this.#segment = segment;
    this.#reading = reading;
    this.#above = above;
    this.#firstOrdinal = firstOrdinal;
    this.#lastOrdinal = segment.ordinal;
    reading.claim = segment.element(1);
    this.#loop = `${reading.loop.split(' > 2300')[0]} > 2300`;
    reading.loop = this.#loop;
    if (segment.element(1) === '') reading.missing(segment, 1);
  }

  take(segment: Segment): void {
    this.#lastOrdinal = segment.ordinal;
    if (segment.id === 'LX') this.#openLine(segment);
    else if (segment.id === 'SBR') this.#isElsewhere = true;
    else if (this.#isElsewhere) return;
    else if (this.#lines.length > 0) this.#takeInLine(segment);
    else this.#takeInClaim(segment);
  }

  #takeInClaim(segment: Segment): void {
    const qualifier = segment.element(1);
    const party = this.#parties.get(this.#entity);
    switch (segment.id) {
      case 'DTP':
        if (qualifier === '431') this.#onsetDate = this.#reading.optionalDate(segment, 3);
        return;
      case 'AMT':
        if (qualifier === 'F5') this.#patientPaidAmount = this.#reading.optionalCents(segment, 2);
        return;
      case 'REF':
        if (party) return;
        if (qualifier === 'G1') this.#priorAuthorizationNumber = segment.element(2);
        if (qualifier === 'F8') this.#payerClaimControlNumber = segment.element(2);
        return;
      case 'HI':
        this.#takeDiagnoses(segment);
        return;
      case 'NM1': {
        this.#entity = qualifier;
        const isPerson = segment.element(2) !== '2';
        const name = readPersonName(segment);
        this.#parties.set(qualifier, { ...emptyParty(), isPerson, name, id: segment.element(9) });
        return;
      }
      case 'PRV':
        if (qualifier === 'PE' && this.#entity === '82') this.#renderingTaxonomy = segment.element(3);
        return;
      case 'N3':
      case 'N4':
        if (party) party.address = readAddressPart(party.address, segment);
        return;
    }
  }

  #takeDiagnoses(segment: Segment): void {
    for (let at = 1; at < segment.elements.length; at += 1) {
      const [qualifier = '', code = ''] = segment.components(at);
      if (/^(ABK|ABF|BK|BF)$/.test(qualifier) && code !== '') this.#diagnoses.push(code);
    }
  }

  #openLine(segment: Segment): void {
    this.#isElsewhere = false;
    this.#reading.loop = `${this.#loop} > 2400[${this.#lines.length + 1}]`;
    this.#lines.push({
      segment,
      procedureCode: '',
      modifiers: [],
      chargeAmount: cents(0),
      units: 0,
      placeOfService: '',
      diagnosisPointers: [],
      serviceDate: undefined,
      serviceDateEnd: undefined,
      controlNumber: '',
    });
  }

  #takeInLine(segment: Segment): void {
    const line = this.#lines.at(-1);
    if (!line) return;
    if (segment.id === 'NM1' || segment.id === 'SVD') {
      this.#isElsewhere = true;
    } else if (segment.id === 'SV1') {
      const { code, modifiers } = readProcedure(segment, 1);
      if (code === '') this.#reading.missing(segment, 1);
      line.procedureCode = code;
      line.modifiers = modifiers;
      if (segment.element(2) === '') this.#reading.missing(segment, 2);
      const charge = this.#reading.optionalCents(segment, 2);
      this.#isSumKnown &&= charge !== undefined;
      line.chargeAmount = charge ?? cents(0);
      line.units = this.#reading.quantity(segment, 4, 0);
      line.placeOfService = segment.element(5);
      line.diagnosisPointers = segment
        .components(7)
        .filter((text) => /^\d{1,2}$/.test(text))
        .map(Number);
    } else if (segment.id === 'DTP' && segment.element(1) === '472') {
      line.serviceDate = this.#reading.date(segment, 3);
      line.serviceDateEnd = readRangeEnd(segment.element(3));
    } else if (segment.id === 'REF' && segment.element(1) === '6R') {
      line.controlNumber = segment.element(2);
    }
  }

  /** The claim with its place; also checks what only shows at its end, unless the file was cut off within it. */
  build(transactionSetControlNumber: string, isCutOff: boolean): ReadClaim {
    const patientControlNumber = this.#segment.element(1);
    this.#reading.claim = patientControlNumber;
    this.#reading.loop = this.#loop;
    if (isCutOff) {
      const message = 'The transaction set ends within this claim.';
      this.#reading.report(this.#segment, { code: 'CLAIM-CUT-OFF', message });
      this.#reading.isSilent = true;
    }
    const serviceLines = this.#lines.map((line, index) => this.#line(line, index));
    this.#reading.loop = this.#loop;
    this.#checkTotal(serviceLines);
    if (this.#diagnoses.length === 0) this.#missingSegment(this.#segment, 'HI', 'a diagnosis (HI)');
    if (serviceLines.length === 0) this.#missingSegment(this.#segment, 'LX', 'a service line (LX)');
    return {
      patientControlNumber,
      claim: toClaim(this.#reading, {
        segment: this.#segment,
        above: this.#above,
        parties: this.#parties,
        renderingTaxonomy: this.#renderingTaxonomy,
        priorAuthorizationNumber: this.#priorAuthorizationNumber,
        payerClaimControlNumber: this.#payerClaimControlNumber,
        onsetDate: this.#onsetDate,
        patientPaidAmount: this.#patientPaidAmount,
        diagnoses: this.#diagnoses,
        serviceLines,
      }),
      lineControlNumbers: this.#lines.map(({ controlNumber }) => controlNumber),
      position: {
        patientControlNumber,
        transactionSetControlNumber,
        firstOrdinal: this.#firstOrdinal,
        lastOrdinal: this.#lastOrdinal,
      },
    };
  }

  #checkTotal(serviceLines: readonly ServiceLine[]): void {
    if (this.#segment.element(2) === '') this.#reading.missing(this.#segment, 2);
    const total = this.#reading.optionalCents(this.#segment, 2);
    const sum = boundedSum(serviceLines.map((line) => line.chargeAmount));
    if (total === undefined || !this.#isSumKnown || total === sum) return;
    this.#reading.report(
      this.#segment,
      {
        code: 'CLM02-TOTAL',
        snip: 3,
        message: `CLM02 is ${writeCents(total)}, the charges of the lines add up to ${writeCents(sum)}.`,
        value: this.#segment.element(2),
        expected: writeCents(sum),
      },
      2,
    );
  }

  #missingSegment(at: Segment, id: string, what: string): void {
    this.#reading.report(at, { code: `${id}-MISSING`, snip: 2, message: `There is no ${what}.` });
  }

  #line(parts: LineParts, index: number): ServiceLine {
    this.#reading.loop = `${this.#loop} > 2400[${index + 1}]`;
    const { segment, controlNumber: _, serviceDate, serviceDateEnd, placeOfService, ...rest } = parts;
    if (rest.procedureCode === '') this.#missingSegment(segment, 'SV1', 'procedure (SV1)');
    if (serviceDate === undefined) this.#missingSegment(segment, 'DTP', 'service date (DTP*472)');
    return {
      ...rest,
      modifiers: [...rest.modifiers],
      serviceDate: serviceDate ?? NO_DATE,
      ...present('serviceDateEnd', serviceDateEnd),
      ...present('placeOfService', placeOfService),
    };
  }
}
