/** An 835 of any size, made piece by piece: checks of a thousand obviously invented claims each, which all balance. */
import { type Cents, cents, type IsoDate, sumCents } from '@claimside/shared/values';
import { exampleInterchange } from '../src/transactions/examples.ts';
import {
  type ClaimPayment,
  RemittanceFileWriter,
  type RemittanceHead,
  type ServicePayment,
  VERSION_835,
} from '../src/transactions/remittance-835/index.ts';
import {
  OUR_SEPARATORS,
  ownGroupHeader,
  ownInterchangeHeader,
  writeSetControlNumber,
} from '../src/x12/index.ts';

const CLAIMS_OF_CHECK = 1_000;
/** Taken back of each check, so that no two sums are the same by chance. */
const TAKEN_BACK = cents(12_00);

/** Yields text of about a megabyte at a time until there are so many claims, or megabytes; then what closes the file. */
export function* remittanceFile(size: {
  readonly claims?: number;
  readonly megabytes?: number;
}): Generator<string> {
  const { claims = Number.POSITIVE_INFINITY, megabytes = Number.POSITIVE_INFINITY } = size;
  const parts: string[] = [];
  let length = 0;
  let made = 0;
  const writer = new RemittanceFileWriter((text) => {
    parts.push(text);
    length += text.length;
  });
  const kind = { functionalIdentifier: 'HP', version: VERSION_835 };
  writer.interchange({ separators: OUR_SEPARATORS, header: ownInterchangeHeader(exampleInterchange) });
  writer.group({ header: ownGroupHeader(exampleInterchange, kind) });
  for (let number = 0; number < claims && made + length < megabytes * 1_000_000; ) {
    const payments = Array.from({ length: Math.min(CLAIMS_OF_CHECK, claims - number) }, (_, at) =>
      paymentAt(number + at),
    );
    number += payments.length;
    const controlNumber = writeSetControlNumber(Math.ceil(number / CLAIMS_OF_CHECK));
    const paid = cents(sumCents(payments.map(({ paidAmount }) => paidAmount)) - TAKEN_BACK);
    writer.remittance({ controlNumber, head: headOf(controlNumber, paid) });
    writer.claimGroup({ group: { number: '1' } });
    for (const payment of payments) writer.claim({ payment });
    const fiscalDate = '2026-12-31' as IsoDate;
    writer.remittanceEnd({
      providerAdjustments: [
        { providerId: '1234567893', fiscalDate, reason: 'WO', reference: controlNumber, amount: TAKEN_BACK },
      ],
    });
    if (length > 1_000_000) {
      yield parts.splice(0).join('');
      made += length;
      length = 0;
    }
  }
  writer.end();
  yield parts.join('');
}

function headOf(controlNumber: string, paymentAmount: Cents): RemittanceHead {
  return {
    handlingCode: 'I',
    paymentAmount,
    paymentMethod: 'ACH',
    paymentFormat: 'CCP',
    paymentDate: '2026-11-30' as IsoDate,
    traceNumber: `EFT${controlNumber}`,
    payerTraceId: '1123456789',
    productionDate: '2026-11-29' as IsoDate,
    payer: {
      name: 'SAMPLE HEALTH PLAN',
      address: { line1: '1 INVENTED AVENUE', city: 'SPRINGFIELD', state: 'IL', postalCode: '62701' },
      technicalContacts: [{ name: 'HELP DESK', phone: '5555550100' }],
    },
    payee: { name: 'SAMPLE CLINIC', npi: '1234567893', taxId: '123456789' },
  };
}

const LAST_NAMES = ['TESTER', 'SAMPLE', 'EXAMPLE', 'INVENTED', 'FICTION', 'PATTERN', 'SPECIMEN'] as const;
const FIRST_NAMES = ['ANNA', 'BERT', 'CLEO', 'DORA', 'EMIL'] as const;
const PROCEDURES = ['99213', '99214', '97110', '97140', '90837', '36415'] as const;
const DAYS = ['2026-11-03', '2026-11-09', '2026-11-16'] as const;

const pick = <Item>(list: readonly [Item, ...Item[]], at: number): Item => list[at % list.length] ?? list[0];

/** The same every time; one in eleven is denied. */
function paymentAt(index: number): ClaimPayment {
  const patientControlNumber = `C${String(index + 1).padStart(9, '0')}`;
  const isDenied = index % 11 === 0;
  const lines = Array.from({ length: 1 + (index % 3) }, (_, at) =>
    lineAt(index, at, patientControlNumber, isDenied),
  );
  const total = (of: (line: ServicePayment) => Cents) => sumCents(lines.map(of));
  return {
    patientControlNumber,
    statusCode: isDenied ? '4' : '1',
    chargeAmount: total(({ chargeAmount }) => chargeAmount),
    paidAmount: total(({ paidAmount }) => paidAmount),
    patientResponsibility: cents(isDenied ? 0 : lines.length * 20_00),
    claimFilingIndicator: '12',
    payerClaimControlNumber: `P${String(index * 7 + 1).padStart(11, '0')}`,
    facilityType: '11',
    frequency: '1',
    patient: {
      lastName: pick(LAST_NAMES, index),
      firstName: pick(FIRST_NAMES, index),
      memberId: `W${String(index + 100).padStart(9, '0')}`,
    },
    ...(index % 4 === 0
      ? { renderingProvider: { lastName: 'OTHER', firstName: 'DOCTOR', id: '1234567893' } }
      : {}),
    ...(isDenied ? { outpatient: { remarkCodes: ['MA01'] } } : {}),
    identifiers: [{ qualifier: '1L', value: `GROUP${index % 40}` }],
    receivedDate: '2026-11-20' as IsoDate,
    adjustments: [],
    lines,
  };
}

function lineAt(index: number, at: number, patientControlNumber: string, isDenied: boolean): ServicePayment {
  const chargeAmount = cents(90_00 + ((index * 31 + at * 17) % 200) * 25);
  const allowedAmount = cents(Math.floor(chargeAmount * 0.8));
  const adjustments = isDenied
    ? [{ group: 'CO', reason: '197', amount: chargeAmount }]
    : [
        { group: 'CO', reason: '45', amount: cents(chargeAmount - allowedAmount) },
        { group: 'PR', reason: '3', amount: cents(20_00) },
      ];
  return {
    procedureCode: pick(PROCEDURES, index + at),
    modifiers: index % 5 === 0 ? ['25'] : [],
    chargeAmount,
    paidAmount: cents(isDenied ? 0 : allowedAmount - 20_00),
    units: 1,
    serviceDate: pick(DAYS, index) as IsoDate,
    adjustments,
    lineControlNumber: `${patientControlNumber}L${at + 1}`,
    ...(isDenied ? {} : { allowedAmount }),
    remarkCodes: isDenied ? ['N130'] : [],
  };
}
