/** The practice's calendar date, as this computer's clock has it. */
import type { IsoDate } from '@claimside/shared/values';
import { dayOf } from '../ui/parts/index.ts';

export const today = (): IsoDate => dayOf(new Date());
