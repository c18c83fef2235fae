/** What the accounts that are posted enter: each part of a payment as often as the payer's check says it, however it was told. */
import { plainCheckNumber } from '../../store/check-numbers.ts';
import type {
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
} from '../../transactions/remittance-835/index.ts';
import type { Told } from './acts.ts';
import { differs } from './troubles.ts';

interface Entered<T> {
  readonly item: T;
  readonly account: Told['accounts'][number];
}

/** What says the same under one key is entered once; equal ones of one account count each. */
export function entered<T>(
  accounts: Told['accounts'],
  itemsOf: (remittance: Remittance) => readonly T[],
): Entered<T>[] {
  const seen = new Set<string>();
  return accounts.flatMap((account) => {
    const counts = new Map<string, number>();
    return itemsOf(account.remittance).flatMap((item) => {
      const content = JSON.stringify(item);
      counts.set(content, (counts.get(content) ?? 0) + 1);
      const once = `${account.key} ${counts.get(content)} ${content}`;
      if (seen.has(once)) return [];
      seen.add(once);
      return { item, account };
    });
  });
}

/** Of what no person said that it is another payment. A claim to which a reversal was given by hand may be decided anew. */
export function enteredTooOften(
  accounts: Told['accounts'],
  checks: readonly Remittance[],
  takenBackByHand: readonly string[],
): string[] {
  const byThemselves = accounts.filter(({ isDecided }) => !isDecided);
  const found = [
    ...entered(byThemselves, ({ claims }) => claims).map(({ item, account }) =>
      within(account.remittance, claimMoney(item)),
    ),
    ...entered(byThemselves, (each) => each.providerAdjustments).map(({ item, account }) =>
      within(account.remittance, providerMoney(item)),
    ),
  ];
  const said = checks.flatMap((check) => [
    ...check.claims.map((claim) => within(check, claimMoney(claim))),
    ...check.providerAdjustments.map((each) => within(check, providerMoney(each))),
  ]);
  const count = (all: readonly string[], money: string) => all.filter((each) => each === money).length;
  return [...new Set(found)]
    .filter((money) => !money.endsWith(NOTHING))
    .filter((money) => !takenBackByHand.some((number) => money.includes(` ${number} `)))
    .filter((money) => count(found, money) > count(said, money))
    .flatMap((money) => differs(money, count(found, money), count(said, money)));
}

const NOTHING = 'nothing';

const within = ({ traceNumber }: Remittance, money: string): string =>
  `${plainCheckNumber(traceNumber)} ${money}`;

/** Whatever CLP02 calls it, apart from what it takes back. An estimate moves nothing. */
const claimMoney = ({
  patientControlNumber,
  statusCode,
  chargeAmount,
  paidAmount,
  adjustments,
}: ClaimPayment) =>
  statusCode === '25'
    ? NOTHING
    : `${patientControlNumber} ${chargeAmount} ${paidAmount} ${JSON.stringify(adjustments)}`;

const providerMoney = ({ reason, amount, reference }: ProviderAdjustment): string =>
  amount === 0 ? NOTHING : `PLB ${reason} ${amount} ${reference}`;
