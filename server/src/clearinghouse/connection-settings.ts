/** A practice's account at a clearinghouse, held against what is known of that one; the password is kept elsewhere, sealed. */
import { ConnectionFields } from '@claimside/shared/api';
import type { z } from 'zod';
import { plainHost } from './host.ts';
import type { ClearinghouseProfile } from './profile.ts';
import { PROFILES } from './profiles.ts';

export const ConnectionSettings = ConnectionFields.refine(
  ({ profileId, host }) => {
    const { allowedHosts } = PROFILES[profileId];
    return allowedHosts === null || new RegExp(allowedHosts, 'i').test(host);
  },
  { path: ['host'], message: 'is no host of this clearinghouse' },
)
  .refine(
    ({ profileId, interchange }) =>
      (interchange.receiverId ?? PROFILES[profileId].envelope.receiverId) !== '',
    {
      path: ['interchange', 'receiverId'],
      message: "is needed for this profile: the clearinghouse's own id, from its companion guide",
    },
  )
  .superRefine((settings, { addIssue }) => {
    for (const { path, house } of foreignMarks(settings)) {
      const message = `is that of ${house}, which knows its tests by marks of its own: choose ${house} as the clearinghouse`;
      addIssue({ code: 'custom', path: [...path], message });
    }
  });
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

/** The sandbox is not among them: it is on this machine, as the end of a tunnel may be. */
const WITH_OWN_PROFILE: readonly ClearinghouseProfile[] = [PROFILES['office-ally']];

/** Where an account of no known clearinghouse names one all the same: a test that it marks as others do would be taken as live there. */
function foreignMarks({ profileId, host, interchange }: ConnectionFields) {
  if (profileId !== 'generic') return [];
  return WITH_OWN_PROFILE.flatMap(({ name: house, allowedHosts, own }) => {
    const isThere = allowedHosts !== null && new RegExp(allowedHosts, 'i').test(plainHost(host));
    const ids = (['receiverId', 'applicationReceiver'] as const).filter((id) =>
      own.ids.includes(interchange[id]?.toUpperCase() ?? ''),
    );
    return [
      ...(isThere ? [{ house, path: ['host'] }] : []),
      ...ids.map((id) => ({ house, path: ['interchange', id] })),
    ];
  });
}

/** The profile with the connection's own values put in, and its name, where it has one. */
export function profileOf(settings: ConnectionSettings, name?: string): ClearinghouseProfile {
  const profile: ClearinghouseProfile = PROFILES[settings.profileId];
  const { inboundFolder, outboundFolder, usualHours, ...rest } = settings.overrides;
  const { interchange } = settings;
  const receiverId = interchange.receiverId ?? profile.envelope.receiverId;
  return {
    ...profile,
    ...withoutUndefined(rest),
    name: name ?? profile.name,
    host: settings.host,
    port: settings.port,
    startsOn: settings.startsOn ?? null,
    usualHours: { ...profile.usualHours, ...withoutUndefined(usualHours ?? {}) },
    folders: {
      inbound: inboundFolder ?? profile.folders.inbound,
      outbound: outboundFolder ?? profile.folders.outbound,
    },
    envelope: {
      ...profile.envelope,
      senderQualifier: interchange.senderQualifier ?? profile.envelope.senderQualifier,
      receiverQualifier: interchange.receiverQualifier ?? profile.envelope.receiverQualifier,
      receiverId,
      applicationReceiver:
        interchange.applicationReceiver ?? (profile.envelope.applicationReceiver || receiverId),
      receiverCode: profile.envelope.receiverCode || receiverId,
    },
  };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
