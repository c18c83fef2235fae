/** Claims over HTTP. */
import { z } from 'zod';
import { CentsField } from '../claim/fields.ts';
import { ClaimSchema } from '../claim/index.ts';
import type { ClaimEvent, ClaimMoney } from '../lifecycle/index.ts';
import { CLAIM_STATUSES } from '../lifecycle/index.ts';

export const CreateClaimRequest = z.object({
  claim: ClaimSchema,
  /** Id of the EHR recipe the visit was read by, `manual` when typed. */
  ehr: z.string().max(40),
  /** Names the visit without patient data (a hash made by the client), so that a second press finds the first claim. */
  visitKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Field paths that a person changed by hand. */
  correctedFields: z.array(z.string().max(80)).max(500),
});
export type CreateClaimRequest = z.infer<typeof CreateClaimRequest>;

export const Money = z
  .custom<ClaimMoney>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'ClaimMoney: whole cents each, charge = sum of the others' });

export const ClaimSummary = z.object({
  id: z.string(),
  /** CLM01. */
  patientControlNumber: z.string(),
  patientName: z.string(),
  serviceDate: z.string(),
  payerName: z.string(),
  totalCharge: CentsField,
  status: z.enum(CLAIM_STATUSES),
  /** When the status began. */
  statusSince: z.string(),
  money: Money,
  createdAt: z.string(),
  visitKey: z.string(),
});
export type ClaimSummary = z.infer<typeof ClaimSummary>;

export const ClaimDetail = ClaimSummary.extend({
  claim: ClaimSchema,
  events: z.array(
    z
      .custom<ClaimEvent>((value) => typeof value === 'object' && value !== null)
      .meta({ type: 'object', description: 'ClaimEvent: id, at, source, fact' }),
  ),
  payerClaimControlNumber: z.string().nullable(),
  clearinghouseClaimId: z.string().nullable(),
});
export type ClaimDetail = z.infer<typeof ClaimDetail>;

export const CLAIM_LISTS = ['needs-you', 'in-progress', 'paid', 'all'] as const;
export const ClaimListQuery = z.object({
  list: z.enum(CLAIM_LISTS).default('all'),
  visitKey: z.string().optional(),
  /** Number, patient name, payer or date. */
  search: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const ClaimList = z.object({
  claims: z.array(ClaimSummary),
  /** Claims of this practice per list. */
  counts: z.record(z.enum(CLAIM_LISTS), z.number().int()),
});
export type ClaimList = z.infer<typeof ClaimList>;
