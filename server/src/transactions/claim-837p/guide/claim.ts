/** 837P claim information (2300), the one definition under subscriber and patient. */
import { DELAY_REASON, SPECIAL_PROGRAM } from '@claimside/shared/codes';
import { flag } from '../../guide/codecs.ts';
import {
  amount,
  code,
  composite,
  computed,
  literal,
  openCode,
  text,
  unused,
  unusedTimes,
} from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import type { GuideItem, SegmentCodec, SegmentRule } from '../../guide/rules.ts';
import { amt, dtp, loop, ref, segment } from '../../guide/segments.ts';
import { DATE_BY_FORMAT, NPI, PLACE_OF_SERVICE_CODE } from '../../guide/shapes.ts';
import { codeComposites, diagnosesSegment } from '../../parts/diagnoses.ts';
import { disabilityDay, disabilityPeriod, plainCodes } from './codecs.ts';
import { CLAIM_PROVIDERS } from './providers.ts';
import {
  ambulanceTransport,
  attachments,
  claimRepricing,
  conditionCodes,
  conditions,
  contract,
  dayOfTwo,
  fixedFormats,
  note,
  YES_NO,
} from './situations.ts';

const CLAIM = segment(
  'CLM',
  'claim',
  [
    computed('patient-control-number', text('R', 38)),
    computed('total-charge', amount('R')),
    unused,
    unused,
    composite('R', [
      text('R', 2, 'placeOfService', { shape: PLACE_OF_SERVICE_CODE }),
      literal('B'),
      code('R', ['1', '7', '8'], 'frequency'),
    ]),
    code('R', ['N', 'Y'], 'providerSignatureOnFile', YES_NO),
    code('R', ['A', 'B', 'C'], 'assignmentOfBenefits'),
    code('R', ['N', 'W', 'Y'], 'benefitsToProvider'),
    code('R', ['I', 'Y'], 'releaseOfInformation'),
    code('S', ['P'], 'isPatientSignatureByProvider', flag('P')),
    composite('S', [
      ...[0, 1, 2].map((index) =>
        code(index === 0 ? 'R' : 'S', ['AA', 'EM', 'OA'], item('relatedCauses', index)),
      ),
      openCode('S', 2, 2, 'autoAccidentState'),
      openCode('S', 2, 3, 'autoAccidentCountry'),
    ]),
    code('S', Object.keys(SPECIAL_PROGRAM.codes), 'specialProgram'),
    ...unusedTimes(7),
    code('S', Object.keys(DELAY_REASON.codes), 'delayReason'),
  ],
  { usage: 'R' },
);

const disability = (qualifier: '314' | '360' | '361', name: string, codec: SegmentCodec): SegmentRule =>
  segment(
    'DTP',
    name,
    [
      literal(qualifier),
      literal(qualifier === '314' ? 'RD8' : 'D8'),
      text('R', 35, undefined, { shape: DATE_BY_FORMAT }),
    ],
    {
      codec,
      qualifiedBy: { element: 1 },
    },
  );

const DATES = [
  dtp('431', 'onset of illness', 'onsetDate'),
  dtp('454', 'initial treatment date', 'initialTreatmentDate'),
  dtp('304', 'date last seen', 'lastSeenDate'),
  dtp('453', 'acute manifestation date', 'acuteManifestationDate'),
  dtp('439', 'accident date', 'accidentDate'),
  dtp('484', 'last menstrual period', 'lastMenstrualPeriodDate'),
  dtp('455', 'last X-ray date', 'lastXRayDate'),
  dtp('471', 'hearing and vision prescription date', 'hearingVisionPrescriptionDate'),
  disability('314', 'disability period', disabilityPeriod),
  disability('360', 'start of disability', disabilityDay('360')),
  disability('361', 'end of disability', disabilityDay('361')),
  dtp('297', 'date last worked', 'lastWorkedDate'),
  dtp('296', 'return to work date', 'returnToWorkDate'),
  dtp('435', 'admission date', 'admissionDate'),
  dtp('096', 'discharge date', 'dischargeDate'),
  dayOfTwo('care assumed or relinquished', { '090': 'careAssumedDate', '091': 'careRelinquishedDate' }),
  dtp('444', 'first contact date', 'firstContactDate'),
  dtp('050', 'repricer received date', 'repricerReceivedDate'),
];

const REFERENCES = [
  segment(
    'REF',
    'service authorization exception',
    [literal('4N'), code('R', '1234567', 'serviceAuthorizationException')],
    {
      qualifiedBy: { element: 1 },
    },
  ),
  segment(
    'REF',
    'Medicare section 4081',
    [literal('F5'), code('R', ['N', 'Y'], 'isMedicareSection4081', YES_NO)],
    {
      qualifiedBy: { element: 1 },
    },
  ),
  ref('EW', 'mammography certification number', 'mammographyCertificationNumber'),
  ref('9F', 'referral number', 'referralNumber'),
  ref('G1', 'prior authorization number', 'priorAuthorizationNumber'),
  ref('F8', 'payer claim control number', 'payerClaimControlNumber'),
  ref('X4', 'CLIA number', 'cliaNumber'),
  ref('9A', 'repriced claim number', 'repricedClaimNumber'),
  ref('9C', 'adjusted repriced claim number', 'adjustedRepricedClaimNumber'),
  ref('LX', 'investigational device number', 'investigationalDeviceNumber'),
  ref('D9', 'clearinghouse trace number', 'clearinghouseTraceNumber', { maxLength: 20 }),
  ref('EA', 'medical record number', 'medicalRecordNumber'),
  ref('P4', 'demonstration project', 'demonstrationProject'),
  ref('1J', 'care plan oversight', 'carePlanOversightNpi', { more: { shape: NPI } }),
];

const SPINAL = segment(
  'CR2',
  'spinal manipulation',
  [
    ...unusedTimes(7),
    code('R', ['A', 'C', 'D', 'E', 'F', 'G', 'M'], 'natureOfCondition'),
    unused,
    text('S', 80, 'description1'),
    text('S', 80, 'description2'),
    unused,
  ],
  { object: 'spinalManipulation' },
);

const CONDITIONS = [
  conditions('07', 'ambulance certification', { max: 3, list: 'ambulanceConditions' }),
  segment(
    'CRC',
    'vision condition',
    [
      code('R', ['E1', 'E2', 'E3'], 'category'),
      code('R', ['N', 'Y'], 'applies', YES_NO),
      ...conditionCodes(),
    ],
    { max: 3, list: 'visionConditions', qualifiedBy: { element: 1 } },
  ),
  segment('CRC', 'homebound', [literal('75'), literal('Y'), code('R', ['IH'], 'isHomebound', flag('IH'))], {
    qualifiedBy: { element: 1 },
  }),
  conditions('ZZ', 'EPSDT referral', { object: 'epsdtReferral' }),
];

/** `HI01` to `HI12`: a qualifier and a code; the first is required. */
const qualified = (codes: readonly string[]) => ({ element: 1, component: 1, codes });

const HEALTH_CARE_CODES = [
  diagnosesSegment({ usage: 'R', most: 12, empty: () => ({}) }),
  segment('HI', 'anesthesia related procedure', codeComposites(['BP'], ['BO'], 2), {
    codec: plainCodes('anesthesiaProcedures', 'BP', 'BO', 2),
    qualifiedBy: qualified(['BP']),
  }),
  segment('HI', 'condition codes', codeComposites(['BG'], ['BG'], 12), {
    max: 2,
    codec: plainCodes('conditionCodes', 'BG', 'BG', 12),
    qualifiedBy: qualified(['BG']),
  }),
];

/** 2300 with the loops of other payers (2320) and lines (2400) given by the caller. */
export const claimLoop = (otherPayer: GuideItem, line: GuideItem) =>
  loop(
    '2300',
    'claim',
    [
      CLAIM,
      ...DATES,
      attachments,
      contract,
      amt('F5', 'patient paid amount', 'patientPaidAmount'),
      ...REFERENCES,
      fixedFormats,
      note(['ADD', 'CER', 'DCP', 'DGN', 'TPO']),
      ambulanceTransport,
      SPINAL,
      ...CONDITIONS,
      ...HEALTH_CARE_CODES,
      claimRepricing,
      ...CLAIM_PROVIDERS,
      otherPayer,
      line,
    ],
    { max: 100, isLevel: true },
  );
