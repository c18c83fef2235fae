/** A day on the command line. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { InvalidArgumentError } from 'commander';

export function day(text: string): IsoDate {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Write the day as YYYY-MM-DD.');
  return text;
}
