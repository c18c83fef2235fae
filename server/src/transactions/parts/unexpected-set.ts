/** What every reader says of a set of another transaction than its own. */
import type { Fault, TransactionSetHeader } from '../../x12/index.ts';

/** `expected` is the transaction with its article, such as `an 837`. The set is named as a value, as its words may be anything. */
export function unexpectedSet(
  expected: string,
  { identifier }: Pick<TransactionSetHeader, 'identifier'>,
): Fault {
  return {
    code: 'SET-UNEXPECTED',
    severity: 'warning',
    message: `This set is not ${expected}; it was left out.`,
    value: identifier,
  };
}
