/** What payers allow by contract for a procedure, as somebody types it: a row for each payer and set of modifiers. */
import type { ContractAmount, PracticePayer } from '@claimside/shared/api';
import { amountIn, modifiersIn } from '@claimside/shared/fee-schedule';
import { cents } from '@claimside/shared/values';
import { procedureKey } from '@claimside/shared/worklists';
import { amountText } from '../../sidebar/typed.ts';

type Payer = Pick<ContractAmount, 'payerId' | 'payerName'>;

export interface ContractRow {
  /** Stays with the row while others come and go. */
  readonly id: number;
  readonly payer: string;
  /** Empty where the amount holds whatever the modifiers are. */
  readonly modifiers: string;
  readonly amount: string;
}
export type RowProblems = Partial<Record<'payer' | 'modifiers' | 'amount', string>>;

export const NO_PAYER = '';
const keyOf = ({ payerId, payerName }: Payer): string => JSON.stringify([payerId, payerName ?? null]);

const payerOf = ({ payerId, payerName }: Payer): Payer => ({
  payerId,
  ...(payerName !== undefined && { payerName }),
});

export const newRow = (id: number): ContractRow => ({ id, payer: NO_PAYER, modifiers: '', amount: '' });

export const rowsOf = (contract: readonly ContractAmount[]): ContractRow[] =>
  contract.map((one, id) => ({
    id,
    payer: keyOf(one),
    modifiers: one.procedure.split('-').slice(1).join(' '),
    amount: amountText(cents(one.amount)),
  }));

export interface PayerChoice extends Payer {
  readonly key: string;
  readonly words: string;
}

/** The practice's payers, by name where several share an ID; and those with which a contract stands, though they are no longer among them. */
export function payerChoices(
  payers: readonly PracticePayer[],
  contract: readonly ContractAmount[],
): PayerChoice[] {
  const own = payers.map(({ payerId, name }) => {
    const isAlone = payers.filter((payer) => payer.payerId === payerId).length === 1;
    const payer = { payerId, ...(!isAlone && { payerName: name }) };
    return { ...payer, key: keyOf(payer), words: `${name} ${payerId}` };
  });
  const former = contract
    .map(payerOf)
    .map((payer) => ({
      ...payer,
      key: keyOf(payer),
      words: [payer.payerName, payer.payerId].filter(Boolean).join(' '),
    }))
    .filter(({ key }) => !own.some((choice) => choice.key === key));
  return [...new Map([...own, ...former].map((choice) => [choice.key, choice])).values()];
}

/** The amounts, or what is wrong with each row, by its id. */
export function contractOf(
  code: string,
  rows: readonly ContractRow[],
  choices: readonly PayerChoice[],
): { readonly contract: ContractAmount[] } | { readonly problems: Readonly<Record<number, RowProblems>> } {
  const problems: Record<number, RowProblems> = {};
  const contract: ContractAmount[] = [];
  const seen = new Set<string>();
  for (const { id, payer, modifiers, amount } of rows) {
    const chosen = choices.find(({ key }) => key === payer);
    const set = modifiersIn(modifiers.trim());
    const allowed = amountIn(amount.trim());
    const procedure = procedureKey({ procedureCode: code, modifiers: 'value' in set ? set.value : [] });
    const isTwice = chosen !== undefined && seen.has(`${payer} ${procedure}`);
    seen.add(`${payer} ${procedure}`);
    if (chosen && !isTwice && 'value' in set && 'value' in allowed) {
      contract.push({ ...payerOf(chosen), procedure, amount: allowed.value });
      continue;
    }
    problems[id] = {
      ...(!chosen && { payer: 'Choose the payer whose contract it is.' }),
      ...(isTwice && { payer: 'This payer has an amount for these modifiers above.' }),
      ...('fault' in set && { modifiers: `${set.fault.message} ${set.fault.fix}` }),
      ...('fault' in allowed && {
        amount: amount.trim() === '' ? 'Write what it allows for one unit.' : allowed.fault.message,
      }),
    };
  }
  return Object.keys(problems).length > 0 ? { problems } : { contract };
}
