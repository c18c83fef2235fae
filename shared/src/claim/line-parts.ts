/** Parts of a service line that only drugs, equipment, tests and forms have. */
import { z } from 'zod';
import { CentsField, IsoDateField, quantity, text } from './fields.ts';

/** 2410: LIN, CTP and REF. */
export const Drug = z.object({
  /** LIN02; left out: N4, an NDC. */
  qualifier: z.enum(['EN', 'EO', 'HI', 'ON', 'UK', 'UP']).optional(),
  /** An NDC is 11 digits without hyphens. */
  code: text(48),
  quantity: quantity(9_999_999),
  /** F2 international unit, GR gram, ME milligram, ML millilitre, UN unit. */
  unit: z.enum(['F2', 'GR', 'ME', 'ML', 'UN']),
  /** REF*XZ. */
  prescriptionNumber: text(50).optional(),
  /** REF*VY: links the parts of a compound. */
  linkSequenceNumber: text(50).optional(),
});
export type Drug = z.infer<typeof Drug>;

/** SV5; its procedure is the line's. */
export const DurableMedicalEquipment = z.object({
  days: quantity(99_999),
  rentalPrice: CentsField,
  purchasePrice: CentsField,
  /** SV506: 1 weekly, 4 monthly, 6 daily. */
  rentalFrequency: z.enum(['1', '4', '6']),
});
export type DurableMedicalEquipment = z.infer<typeof DurableMedicalEquipment>;

/** CR3. */
export const EquipmentCertification = z.object({
  /** I initial, R renewal, S revised. */
  type: z.enum(['I', 'R', 'S']),
  months: quantity(999),
});
export type EquipmentCertification = z.infer<typeof EquipmentCertification>;

/** MEA: a test result. */
export const Measurement = z.object({
  /** MEA01: OG starting value, TR result. */
  type: z.enum(['OG', 'TR']),
  /** MEA02: HT height, R1 hemoglobin, R2 hematocrit, R3 epoetin dose, R4 creatinine. */
  qualifier: z.enum(['HT', 'R1', 'R2', 'R3', 'R4']),
  value: quantity(99_999_999),
});
export type Measurement = z.infer<typeof Measurement>;

/** FRM: the answer to one question of a form. */
const FormAnswer = z
  .object({
    question: text(20),
    yesNo: z.enum(['N', 'W', 'Y']).optional(),
    text: text(50).optional(),
    date: IsoDateField.optional(),
    percent: quantity(999.999).optional(),
  })
  .refine(
    ({ yesNo, text, date, percent }) => [yesNo, text, date, percent].some((part) => part !== undefined),
    {
      path: ['text'],
      message: 'is missing, and so is every other kind of answer',
    },
  );

/** 2440: LQ and FRM. */
export const Form = z.object({
  /** AS: a form of the payer; UT: a certificate of medical necessity. */
  kind: z.enum(['AS', 'UT']),
  id: text(30),
  answers: z.array(FormAnswer).min(1).max(99),
});
export type Form = z.infer<typeof Form>;
