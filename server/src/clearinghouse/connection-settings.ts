/** A practice's account at a clearinghouse, held against what is known of that one; the password is kept elsewhere, sealed. */
import { ConnectionFields } from '@claimside/shared/api';
import type { z } from 'zod';
import type { ClearinghouseProfile } from './profile.ts';
import { PROFILES } from './profiles.ts';

export const ConnectionSettings = ConnectionFields.refine(
  ({ profileId, host }) => {
    const { allowedHosts } = PROFILES[profileId];
    return allowedHosts === null || new RegExp(allowedHosts, 'i').test(host);
  },
  { path: ['host'], message: 'is no host of this clearinghouse' },
).refine(
  ({ profileId, interchange }) => (interchange.receiverId ?? PROFILES[profileId].envelope.receiverId) !== '',
  {
    path: ['interchange', 'receiverId'],
    message: "is needed for this profile: the clearinghouse's own id, from its companion guide",
  },
);
export type ConnectionSettings = z.infer<typeof ConnectionSettings>;

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
