/** What every reader says of a set of another transaction than its own. */
import type { Fault, TransactionSetHeader } from '../../x12/index.ts';
import { nameOfTransaction } from './transaction-names.ts';

/** `expected` is the transaction with its article, such as `an 837`. What the set says it is stands in the value, as its words may be anything. */
export function unexpectedSet(
  expected: string,
  { identifier, version }: Pick<TransactionSetHeader, 'identifier' | 'version'>,
): Fault {
  const name = nameOfTransaction(identifier, version);
  return {
    code: 'SET-UNEXPECTED',
    severity: 'warning',
    message: `This set is ${name === undefined ? '' : `${name}, `}not ${expected}; it was left out.`,
    value: identifier,
    fix: 'Nothing to do, unless it was sent here by mistake.',
  };
}
