/** 837P service line (2400). */
import { COUNT, flag, unless } from '../../guide/codecs.ts';
import {
  amount,
  code,
  composite,
  computed,
  count,
  decimal,
  literal,
  text,
  unused,
  unusedTimes,
} from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import type { Field, SegmentRule } from '../../guide/rules.ts';
import { amt, dtp, loop, numberOfPayer, ref, segment } from '../../guide/segments.ts';
import { PLACE_OF_SERVICE_CODE } from '../../guide/shapes.ts';
import { periodSegment } from '../../parts/period.ts';
import { DRUG, FORM, LINE_ADJUDICATION } from './line-details.ts';
import { LINE_PROVIDERS } from './providers.ts';
import {
  ambulanceTransport,
  attachments,
  conditions,
  contract,
  dayOfTwo,
  fixedFormats,
  lineRepricing,
  note,
  procedureComponents,
  YES_NO,
} from './situations.ts';

const yes = (place: string) => code('S', ['Y'], place, flag('Y'));

const SERVICE = segment(
  'SV1',
  'professional service',
  [
    composite('R', procedureComponents()),
    amount('R', 'chargeAmount'),
    code('R', ['MJ', 'UN'], 'unitOfMeasure', unless('UN')),
    decimal('R', 15, 'units'),
    text('S', 2, 'placeOfService', { shape: PLACE_OF_SERVICE_CODE }),
    unused,
    composite(
      'R',
      [0, 1, 2, 3].map((index) =>
        text(index === 0 ? 'R' : 'S', 2, item('diagnosisPointers', index), { codec: COUNT }),
      ),
    ),
    unused,
    yes('isEmergency'),
    unused,
    yes('isEpsdt'),
    yes('isFamilyPlanning'),
    unused,
    unused,
    code('S', ['0'], 'isCopayExempt', flag('0')),
  ],
  { usage: 'R' },
);

/** SV501 repeats the procedure of the line, and tells it where SV1 is not there. */
const procedureOfLine: Field = {
  path: 'procedureCode',
  get: (target) => (target.durableMedicalEquipment === undefined ? undefined : target.procedureCode),
  set: (target, value) => {
    target.procedureCode ??= value;
  },
  agrees: (target, value) => (target.procedureCode ?? value) === value,
};
const equipment = (name: string) => `durableMedicalEquipment.${name}`;

const EQUIPMENT = segment('SV5', 'durable medical equipment', [
  composite('R', [
    literal('HC', 'durableMedicalEquipment'),
    text('R', 48, procedureOfLine),
    ...unusedTimes(6),
  ]),
  literal('DA', 'durableMedicalEquipment'),
  decimal('R', 15, equipment('days')),
  amount('S', equipment('rentalPrice')),
  amount('S', equipment('purchasePrice')),
  code('S', ['1', '4', '6'], equipment('rentalFrequency')),
]);

const CERTIFICATIONS: readonly SegmentRule[] = [
  // Before the attachments, which have no qualifier of their own; the order among PWK is free.
  segment(
    'PWK',
    'certificate of medical necessity',
    [literal('CT'), code('R', ['AB', 'AD', 'AF', 'AG', 'NS'], 'medicalNecessityCertificate')],
    { qualifiedBy: { element: 2 } },
  ),
  attachments,
  ambulanceTransport,
  segment(
    'CR3',
    'equipment certification',
    [code('R', ['I', 'R', 'S'], 'type'), literal('MO'), decimal('R', 15, 'months')],
    {
      object: 'equipmentCertification',
    },
  ),
  conditions('07', 'ambulance certification', { max: 3, list: 'ambulanceConditions' }),
  segment(
    'CRC',
    'hospice employee',
    [literal('70'), code('R', ['N', 'Y'], 'isHospiceEmployee', YES_NO), literal('65')],
    {
      qualifiedBy: { element: 1 },
    },
  ),
  conditions('09', 'equipment condition', { object: 'equipmentConditions' }),
];

const DATES = [
  periodSegment('472', 'service date', ['serviceDate', 'serviceDateEnd'], { usage: 'R' }),
  dtp('471', 'prescription date', 'prescriptionDate'),
  dtp('607', 'certification revision date', 'certificationRevisionDate'),
  dtp('463', 'start of therapy', 'therapyStartDate'),
  dtp('461', 'last certification date', 'lastCertificationDate'),
  dtp('304', 'date last seen', 'lastSeenDate'),
  dayOfTwo('test date', { '738': 'hemoglobinTestDate', '739': 'serumCreatinineTestDate' }),
  dtp('011', 'shipped date', 'shippedDate'),
  dtp('455', 'last X-ray date', 'lastXRayDate'),
  dtp('454', 'initial treatment date', 'initialTreatmentDate'),
];

const QUANTITIES = [
  segment('QTY', 'ambulance patient count', [literal('PT'), decimal('R', 15, 'ambulancePatientCount')], {
    qualifiedBy: { element: 1 },
  }),
  segment(
    'QTY',
    'obstetric additional units',
    [literal('FL'), decimal('R', 15, 'obstetricAdditionalUnits')],
    {
      qualifiedBy: { element: 1 },
    },
  ),
  segment(
    'MEA',
    'test result',
    [
      code('R', ['OG', 'TR'], 'type'),
      code('R', ['HT', 'R1', 'R2', 'R3', 'R4'], 'qualifier'),
      decimal('R', 20, 'value'),
    ],
    { max: 5, list: 'measurements' },
  ),
];

const payerNumber = (qualifier: string, name: string, list: string): SegmentRule =>
  segment('REF', name, [literal(qualifier), text('R', 50, 'number'), ...numberOfPayer], {
    max: 5,
    list,
    qualifiedBy: { element: 1 },
  });

const REFERENCES = [
  ref('9B', 'repriced line number', 'repricedLineNumber'),
  ref('9D', 'adjusted repriced line number', 'adjustedRepricedLineNumber'),
  payerNumber('G1', 'prior authorization number', 'priorAuthorizations'),
  ref('6R', 'line item control number', 'lineItemControlNumber', { maxLength: 30 }),
  ref('EW', 'mammography certification number', 'mammographyCertificationNumber'),
  ref('X4', 'CLIA number', 'cliaNumber'),
  ref('F4', 'referring CLIA number', 'referringCliaNumber'),
  ref('BT', 'immunization batch number', 'immunizationBatchNumber'),
  payerNumber('9F', 'referral number', 'referrals'),
];

export const LINE_LOOP = loop(
  '2400',
  'service line',
  [
    segment('LX', 'line number', [computed('line-number', count('R', 6))], { usage: 'R' }),
    SERVICE,
    EQUIPMENT,
    ...CERTIFICATIONS,
    ...DATES,
    ...QUANTITIES,
    contract,
    ...REFERENCES,
    amt('T', 'sales tax amount', 'salesTaxAmount'),
    amt('F4', 'postage amount', 'postageAmount'),
    fixedFormats,
    note(['ADD', 'DCP']),
    segment('NTE', 'third party note', [literal('TPO'), text('R', 80, 'thirdPartyNote')], {
      qualifiedBy: { element: 1 },
    }),
    segment('PS1', 'purchased service', [text('R', 50, 'providerId'), amount('R', 'chargeAmount')], {
      object: 'purchasedService',
    }),
    lineRepricing,
    DRUG,
    ...LINE_PROVIDERS,
    LINE_ADJUDICATION,
    FORM,
  ],
  { usage: 'R', max: 50, list: 'serviceLines' },
);
