/** The day on which the practice agreed to change over from other software, beside the first day of the connection. */
import type { PracticeSettings } from '@claimside/shared/api';

/** One account takes claims from one system at a time: the other one sends until this day. Undefined where nobody else sends. */
export function agreedDay(practice: PracticeSettings | null | undefined): string | undefined {
  const { uses, switchesOn } = practice?.accountRequest ?? {};
  return uses === 'another-system' ? switchesOn : undefined;
}

/** What to look out for where the two differ; undefined once both are over. */
export function dayWarning(
  agreed: string | undefined,
  account: { readonly profileId: string; readonly startsOn?: string | undefined },
  today: string,
): string | undefined {
  const { profileId, startsOn = '' } = account;
  if (agreed === undefined || profileId !== 'office-ally' || startsOn === agreed) return undefined;
  if (agreed <= today && startsOn <= today) return undefined;
  const here = startsOn === '' ? 'No first day is set here' : `The first day here is ${startsOn}`;
  const so =
    startsOn < agreed ? 'claims would leave by both systems.' : 'between the two days neither system sends.';
  return `The change is agreed for ${agreed}. ${here}: ${so} Make both days the same.`;
}
