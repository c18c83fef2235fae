/** Parts that only some claims and lines have, and what each must say once it is there. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Report } from '../edit.ts';
import type { DraftLine } from '../walk.ts';
import { missingFields, type Requirement, requirement } from './required-fields.ts';

/** A part, or a list of such, of a whole. `check` reports what is missing in it; `before` is the path of the whole with its dot. */
export interface Part<Whole> {
  readonly field: string;
  readonly check: (whole: Whole, before: string, report: Report) => void;
}

/** A part that stands once. */
function once<Whole, One extends object>(
  field: string,
  of: (whole: Whole) => One | undefined,
  needs: readonly Requirement<One>[],
): Part<Whole> {
  return {
    field,
    check(whole, before, report) {
      const one = of(whole);
      if (one) missingFields(one, needs, `${before}${field}.`, report);
    },
  };
}

/** A part that may stand several times. */
function each<Whole, One extends object>(
  field: string,
  of: (whole: Whole) => readonly One[] | undefined,
  needs: readonly Requirement<One>[],
): Part<Whole> {
  return {
    field,
    check(whole, before, report) {
      of(whole)?.forEach((one, index) => {
        missingFields(one, needs, `${before}${field}.${index}.`, report);
      });
    },
  };
}

/** What a part needs; of a list, each of its items. */
type Needs<Part> = readonly Requirement<NonNullable<Part>>[];
type Items<List> = NonNullable<List> extends readonly (infer One)[] ? One : never;
type Coverage = NonNullable<ClaimDraft['coverage']>;

const CHOOSE = 'Choose it, or clear the part.';
const TYPE = 'Type it, or clear the part.';

const ATTACHMENT: Needs<Items<ClaimDraft['attachments']>> = [
  requirement('reportType', (part) => part.reportType, 'What kind of paper the attachment is', CHOOSE),
  requirement('transmission', (part) => part.transmission, 'How the attachment goes', CHOOSE),
];
const CONTRACT: Needs<ClaimDraft['contract']> = [
  requirement('type', (part) => part.type, 'The kind of contract', CHOOSE),
];
const REPRICING: Needs<ClaimDraft['repricing']> = [
  requirement('methodology', (part) => part.methodology, 'How the claim was repriced', CHOOSE),
  requirement('allowedAmount', (part) => part.allowedAmount, 'The repriced amount', TYPE),
];
const TRANSPORT: Needs<ClaimDraft['ambulance']> = [
  requirement('reason', (part) => part.reason, 'The reason of the transport', CHOOSE),
  requirement('miles', (part) => part.miles, 'The distance of the transport', TYPE),
];
const DROP_OFF: Needs<ClaimDraft['ambulanceDropOff']> = [
  requirement('address', (part) => part.address, 'Where the ambulance brought the patient', TYPE),
];
const CONDITIONS: Needs<ClaimDraft['epsdtReferral']> = [
  requirement('applies', (part) => part.applies, 'Whether the conditions apply', CHOOSE),
  requirement('codes', (part) => part.codes?.[0], 'A condition', CHOOSE),
];
const NOTE: Needs<ClaimDraft['note']> = [
  requirement('kind', (part) => part.kind, 'What kind of note it is', CHOOSE),
  requirement('text', (part) => part.text, 'The text of the note', TYPE),
];
const SECONDARY_ID: Needs<Items<Coverage['payerSecondaryIds']>> = [
  requirement('qualifier', (part) => part.qualifier, 'What kind of number it is', CHOOSE),
  requirement('value', (part) => part.value, 'The number', TYPE),
];
const PAYER_NUMBER: Needs<Items<DraftLine['referrals']>> = [
  requirement('number', (part) => part.number, 'The number that the payer gave', TYPE),
];
const VISION: Needs<Items<ClaimDraft['visionConditions']>> = [
  requirement('category', (part) => part.category, 'Lenses, contact lenses or frames', CHOOSE),
  ...CONDITIONS,
];
const SPINAL: Needs<ClaimDraft['spinalManipulation']> = [
  requirement('natureOfCondition', (part) => part.natureOfCondition, 'The nature of the condition', CHOOSE),
];
const EQUIPMENT: Needs<DraftLine['durableMedicalEquipment']> = [
  requirement('days', (part) => part.days, 'The days of the equipment', TYPE),
  requirement('rentalPrice', (part) => part.rentalPrice, 'The rent of the equipment', TYPE),
  requirement('purchasePrice', (part) => part.purchasePrice, 'The price of the equipment', TYPE),
  requirement('rentalFrequency', (part) => part.rentalFrequency, 'How often the rent is due', CHOOSE),
];
const CERTIFICATION: Needs<DraftLine['equipmentCertification']> = [
  requirement('type', (part) => part.type, 'Whether the certification is the first', CHOOSE),
  requirement('months', (part) => part.months, 'For how many months the certification holds', TYPE),
];
const DRUG: Needs<DraftLine['drug']> = [
  requirement('code', (part) => part.code, 'The NDC of the drug', 'Type the eleven digits from the package.'),
  requirement('quantity', (part) => part.quantity, 'The quantity of the drug', 'Type how much was given.'),
  requirement(
    'unit',
    (part) => part.unit,
    'The unit of the drug',
    'Choose units, milliliters, grams, milligrams or F2.',
  ),
];
const MEASUREMENT: Needs<Items<DraftLine['measurements']>> = [
  requirement('type', (part) => part.type, 'Whether the value is the first or a result', CHOOSE),
  requirement('qualifier', (part) => part.qualifier, 'What was measured', CHOOSE),
  requirement('value', (part) => part.value, 'The measured value', TYPE),
];
const PURCHASE: Needs<DraftLine['purchasedService']> = [
  requirement('providerId', (part) => part.providerId, 'Whom the service was bought from', TYPE),
  requirement('chargeAmount', (part) => part.chargeAmount, 'What the service was bought for', TYPE),
];
const FORM: Needs<Items<DraftLine['forms']>> = [
  requirement('kind', (part) => part.kind, 'Whose form it is', CHOOSE),
  requirement('id', (part) => part.id, 'Which form it is', TYPE),
  requirement('answers', (part) => part.answers?.[0]?.question, 'An answer of the form', TYPE),
];

export const CLAIM_PARTS: readonly Part<ClaimDraft>[] = [
  each('attachments', (claim) => claim.attachments, ATTACHMENT),
  once('contract', (claim) => claim.contract, CONTRACT),
  once('repricing', (claim) => claim.repricing, REPRICING),
  once('note', (claim) => claim.note, NOTE),
  once('ambulance', (claim) => claim.ambulance, TRANSPORT),
  once('ambulanceDropOff', (claim) => claim.ambulanceDropOff, DROP_OFF),
  each('ambulanceConditions', (claim) => claim.ambulanceConditions, CONDITIONS),
  each('visionConditions', (claim) => claim.visionConditions, VISION),
  once('epsdtReferral', (claim) => claim.epsdtReferral, CONDITIONS),
  once('spinalManipulation', (claim) => claim.spinalManipulation, SPINAL),
  each('coverage.payerSecondaryIds', (claim) => claim.coverage?.payerSecondaryIds, SECONDARY_ID),
  each('coverage.billingProviderIds', (claim) => claim.coverage?.billingProviderIds, SECONDARY_ID),
];

export const LINE_PARTS: readonly Part<DraftLine>[] = [
  each('attachments', (line) => line.attachments, ATTACHMENT),
  once('contract', (line) => line.contract, CONTRACT),
  once('repricing', (line) => line.repricing, REPRICING),
  once('note', (line) => line.note, NOTE),
  once('ambulance', (line) => line.ambulance, TRANSPORT),
  once('ambulanceDropOff', (line) => line.ambulanceDropOff, DROP_OFF),
  each('ambulanceConditions', (line) => line.ambulanceConditions, CONDITIONS),
  once('equipmentConditions', (line) => line.equipmentConditions, CONDITIONS),
  each('priorAuthorizations', (line) => line.priorAuthorizations, PAYER_NUMBER),
  each('referrals', (line) => line.referrals, PAYER_NUMBER),
  once('durableMedicalEquipment', (line) => line.durableMedicalEquipment, EQUIPMENT),
  once('equipmentCertification', (line) => line.equipmentCertification, CERTIFICATION),
  once('drug', (line) => line.drug, DRUG),
  each('measurements', (line) => line.measurements, MEASUREMENT),
  once('purchasedService', (line) => line.purchasedService, PURCHASE),
  each('forms', (line) => line.forms, FORM),
];
