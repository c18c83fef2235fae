/** How the exchange of a practice stands: read side of `connections`, with what waits. */
import type { ExchangeStatus } from '@claimside/shared/api';
import { earliestDateOnEarth, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { and, count, eq, isNull, or } from 'drizzle-orm';
import { ConnectionSettings, noticesOf, PROFILES, profileOf } from '../clearinghouse/index.ts';
import { countFilesNeedingPerson } from './files.ts';
import { fromJson } from './json.ts';
import type { OutboundState } from './outbound-files.ts';
import { connections, outboundFiles, outbox, practices } from './schema.ts';
import type { Scope } from './store.ts';

/** `not-set-up` while the practice has no connection; claims are kept and wait. */
export async function getExchangeStatus(
  scope: Scope,
  now: UtcInstant,
): Promise<Omit<ExchangeStatus, 'watches'>> {
  const [row] = await scope.db
    .select({
      createdAt: practices.createdAt,
      profileId: connections.profileId,
      mode: connections.mode,
      settings: connections.settings,
      passwordSince: connections.passwordSince,
      state: connections.state,
      message: connections.stateMessage,
      since: connections.stateSince,
      lastContactAt: connections.lastContactAt,
    })
    .from(practices)
    .leftJoin(connections, eq(connections.practiceId, practices.id))
    .where(eq(practices.id, scope.practiceId));
  if (!row) throw new Error('no such practice');
  const waiting = {
    claimsWaiting: await countUnsentClaims(scope),
    filesNeedingPerson: await countFilesNeedingPerson(scope),
  };
  if (row.profileId === null) {
    return {
      clearinghouse: '',
      mode: 'test',
      state: 'not-set-up',
      message: 'No clearinghouse is set up yet: claims wait here. Run claimside clearinghouse set.',
      since: row.createdAt,
      lastContactAt: null,
      ...waiting,
      notices: [],
    };
  }
  return {
    clearinghouse: nameOf(row.profileId),
    mode: row.mode as ExchangeStatus['mode'],
    state: row.state as ExchangeStatus['state'],
    message: row.message ?? '',
    since: row.since ?? row.createdAt,
    lastContactAt: row.lastContactAt,
    ...waiting,
    notices: noticesIn(row, now),
  };
}

/** None for settings of another version, of which the state tells. */
function noticesIn(
  { settings, passwordSince }: { readonly settings: string | null; readonly passwordSince: string | null },
  now: UtcInstant,
): string[] {
  const parsed = ConnectionSettings.safeParse(fromJson(settings ?? 'null'));
  const since = passwordSince === null ? null : (passwordSince.slice(0, 10) as IsoDate);
  return parsed.success ? noticesOf(profileOf(parsed.data), since, earliestDateOnEarth(now)) : [];
}

/** Claims of which nothing has left: in no file yet, or in one whose upload has not begun. */
async function countUnsentClaims(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .select({ claims: count() })
    .from(outbox)
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(outbox.practiceId, scope.practiceId),
        or(isNull(outbox.outboundFileId), eq(outboundFiles.state, 'ready' satisfies OutboundState)),
      ),
    );
  return row?.claims ?? 0;
}

/** As people call it; the id itself for a profile that no longer ships. */
function nameOf(profileId: string): string {
  return Object.values(PROFILES).find((profile) => profile.id === profileId)?.name ?? profileId;
}
