/** 835 claim payment (2100). */
import { contactSegment } from '../../guide/contact.ts';
import { amount, code, decimal, openCode, text, unused } from '../../guide/elements.ts';
import { idPair, loop, nm1, segment } from '../../guide/segments.ts';
import { INPATIENT, OUTPATIENT } from './adjudication.ts';
import { SERVICE } from './line.ts';
import { ADJUSTMENTS, amounts, dtm, quantities, references } from './parts.ts';

const CLAIM = segment(
  'CLP',
  'claim payment',
  [
    text('R', 38, 'patientControlNumber'),
    code('R', ['1', '2', '3', '4', '19', '20', '21', '22', '23', '25'], 'statusCode'),
    amount('R', 'chargeAmount'),
    amount('R', 'paidAmount'),
    amount('S', 'patientResponsibility'),
    openCode('R', 1, 2, 'claimFilingIndicator'),
    text('R', 50, 'payerClaimControlNumber'),
    text('S', 2, 'facilityType'),
    openCode('S', 1, 1, 'frequency'),
    unused,
    openCode('S', 1, 4, 'diagnosisRelatedGroup'),
    decimal('S', 15, 'drgWeight'),
    decimal('S', 10, 'dischargeFraction'),
    unused,
  ],
  { usage: 'R' },
);

const ids = (codes: readonly [string, ...string[]]) => idPair(codes, 'id', { qualifier: 'idQualifier' });
const PAYER_IDS = ['PI', 'AD', 'FI', 'NI', 'PP', 'XV'] as const;

const PATIENT = nm1('QC', 'patient', {
  type: '1',
  object: 'patient',
  nameUsage: 'S',
  id: idPair(['MI', '34', 'HN', 'II', 'MR'], 'memberId', { qualifier: 'memberIdQualifier' }),
});

/** NM1 of others than the patient: a part of the claim by itself. */
const other = (
  entity: string,
  name: string,
  object: string,
  type: '2' | 'either',
  id: ReturnType<typeof idPair>,
) =>
  nm1(entity, name, {
    usage: 'S',
    type,
    object,
    ...(type === '2' ? { organizationName: 'name' } : {}),
    nameUsage: 'S',
    id,
  });

export const CLAIM_LEVEL = loop(
  '2100',
  'claim payment',
  [
    CLAIM,
    ADJUSTMENTS,
    PATIENT,
    other('IL', 'insured', 'insured', 'either', ids(['MI', 'FI', 'II'])),
    other('74', 'corrected patient or insured', 'correctedInsured', 'either', idPair(['C'], 'id')),
    other(
      '82',
      'rendering provider',
      'renderingProvider',
      'either',
      ids(['XX', 'BD', 'BS', 'FI', 'MC', 'PC', 'SL', 'UP']),
    ),
    other('TT', 'crossover carrier', 'crossoverCarrier', '2', ids(PAYER_IDS)),
    other('PR', 'payer that comes first', 'correctedPayer', '2', ids(PAYER_IDS)),
    other('GB', 'other subscriber', 'otherSubscriber', 'either', ids(['MI', 'FI', 'II'])),
    INPATIENT,
    OUTPATIENT,
    references(
      ['1L', '1W', '28', '6P', '9A', '9C', 'BB', 'CE', 'EA', 'F8', 'G1', 'G3', 'IG', 'SY'],
      'other number of the claim',
      'identifiers',
      5,
    ),
    references(
      ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'LU'],
      'number of the rendering provider',
      'renderingProviderIds',
      10,
    ),
    dtm('232', 'statement from date', 'statementFrom'),
    dtm('233', 'statement to date', 'statementTo'),
    dtm('036', 'end of coverage', 'coverageExpiration'),
    dtm('050', 'date of receipt', 'receivedDate'),
    contactSegment('contact for the claim', { entity: 'CX', max: 2, list: 'contacts' }),
    amounts(['AU', 'D8', 'DY', 'F5', 'I', 'NL', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 13),
    quantities(['CA', 'CD', 'LA', 'LE', 'NE', 'NR', 'OU', 'PS', 'VS', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 14),
    SERVICE,
  ],
  { usage: 'R', max: Number.POSITIVE_INFINITY, isLevel: true, sign: PATIENT },
);
