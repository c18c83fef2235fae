/** A practice's account at a clearinghouse as an admin writes it down; the password is kept elsewhere, sealed. */
import { EXCHANGED_ANSWERS } from '@claimside/shared/lifecycle';
import { isIsoDate } from '@claimside/shared/values';
import { z } from 'zod';
import type { ClearinghouseProfile } from './profile.ts';
import { PROFILE_IDS, PROFILES } from './profiles.ts';

const folder = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0\r\n]+$/);
/** What fits an X12 id and can hold no separator. */
const code = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[A-Za-z0-9 .-]+$/, 'letters, digits, blank, point and hyphen only');

/** Differences from the profile; everything left out stays as the profile has it. */
const Overrides = z.strictObject({
  inboundFolder: folder.optional(),
  outboundFolder: folder.optional(),
  uploadMode: z.enum(['direct', 'rename']).optional(),
  inboundIsReadable: z.boolean().optional(),
  repeatsAreSafe: z.boolean().optional(),
  deleteAfterDownload: z.boolean().optional(),
  maximumClaimsPerFile: z.number().int().min(1).max(5_000).optional(),
  maximumBytesPerFile: z.number().int().min(10_000).max(100_000_000).optional(),
  payersAlone: z.array(z.string().min(1).max(80)).max(200).optional(),
  /** At most an hour. */
  freezeAfterMilliseconds: z.number().int().min(0).max(3_600_000).optional(),
  passwordDays: z.number().int().min(1).max(3_650).optional(),
  pollMilliseconds: z.number().int().min(50).optional(),
  maximumFailedLogins: z.number().int().min(1).max(10).optional(),
  /** Hours after which an answer counts as staying away. */
  usualHours: z.partialRecord(z.enum(EXCHANGED_ANSWERS), z.number().int().min(1).max(8_784)).optional(),
});

export const ConnectionSettings = z
  .strictObject({
    profileId: z.enum(PROFILE_IDS),
    /** `test`: files carry the clearinghouse's test mark and never reach a payer. */
    mode: z.enum(['test', 'live']),
    host: z
      .string()
      .min(1)
      .max(253)
      .regex(/^[A-Za-z0-9.:-]+$/, 'a host name or address'),
    port: z.number().int().min(1).max(65_535).default(22),
    username: z.string().min(1).max(100),
    /** Fingerprint of the server's host key, as `claimside clearinghouse host-key` prints it. Without it nothing connects. */
    hostKeySha256: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'SHA256: and 43 characters'),
    /** The day of a switch from another clearinghouse: before it nothing is sent through this one. */
    startsOn: z.string().refine(isIsoDate, 'a date such as 2027-01-01').optional(),
    /** 1000A. The id is usually the practice's tax id. */
    submitter: z.strictObject({
      name: z.string().trim().min(1).max(35),
      id: code(15),
      contactName: z.string().trim().min(1).max(60),
      contactPhone: z.string().regex(/^\d{10}$/, 'ten digits'),
    }),
    /** ISA and GS ids where they differ from the profile's and the submitter's. */
    interchange: z
      .strictObject({
        senderQualifier: z.string().length(2).optional(),
        senderId: code(15).optional(),
        receiverQualifier: z.string().length(2).optional(),
        receiverId: code(15).optional(),
        applicationSender: code(15).optional(),
        applicationReceiver: code(15).optional(),
      })
      .default({}),
    overrides: Overrides.default({}),
  })
  .refine(
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
