/** Good files by our own writers: what most inputs are made from. Short, so that many are read. */
import { exampleClaim, secondaryClaim, specialClaims } from '@claimside/shared/examples';
import { cents, type IsoDate } from '@claimside/shared/values';
import { writeAcknowledgement999 } from '../../src/transactions/ack-999/index.ts';
import { type NumberedClaim, writeClaimFile } from '../../src/transactions/claim-837p/index.ts';
import {
  requestOf,
  respondTo,
  writeEligibilityInquiries,
  writeEligibilityResponses,
} from '../../src/transactions/eligibility-270-271/index.ts';
import { exampleClaimFileEnvelope, exampleInterchange } from '../../src/transactions/examples.ts';
import { writeRemittance } from '../../src/transactions/remittance-835/index.ts';
import { writeClaimStatusInquiries } from '../../src/transactions/status-276/index.ts';
import { writeClaimStatus } from '../../src/transactions/status-277/index.ts';
import { writeClaimAcknowledgement } from '../../src/transactions/status-277ca/index.ts';

const day = '2026-11-22' as IsoDate;
const names = { patientControlNumber: 'C000000001', payerClaimControlNumber: 'P0000000001' };
const statuses = [
  { codes: [{ category: 'A7', status: '562', entity: '82' }], date: day, action: 'U', amount: cents(100) },
];
const adjustments = [
  { group: 'CO', reason: '45', amount: cents(2050), quantity: 1 },
  { group: 'PR', reason: '1', amount: cents(500) },
];

/** One character a byte. */
export function goodFiles(): readonly string[] {
  const files = [
    ...Object.values(specialClaims).map((claim) =>
      claimsFile([
        { patientControlNumber: 'C1', claim: { ...claim, serviceLines: claim.serviceLines.slice(0, 1) } },
      ]),
    ),
    claimsFile([
      { patientControlNumber: 'C000000001', claim: exampleClaim },
      { patientControlNumber: 'C000000002', claim: secondaryClaim },
    ]),
    acknowledgement(),
    claimAcknowledgement(),
    claimStatus(),
    claimStatusRequest(),
    writeEligibilityInquiries(exampleInterchange, [inquiry]),
    eligibilityResponse(),
    remittance(),
  ];
  return files.map((bytes) => Buffer.from(bytes).toString('latin1'));
}

function claimsFile(claims: readonly NumberedClaim[]): Uint8Array {
  return writeClaimFile(exampleClaimFileEnvelope, claims).bytes;
}

function acknowledgement(): Uint8Array {
  const elementErrors = [{ element: 5, component: 3, code: '7', value: 'Q' }];
  const segmentErrors = [
    { segmentId: 'CLM', ordinal: 22, loop: '2300', code: '8', contexts: ['CLM01:C000000001'], elementErrors },
  ];
  return writeAcknowledgement999(exampleInterchange, {
    interchangeAcknowledgements: [
      { controlNumber: '101', date: '261122', time: '1500', code: 'A', noteCode: '000' },
    ],
    acknowledgements: [
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '101',
        transactionSets: [
          { identifier: '837', controlNumber: '0001', segmentErrors, code: 'R', errorCodes: ['5'] },
        ],
        code: 'R',
        setsIncluded: 1,
        setsReceived: 1,
        setsAccepted: 0,
        errorCodes: [],
      },
    ],
  });
}

function claimAcknowledgement(): Uint8Array {
  const line = { procedureCode: '99213', modifiers: ['25'], chargeAmount: cents(100), statuses };
  const claim = { ...names, statuses, serviceDate: day, lines: [line] };
  const answer = { traceNumber: 'B1', statuses };
  return writeClaimAcknowledgement(exampleInterchange, {
    transactions: [
      {
        referenceId: 'R1',
        date: day,
        time: '1500',
        sources: [
          {
            party: { entity: 'AY', name: 'OFFICE ALLY', idQualifier: '46', id: '330897513' },
            receipt: { traceNumber: 'R1', receivedDate: day, processedDate: day },
            receivers: [
              {
                party: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
                answer,
                providers: [
                  {
                    party: { organizationName: 'SAMPLE CLINIC', id: '1234567893' },
                    answer,
                    patients: [
                      {
                        party: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' },
                        claims: [claim, { ...claim, lines: [] }],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
}

function claimStatus(): Uint8Array {
  const decided = [
    { codes: [{ category: 'F1', status: '65' }], date: day, amount: cents(100), paidAmount: cents(80) },
  ];
  const line = { procedureCode: '99213', modifiers: ['25'], chargeAmount: cents(100), statuses: decided };
  const claim = { ...names, traceNumber: 'Q1', statuses: decided, serviceDate: day, lines: [line] };
  const party = { organizationName: 'SAMPLE CLINIC', id: '123456789' };
  const dependent = { party: { lastName: 'TESTER', firstName: 'BEN' }, claims: [{ ...claim, lines: [] }] };
  const insured = { party: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' } };
  const provider = {
    party: { ...party, id: '1234567893' },
    subscribers: [{ ...insured, claims: [claim], dependents: [dependent] }],
  };
  const source = {
    party: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
    receivers: [{ party, providers: [provider] }],
  };
  return writeClaimStatus(exampleInterchange, {
    responses: [{ referenceId: 'R1', date: day, time: '1500', sources: [source] }],
  });
}

function claimStatusRequest(): Uint8Array {
  const line = {
    procedureCode: '99213',
    modifiers: ['25'],
    chargeAmount: cents(100),
    units: 1,
    serviceDate: day,
    lineControlNumber: 'C000000001L1',
  };
  const insured = { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001', birthDate: day };
  const inquiry = {
    traceNumber: 'Q1',
    payer: { name: 'SAMPLE HEALTH PLAN', id: '60054' },
    receiver: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
    provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
    subscriber: insured,
    claim: { ...names, chargeAmount: cents(100), serviceDate: day, lines: [line] },
  };
  const dependent = { lastName: 'TESTER', firstName: 'BEN', birthDate: day };
  return writeClaimStatusInquiries(exampleInterchange, [
    inquiry,
    { ...inquiry, traceNumber: 'Q2', dependent },
  ]);
}

const inquiry = {
  traceNumber: 'E1',
  traceOriginator: '9SAMPLE001',
  payer: { organizationName: 'SAMPLE HEALTH PLAN', id: '60054' },
  provider: { organizationName: 'SAMPLE CLINIC', npi: '1234567893' },
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' },
  dependent: { lastName: 'TESTER', firstName: 'BEN', birthDate: day },
  serviceDate: day,
  serviceTypes: ['98', '30'],
};

function eligibilityResponse(): Uint8Array {
  const made = { date: day, time: '1530' };
  const copay = {
    information: 'B',
    coverageLevel: 'IND',
    serviceTypes: ['98', 'UC'],
    timePeriod: '27',
    amount: cents(2500),
    network: 'Y',
    deliveries: [{ quantityQualifier: 'VS', quantity: 20, timePeriod: '23' }],
    dates: [{ qualifier: '348', date: day, dateEnd: day }],
    messages: ['REFERRAL NEEDED'],
    situations: [{ codeList: 'ZZ', code: '11' }],
    relatedParties: [{ entity: 'P3', lastName: 'HALVORSEN', id: '1234567893' }],
  };
  const active = { information: '1', serviceTypes: ['30'], planDescription: 'GOLD 123 PLAN' };
  const { dependent: _, ...ofSubscriber } = inquiry;
  const responses = [
    respondTo(requestOf(inquiry, made), made, () => ({ benefits: [active, copay] })),
    respondTo(requestOf(ofSubscriber, made), made, () => ({
      rejections: [{ isRequestValid: 'N', reason: '72', followUp: 'C' }],
    })),
  ];
  return writeEligibilityResponses(exampleInterchange, { responses });
}

function remittance(): Uint8Array {
  const line = {
    procedureCode: '99213',
    modifiers: ['25'],
    chargeAmount: cents(10000),
    paidAmount: cents(7450),
    units: 1,
    serviceDate: day,
    lineControlNumber: 'C000000001L1',
    allowedAmount: cents(7950),
    adjustments,
    remarkCodes: ['N130'],
  };
  return writeRemittance(exampleInterchange, {
    remittances: [
      {
        handlingCode: 'I',
        paymentAmount: cents(7450),
        paymentMethod: 'CHK',
        paymentDate: day,
        traceNumber: 'CHK1',
        payerTraceId: '1123456789',
        payer: { name: 'SAMPLE HEALTH PLAN' },
        payee: { name: 'SAMPLE CLINIC', npi: '1234567893', taxId: '123456789' },
        claims: [
          {
            ...names,
            statusCode: '1',
            chargeAmount: cents(10000),
            paidAmount: cents(7450),
            patientResponsibility: cents(500),
            claimFilingIndicator: '12',
            patient: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' },
            adjustments: [],
            outpatient: { remarkCodes: ['N130'] },
            statementFrom: day,
            lines: [line],
          },
        ],
        providerAdjustments: [{ providerId: '1234567893', fiscalDate: day, reason: 'L6', amount: cents(0) }],
      },
    ],
  });
}
