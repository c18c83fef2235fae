/** What an admin should know of a connection before it comes. Pure: a day in, sentences out. */
import { addDays, daysBetween, type IsoDate } from '@claimside/shared/values';
import type { ClearinghouseProfile } from './profile.ts';

/** So long before a password has to be changed, people hear of it. */
const REMINDER_DAYS = 10;

/** `otherwise`: by which connection its payers go before its first day; undefined for the main one. */
export function noticesOf(
  { name, startsOn }: Pick<ClearinghouseProfile, 'name' | 'startsOn'>,
  today: IsoDate,
  otherwise?: string,
): string[] {
  if (startsOn === null || today >= startsOn) return [];
  if (otherwise !== undefined)
    return [`${name} is used from ${startsOn} on: until then its payers go by ${otherwise}.`];
  return [`Nothing is sent to ${name} before ${startsOn}: claims wait until then and can be taken back.`];
}

/** Undefined while it is not yet time to think of it. `since`: the day from which the password is known here; null for a key, and where it is not known. */
export function passwordReminder(
  { name, passwordDays }: Pick<ClearinghouseProfile, 'name' | 'passwordDays'>,
  since: IsoDate | null,
  today: IsoDate,
  command: string,
): string | undefined {
  if (passwordDays === null || since === null) return undefined;
  const lastDay = addDays(since, passwordDays);
  const left = daysBetween(today, lastDay);
  if (left > REMINDER_DAYS) return undefined;
  const when = left >= 0 ? `about ${lastDay}` : `since about ${lastDay}`;
  return `The password for ${name} was set here on ${since} and has to be changed after ${passwordDays} days, ${when}. Change it at the clearinghouse, then in Options, or with ${command}.`;
}
