/** A row of a clearinghouse's payer list: one payer name, under one id, for one transaction. */

import type { ListedPayer } from '@claimside/shared/api';

export type { ListedPayer };
export type ListedTransaction = ListedPayer['transaction'];

/** Ids are shared by several names, and 19 of them have other flags for each name: only all three name a row. */
export const keyOf = ({ name, payerId, transaction }: ListedPayer): string =>
  `${transaction} ${payerId} ${name.toUpperCase()}`;

/** Without what is written now so, now otherwise. */
export const nameKeyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase();
