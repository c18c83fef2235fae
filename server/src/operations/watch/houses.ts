/** Where the files of a connection went, house by house: its account may be another one since they were made. */
import {
  type ConnectionSettings,
  isForAnother,
  type MadeFor,
  madeFor,
  PROFILES,
  placeOf,
  profileOf,
} from '../../clearinghouse/index.ts';
import { listOutboundFiles } from '../../store/outbound-files.ts';
import { type ClaimsOfFile, listClaimsOfStatus } from '../../store/silences.ts';
import type { Scope } from '../../store/store.ts';
import type { HouseSight } from './checks.ts';

const HOUR_MILLISECONDS = 3_600_000;
/** For an answer of a clearinghouse whose own hours are not known. */
const LONG_HOURS = 7 * 24;

/** `settings` undefined where they cannot be read: then all that went by the connection counts as its own. */
interface Account {
  readonly id: string;
  readonly name: string;
  readonly settings: ConnectionSettings | undefined;
}

/** The house of the present account first. */
export async function housesOf(scope: Scope, account: Account, now: number): Promise<HouseSight[]> {
  const went: Went = {
    sent: await listClaimsOfStatus(scope, account.id, 'sent'),
    accepted: await listClaimsOfStatus(scope, account.id, 'file-accepted'),
    unknown: await listOutboundFiles(scope, ['unknown'], account.id),
  };
  const present = account.settings && madeFor(account.settings);
  const formerOf = ({ madeFor: house }: Made) =>
    present && house && isForAnother(house, present) ? house : undefined;
  const former = new Map(
    [...went.sent, ...went.accepted, ...went.unknown].flatMap((made) => {
      const house = formerOf(made);
      return house ? [[placeOf(house), house] as const] : [];
    }),
  );
  const hours = account.settings && profileOf(account.settings, account.name).usualHours;
  return [
    {
      name: account.name,
      isFormer: false,
      ...sightOf(
        only(went, (made) => !formerOf(made)),
        hours,
        now,
      ),
    },
    ...[...former].map(([name, { profileId }]) => {
      const isThere = (made: Made) => {
        const house = formerOf(made);
        return house !== undefined && placeOf(house) === name;
      };
      return { name, isFormer: true, ...sightOf(only(went, isThere), PROFILES[profileId].usualHours, now) };
    }),
  ];
}

interface Made {
  readonly madeFor: MadeFor | null;
}

interface Went {
  readonly sent: readonly ClaimsOfFile[];
  readonly accepted: readonly ClaimsOfFile[];
  readonly unknown: readonly Made[];
}

const only = ({ sent, accepted, unknown }: Went, fits: (made: Made) => boolean): Went => ({
  sent: sent.filter(fits),
  accepted: accepted.filter(fits),
  unknown: unknown.filter(fits),
});

function sightOf(
  { sent, accepted, unknown }: Went,
  hours: ReturnType<typeof profileOf>['usualHours'] | undefined,
  now: number,
): Omit<HouseSight, 'name' | 'isFormer'> {
  const usual = (answer: 'file-acknowledgement' | 'claim-acknowledgement') =>
    (hours?.[answer] ?? LONG_HOURS) * HOUR_MILLISECONDS;
  const files = new Map(sent.map(({ fileId, sentAt, since }) => [fileId, Date.parse(sentAt ?? since)]));
  const late = accepted.filter(({ since }) => now - Date.parse(since) > usual('claim-acknowledgement'));
  return {
    unanswered: [...files.values()].toSorted((a, b) => a - b),
    usualAnswer: usual('file-acknowledgement'),
    inDoubt: unknown.length,
    lateClaims: late.reduce((sum, { claims }) => sum + claims, 0),
  };
}
