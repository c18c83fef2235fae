/** What an admin should know of a connection before it comes. Pure: a day in, sentences out. */
import { addDays, daysBetween, type IsoDate } from '@claimside/shared/values';
import type { ClearinghouseProfile } from './profile.ts';
import { setCommand } from './routing.ts';

/** So long before a password has to be changed, people hear of it. */
const REMINDER_DAYS = 10;

/**
 * `passwordSince`: the day from which the password is known here; null for a key, and where it is not known. `otherwise`: by which
 * connection its payers go before its first day; undefined for the main one.
 */
export function noticesOf(
  profile: Pick<ClearinghouseProfile, 'name' | 'startsOn' | 'passwordDays'>,
  passwordSince: IsoDate | null,
  today: IsoDate,
  otherwise?: string,
): string[] {
  const command = otherwise === undefined ? setCommand() : setCommand('further', profile.name);
  return [
    ...beforeStart(profile, today, otherwise),
    ...passwordRunsOut(profile, passwordSince, today, command),
  ];
}

function beforeStart(
  { name, startsOn }: Pick<ClearinghouseProfile, 'name' | 'startsOn'>,
  today: IsoDate,
  otherwise: string | undefined,
): string[] {
  if (startsOn === null || today >= startsOn) return [];
  if (otherwise !== undefined)
    return [`${name} is used from ${startsOn} on: until then its payers go by ${otherwise}.`];
  return [`Nothing is sent to ${name} before ${startsOn}: claims wait until then and can be taken back.`];
}

function passwordRunsOut(
  { name, passwordDays }: Pick<ClearinghouseProfile, 'name' | 'passwordDays'>,
  since: IsoDate | null,
  today: IsoDate,
  command: string,
): string[] {
  if (passwordDays === null || since === null) return [];
  const lastDay = addDays(since, passwordDays);
  const left = daysBetween(today, lastDay);
  if (left > REMINDER_DAYS) return [];
  const when = left >= 0 ? `about ${lastDay}` : `since about ${lastDay}`;
  return [
    `The password for ${name} was set here on ${since} and has to be changed after ${passwordDays} days, ${when}. Change it at the clearinghouse, then in Options, or with ${command}.`,
  ];
}
