/** A visit that no insurance is billed for, as its superbill needs it. Nothing of it is kept. */
import { z } from 'zod';
import { CentsField } from '../claim/fields.ts';
import {
  AddressSchema,
  DiagnosisSchema,
  IsoDateField,
  ProviderSchema,
  ServiceFacilitySchema,
  textField,
} from '../claim/index.ts';
import { PROCEDURE_CODE } from './fee-schedule.ts';

const MOST_LINES = 50;
const MOST_DIAGNOSES = 12;

export const SelfPayVisit = z.strictObject({
  patient: z.strictObject({
    lastName: textField(60),
    firstName: textField(35).optional(),
    middleName: textField(25).optional(),
    suffix: textField(10).optional(),
    birthDate: IsoDateField,
    /** As far as the page shows it. */
    address: AddressSchema.optional(),
  }),
  renderingProvider: ProviderSchema.optional(),
  placeOfService: z.string().regex(/^\d{2}$/),
  serviceFacility: ServiceFacilitySchema.optional(),
  diagnoses: z.array(DiagnosisSchema.pick({ code: true })).max(MOST_DIAGNOSES),
  lines: z
    .array(
      z.strictObject({
        serviceDate: IsoDateField,
        procedureCode: z.string().regex(PROCEDURE_CODE),
        modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).max(4),
        units: z.number().positive().max(9_999),
        /** From 1. */
        diagnosisPointers: z.array(z.number().int().min(1).max(MOST_DIAGNOSES)).max(4),
        /** For all units, where the practice has no price for who pays alone. */
        charge: CentsField.optional(),
      }),
    )
    .min(1)
    .max(MOST_LINES),
  /** At the visit. */
  paid: CentsField.optional(),
});
export type SelfPayVisit = z.infer<typeof SelfPayVisit>;
