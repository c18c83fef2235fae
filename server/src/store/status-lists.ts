/** The lists that are not worked: which statuses each holds. */
import type { ClaimListName } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { WORKLISTS, type Worklist } from '@claimside/shared/worklists';
import { ON_THEIR_WAY } from './on-their-way.ts';

export type StatusList = Exclude<ClaimListName, Worklist>;

/** undefined: every status. */
export const STATUSES_OF: Readonly<Record<StatusList, readonly ClaimStatus[] | undefined>> = {
  'in-progress': ON_THEIR_WAY,
  paid: ['paid'],
  all: undefined,
};

export const isWorklist = (list: ClaimListName): list is Worklist =>
  (WORKLISTS as readonly string[]).includes(list);
