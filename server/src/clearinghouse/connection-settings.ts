/** A practice's account at a clearinghouse, held against what is known of that one; the password is kept elsewhere, sealed. */
import { ConnectionFields, GENERIC_ONLY } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import type { z } from 'zod';
import { plainHost } from './host.ts';
import type { ClearinghouseProfile, ReportShape } from './profile.ts';
import { PROFILES } from './profiles.ts';
import { guardUploadName, uploadName } from './upload-name.ts';

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
    for (const { path, message } of knownAlready(settings))
      addIssue({ code: 'custom', path: ['overrides', path], message });
    const unsafe = settings.profileId === 'generic' ? unsafeNames(settings) : undefined;
    if (unsafe) addIssue({ code: 'custom', path: ['overrides', ...unsafe.path], message: unsafe.message });
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

/** Of a known clearinghouse it is known how it tells a test from a live file, and how often it may be asked. */
function knownAlready({ profileId, overrides }: ConnectionFields) {
  if (profileId === 'generic') return [];
  const message = `is known of ${PROFILES[profileId].name} and cannot be set otherwise: leave it out`;
  return GENERIC_ONLY.filter((path) => overrides[path] !== undefined).map((path) => ({ path, message }));
}

/** Where a test could be taken as live, or a live file as a test. */
function unsafeNames(settings: ConnectionFields): { path: string[]; message: string } | undefined {
  const { fileNames, envelope } = profileOf(settings);
  for (const mode of ['test', 'live'] as const) {
    const name = uploadName({ fileNames }, mode, SOME_MOMENT, 1);
    const guarded = guardUploadName({ fileNames }, mode, name);
    if (!guarded.ok)
      return {
        path: ['fileNames', mode],
        message: `name a ${mode} file so that it is refused: ${guarded.error}`,
      };
  }
  if (fileNames.testMark !== null || envelope.usageIndicator.test === 'T') return undefined;
  return {
    path: ['testMark'],
    message: 'is needed where ISA15 of a test is P: nothing else would tell a test from a live file',
  };
}

const SOME_MOMENT = '2026-01-01T00:00:00.000Z' as UtcInstant;

/** The profile with the connection's own values put in, and its name, where it has one. */
export function profileOf(settings: ConnectionFields, name?: string): ClearinghouseProfile {
  const profile: ClearinghouseProfile = PROFILES[settings.profileId];
  const {
    inboundFolder,
    outboundFolder,
    usualHours,
    acknowledgementRequested = profile.envelope.acknowledgementRequested,
    reportNames = [],
    fileNames,
    testMark = profile.fileNames.testMark,
    formMark = profile.fileNames.formMark,
    testIndicator = profile.envelope.usageIndicator.test,
    receiverName = profile.envelope.receiverName,
    receiverCode = profile.envelope.receiverCode,
    ...rest
  } = settings.overrides;
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
    fileNames: { ...profile.fileNames, ...withoutUndefined(fileNames ?? {}), testMark, formMark },
    reportNames: [...reportNames.map(asPattern), ...profile.reportNames],
    envelope: {
      ...profile.envelope,
      acknowledgementRequested,
      usageIndicator: { ...profile.envelope.usageIndicator, test: testIndicator },
      receiverName,
      senderQualifier: interchange.senderQualifier ?? profile.envelope.senderQualifier,
      receiverQualifier: interchange.receiverQualifier ?? profile.envelope.receiverQualifier,
      receiverId,
      applicationReceiver:
        interchange.applicationReceiver ?? (profile.envelope.applicationReceiver || receiverId),
      receiverCode: receiverCode || receiverId,
    },
  };
}

/** `*` stands for any characters. */
function asPattern({ shape, name }: { shape: ReportShape; name: string }) {
  return { shape, pattern: `^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$` };
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<T>;
}
