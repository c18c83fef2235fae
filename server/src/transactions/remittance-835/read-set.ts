/** Follows one 835 set segment by segment: header, payer and payee, claims with their lines, provider adjustments. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { NO_DATE, readQuantity, type Segment } from '../../x12/index.ts';
import type { Open } from '../parts/open.ts';
import { readProcedure } from '../parts/procedure.ts';
import { ASK_SENDER, present, type Reading } from '../parts/reading.ts';
import type {
  ClaimAdjustment,
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  ServicePayment,
} from './model.ts';

type OpenLine = Open<ServicePayment, { adjustments: ClaimAdjustment[]; remarkCodes: string[] }>;
type OpenClaim = Open<
  ClaimPayment,
  { adjustments: ClaimAdjustment[]; remarkCodes: string[]; lines: OpenLine[] }
>;
type Heading = Omit<Remittance, 'claims' | 'providerAdjustments'>;

/** Where the outpatient and inpatient segments hold remark codes. */
const REMARKS_AT: Readonly<Record<string, readonly number[]>> = {
  MOA: [3, 4, 5, 6, 7],
  MIA: [5, 20, 21, 22, 23],
};

export class SetReader {
  readonly #reading: Reading;
  readonly #header: Segment;
  #heading: Heading = {
    handlingCode: '',
    paymentAmount: cents(0),
    paymentMethod: '',
    paymentDate: NO_DATE,
    traceNumber: '',
    payerTraceId: '',
    payer: { name: '' },
    payee: { name: '' },
  };
  readonly #seen = new Set<string>();
  readonly #claims: OpenClaim[] = [];
  readonly #providerAdjustments: ProviderAdjustment[] = [];
  /** N101 of the party under way in the header. */
  #party = '';
  #claim: OpenClaim | undefined;
  #line: OpenLine | undefined;

  constructor(reading: Reading, header: Segment) {
    this.#reading = reading;
    this.#header = header;
  }

  take(segment: Segment): void {
    this.#seen.add(segment.id);
    if (segment.id === 'CLP') this.#openClaim(segment);
    else if (segment.id === 'LX') this.#closeClaim('2000');
    else if (segment.id === 'PLB') this.#takeProviderAdjustments(segment);
    else if (segment.id === 'SVC') this.#openLine(segment);
    else if (this.#line) this.#takeInLine(this.#line, segment);
    else if (this.#claim) this.#takeInClaim(this.#claim, segment);
    else this.#takeInHeader(segment);
  }

  finish(): Remittance {
    this.#closeClaim('');
    for (const id of ['BPR', 'TRN']) {
      if (!this.#seen.has(id)) this.#missing(id, `This remittance has no ${id}.`);
    }
    if (this.#heading.payer.name === '') this.#missing('N1-PR', 'This remittance names no payer.');
    if (this.#heading.payee.name === '') this.#missing('N1-PE', 'This remittance names no payee.');
    return { ...this.#heading, claims: this.#claims, providerAdjustments: this.#providerAdjustments };
  }

  #missing(what: string, message: string): void {
    this.#reading.report(this.#header, { code: `${what}-MISSING`, snip: 2, message, fix: ASK_SENDER });
  }

  #closeClaim(loop: string): void {
    this.#claim = undefined;
    this.#line = undefined;
    this.#reading.claim = '';
    this.#reading.loop = loop;
  }

  #takeInHeader(segment: Segment): void {
    if (segment.id === 'BPR') {
      const date = segment.element(16);
      this.#heading = {
        ...this.#heading,
        handlingCode: segment.element(1),
        paymentAmount: this.#reading.requiredCents(segment, 2),
        paymentMethod: segment.element(4),
        paymentDate: date === '' ? NO_DATE : this.#reading.date(segment, 16),
      };
      if (date === '') this.#reading.missing(segment, 16);
    } else if (segment.id === 'TRN') {
      const [traceNumber, payerTraceId] = [segment.element(2), segment.element(3)];
      this.#heading = { ...this.#heading, traceNumber, payerTraceId };
    } else if (segment.id === 'N1') {
      this.#takeParty(segment);
    } else if (segment.id === 'REF' && this.#party === 'PE' && segment.element(1) === 'TJ') {
      const payee = { ...this.#heading.payee, ...present('taxId', segment.element(2)) };
      this.#heading = { ...this.#heading, payee };
    }
  }

  #takeParty(segment: Segment): void {
    this.#party = segment.element(1);
    const [name, qualifier, id] = [segment.element(2), segment.element(3), segment.element(4)];
    if (this.#party === 'PR') {
      this.#heading = { ...this.#heading, payer: { name, ...present('id', id) } };
    } else if (this.#party === 'PE') {
      const payee = { name, ...present(qualifier === 'XX' ? 'npi' : 'taxId', id) };
      this.#heading = { ...this.#heading, payee };
    }
  }

  #openClaim(segment: Segment): void {
    this.#line = undefined;
    this.#reading.claim = segment.element(1);
    this.#reading.loop = '2000 > 2100';
    this.#claim = {
      patientControlNumber: segment.element(1),
      statusCode: segment.element(2),
      chargeAmount: this.#reading.requiredCents(segment, 3),
      paidAmount: this.#reading.requiredCents(segment, 4),
      patientResponsibility: this.#reading.cents(segment, 5),
      claimFilingIndicator: segment.element(6),
      payerClaimControlNumber: segment.element(7),
      patient: { lastName: '', firstName: '' },
      adjustments: [],
      remarkCodes: [],
      lines: [],
    };
    this.#claims.push(this.#claim);
  }

  #takeInClaim(claim: OpenClaim, segment: Segment): void {
    const qualifier = segment.element(1);
    if (segment.id === 'CAS') {
      this.#addAdjustments(claim.adjustments, segment);
    } else if (segment.id === 'NM1' && qualifier === 'QC') {
      const [lastName, firstName] = [segment.element(3), segment.element(4)];
      claim.patient = { lastName, firstName, ...present('memberId', segment.element(9)) };
    } else if (segment.id === 'DTM' && /^23[23]$/.test(qualifier)) {
      const date = this.#reading.optionalDate(segment, 2);
      Object.assign(claim, present(qualifier === '232' ? 'statementFrom' : 'statementTo', date));
    } else {
      const codes = (REMARKS_AT[segment.id] ?? []).map((at) => segment.element(at));
      claim.remarkCodes.push(...codes.filter((code) => code !== ''));
    }
  }

  #openLine(segment: Segment): void {
    const claim = this.#claim;
    if (!claim) {
      const message = 'This service stands before the claim it belongs to.';
      this.#reading.report(segment, { code: 'SEGMENT-ORDER', snip: 2, message, fix: ASK_SENDER });
      return;
    }
    this.#reading.loop = `2000 > 2100 > 2110[${claim.lines.length + 1}]`;
    const { code, modifiers } = readProcedure(segment, 1);
    this.#line = {
      procedureCode: code,
      modifiers,
      chargeAmount: this.#reading.requiredCents(segment, 2),
      paidAmount: this.#reading.cents(segment, 3),
      units: this.#reading.quantity(segment, 5, 1),
      ...present('submittedProcedureCode', readProcedure(segment, 6).code),
      adjustments: [],
      remarkCodes: [],
    };
    claim.lines.push(this.#line);
  }

  #takeInLine(line: OpenLine, segment: Segment): void {
    const qualifier = segment.element(1);
    if (segment.id === 'CAS') {
      this.#addAdjustments(line.adjustments, segment);
    } else if (segment.id === 'DTM' && (qualifier === '472' || qualifier === '150')) {
      Object.assign(line, present('serviceDate', this.#serviceDate(segment)));
    } else if (segment.id === 'REF' && qualifier === '6R') {
      Object.assign(line, present('lineControlNumber', segment.element(2)));
    } else if (segment.id === 'AMT' && qualifier === 'B6') {
      Object.assign(line, present('allowedAmount', this.#reading.optionalCents(segment, 2)));
    } else if (segment.id === 'LQ' && qualifier === 'HE' && segment.element(2) !== '') {
      line.remarkCodes.push(segment.element(2));
    }
  }

  #serviceDate(segment: Segment): IsoDate | undefined {
    return this.#reading.optionalDate(segment, 2);
  }

  #addAdjustments(adjustments: ClaimAdjustment[], segment: Segment): void {
    for (let at = 2; at < segment.elements.length; at += 3) {
      const reason = segment.element(at);
      if (reason === '' && segment.element(at + 1) === '') continue;
      const quantity = readQuantity(segment.element(at + 2));
      adjustments.push({
        group: segment.element(1),
        reason,
        amount: this.#reading.requiredCents(segment, at + 1),
        ...(quantity === undefined ? {} : { quantity }),
      });
    }
  }

  #takeProviderAdjustments(segment: Segment): void {
    this.#closeClaim('');
    const providerId = segment.element(1);
    const fiscalDate = this.#reading.date(segment, 2);
    for (let at = 3; at < segment.elements.length; at += 2) {
      const [reason = '', reference] = segment.components(at);
      if (reason === '' && segment.element(at + 1) === '') continue;
      const amount = this.#reading.requiredCents(segment, at + 1);
      this.#providerAdjustments.push({
        providerId,
        fiscalDate,
        reason,
        ...present('reference', reference),
        amount,
      });
    }
  }
}
