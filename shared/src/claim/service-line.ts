/** One billed service (2400) with everything that may stand with it. */
import { z } from 'zod';
import { Address } from './address.ts';
import { CentsField, flag, IsoDateField, quantity, text } from './fields.ts';
import { LineAdjudication } from './line-adjudication.ts';
import { Drug, DurableMedicalEquipment, EquipmentCertification, Form, Measurement } from './line-parts.ts';
import {
  AmbulanceDropOff,
  LineReferringProvider,
  LineRenderingProvider,
  LineServiceFacility,
  LineSupervisingProvider,
  OrderingProvider,
  PurchasedServiceProvider,
} from './providers.ts';
import { AmbulanceTransport, Attachment, Conditions, Contract, LineRepricing } from './situations.ts';

/** REF*G1, REF*9F of a line: the number, and which other payer gave it (REF04-2). */
const PayerNumber = z.object({ number: text(50), payerId: text(80).optional() });

export const ServiceLine = z.object({
  /** CPT or HCPCS, opaque: five characters. */
  procedureCode: z.string().regex(/^[A-Z0-9]{5}$/),
  /** SV101-1; left out: HC. */
  procedureCodeQualifier: z.enum(['ER', 'IV', 'WK']).optional(),
  modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).max(4),
  /** The line's whole charge, not the price of one unit. */
  chargeAmount: CentsField,
  units: z.number().positive().max(99_999).multipleOf(0.001),
  /** SV103; left out: UN. MJ are anesthesia minutes. */
  unitOfMeasure: z.literal('MJ').optional(),
  /** 1-based positions in the claim's diagnoses; the first is primary for the line. */
  diagnosisPointers: z.array(z.number().int().min(1).max(12)).min(1).max(4),
  serviceDate: IsoDateField,
  /** Last day of a range; absent for a single day. */
  serviceDateEnd: IsoDateField.optional(),
  /** Only when it differs from the claim's. */
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  /** SV101-7: sent as it stands, so only where the code does not say what was done. */
  description: text(80).optional(),
  /** SV109, SV111, SV112, SV115. */
  isEmergency: flag.optional(),
  isEpsdt: flag.optional(),
  isFamilyPlanning: flag.optional(),
  isCopayExempt: flag.optional(),

  durableMedicalEquipment: DurableMedicalEquipment.optional(),
  attachments: z.array(Attachment).min(1).max(10).optional(),
  /** PWK*CT: how the certificate of medical necessity goes. */
  medicalNecessityCertificate: z.enum(['AB', 'AD', 'AF', 'AG', 'NS']).optional(),
  ambulance: AmbulanceTransport.optional(),
  /** CRC*07. */
  ambulanceConditions: z.array(Conditions).min(1).max(3).optional(),
  equipmentCertification: EquipmentCertification.optional(),
  /** CRC*70: rendered by an employee of the hospice. */
  isHospiceEmployee: z.boolean().optional(),
  /** CRC*09. */
  equipmentConditions: Conditions.optional(),

  prescriptionDate: IsoDateField.optional(),
  certificationRevisionDate: IsoDateField.optional(),
  therapyStartDate: IsoDateField.optional(),
  lastCertificationDate: IsoDateField.optional(),
  lastSeenDate: IsoDateField.optional(),
  /** DTP*738 and DTP*739. */
  hemoglobinTestDate: IsoDateField.optional(),
  serumCreatinineTestDate: IsoDateField.optional(),
  shippedDate: IsoDateField.optional(),
  lastXRayDate: IsoDateField.optional(),
  initialTreatmentDate: IsoDateField.optional(),

  /** QTY*PT. */
  ambulancePatientCount: quantity(999).optional(),
  /** QTY*FL. */
  obstetricAdditionalUnits: quantity(99_999).optional(),
  measurements: z.array(Measurement).min(1).max(5).optional(),
  contract: Contract.optional(),

  /** REF*9B, REF*9D. */
  repricedLineNumber: text(50).optional(),
  adjustedRepricedLineNumber: text(50).optional(),
  priorAuthorizations: z.array(PayerNumber).min(1).max(5).optional(),
  /** REF*6R; left out: given when the claim is numbered. */
  lineItemControlNumber: text(30).optional(),
  mammographyCertificationNumber: text(50).optional(),
  cliaNumber: text(50).optional(),
  referringCliaNumber: text(50).optional(),
  immunizationBatchNumber: text(50).optional(),
  referrals: z.array(PayerNumber).min(1).max(5).optional(),

  salesTaxAmount: CentsField.optional(),
  postageAmount: CentsField.optional(),
  /** K3. */
  fixedFormats: z.array(text(80)).min(1).max(10).optional(),
  note: z.object({ kind: z.enum(['ADD', 'DCP']), text: text(80) }).optional(),
  /** NTE*TPO: for a third party. */
  thirdPartyNote: text(80).optional(),
  /** PS1. */
  purchasedService: z.object({ providerId: text(50), chargeAmount: CentsField }).optional(),
  repricing: LineRepricing.optional(),
  drug: Drug.optional(),

  /** 2420: only those that differ from the claim's. */
  renderingProvider: LineRenderingProvider.optional(),
  purchasedServiceProvider: PurchasedServiceProvider.optional(),
  serviceFacility: LineServiceFacility.optional(),
  supervisingProvider: LineSupervisingProvider.optional(),
  orderingProvider: OrderingProvider.optional(),
  referringProvider: LineReferringProvider.optional(),
  primaryCareProvider: LineReferringProvider.optional(),
  ambulancePickUp: Address.optional(),
  ambulanceDropOff: AmbulanceDropOff.optional(),

  adjudications: z.array(LineAdjudication).min(1).max(15).optional(),
  forms: z.array(Form).min(1).max(99).optional(),
});
export type ServiceLine = z.infer<typeof ServiceLine>;
