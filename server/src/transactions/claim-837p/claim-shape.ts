/** The shape of a claim as JSON. */
import { ClaimSchema } from '@claimside/shared/claim';
import { shapeOf } from '../parts/json-shape.ts';

export const CLAIM = shapeOf(ClaimSchema);

/** Ids of payers have no form of their own in the model, and are in capitals wherever payers are listed. */
export const isPayerId = (path: string): boolean => /(^|\.)(payerId|payer\.id)$/.test(path);
