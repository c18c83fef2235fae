/** What stands in the form of an account, and the account that it makes. */
import {
  type Connection,
  ConnectionFields,
  type Connections,
  type ConnectionToSave,
  type PracticeSettings,
  type ProfileId,
} from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { agreedDay } from './agreed-day.ts';

/** Texts as they are typed. */
export interface AccountTexts {
  readonly name: string;
  readonly profileId: ProfileId;
  readonly mode: 'test' | 'live';
  readonly host: string;
  readonly port: string;
  readonly username: string;
  readonly secret: string;
  readonly hostKeySha256: string;
  readonly startsOn: string;
  readonly receiverId: string;
  readonly inboundFolder: string;
  readonly outboundFolder: string;
  readonly liveName: string;
  readonly testName: string;
  readonly testMark: string;
  readonly submitterName: string;
  readonly submitterId: string;
  readonly contactName: string;
  readonly contactPhone: string;
}

export type AccountField = keyof AccountTexts | 'form';

export interface AccountBegin {
  readonly texts: AccountTexts;
  /** What the form does not show stays as it is, as long as the clearinghouse is the same. */
  readonly kept: Connection | undefined;
  /** Until then other software sends by the practice's account at Office Ally. */
  readonly agreedOn?: string | undefined;
}

/** Office Ally first; who submits is the practice, as it already does by its main connection. */
export function newAccount(
  { connections, clearinghouses }: Connections,
  practice: PracticeSettings | null,
): AccountBegin {
  const [known] = clearinghouses;
  const submitter = connections[0]?.settings.submitter;
  const billing = practice?.billingProvider;
  const agreedOn = connections.length === 0 ? agreedDay(practice) : undefined;
  return {
    kept: undefined,
    agreedOn,
    texts: {
      name: '',
      profileId: known?.profileId ?? 'generic',
      mode: 'test',
      host: known?.host ?? '',
      port: String(known?.port ?? 22),
      username: '',
      secret: '',
      hostKeySha256: '',
      startsOn: (known?.profileId === 'office-ally' && agreedOn) || '',
      receiverId: '',
      inboundFolder: '',
      outboundFolder: '',
      liveName: '',
      testName: '',
      testMark: '',
      submitterName: submitter?.name ?? practice?.name.slice(0, 35) ?? '',
      submitterId: submitter?.id ?? billing?.taxId ?? '',
      contactName: submitter?.contactName ?? billing?.contactName ?? '',
      contactPhone: submitter?.contactPhone ?? billing?.contactPhone ?? '',
    },
  };
}

export function accountOf(connection: Connection, practice?: PracticeSettings | null): AccountBegin {
  const { name, settings } = connection;
  const { submitter, interchange, overrides } = settings;
  return {
    kept: connection,
    agreedOn: connection.id === 'main' ? agreedDay(practice) : undefined,
    texts: {
      name,
      profileId: settings.profileId,
      mode: settings.mode,
      host: settings.host,
      port: String(settings.port),
      username: settings.username,
      secret: '',
      hostKeySha256: settings.hostKeySha256,
      startsOn: settings.startsOn ?? '',
      receiverId: interchange.receiverId ?? '',
      inboundFolder: overrides.inboundFolder ?? '',
      outboundFolder: overrides.outboundFolder ?? '',
      liveName: overrides.fileNames?.live ?? '',
      testName: overrides.fileNames?.test ?? '',
      testMark: overrides.testMark ?? '',
      submitterName: submitter.name,
      submitterId: submitter.id,
      contactName: submitter.contactName,
      contactPhone: submitter.contactPhone,
    },
  };
}

/** What belongs to one clearinghouse alone: another one begins with its own, and the first one gets back what it had. */
export function withClearinghouse(
  begin: AccountBegin,
  profileId: ProfileId,
  known: { readonly host?: string | undefined; readonly port?: number | undefined } = {},
): Partial<AccountTexts> {
  const { texts, kept } = begin;
  if (kept && profileId === texts.profileId) {
    const { host, port, hostKeySha256, receiverId, inboundFolder, outboundFolder } = texts;
    const { liveName, testName, testMark } = texts;
    const own = { liveName, testName, testMark, startsOn: texts.startsOn };
    return { profileId, host, port, hostKeySha256, receiverId, inboundFolder, outboundFolder, ...own };
  }
  const { host = '', port = 22 } = known;
  const folders = { inboundFolder: '', outboundFolder: '' };
  const names = { liveName: '', testName: '', testMark: '' };
  const { agreedOn } = begin;
  const startsOn = agreedOn !== undefined && { startsOn: profileId === 'office-ally' ? agreedOn : '' };
  const own = { hostKeySha256: '', receiverId: '', ...folders, ...names, ...startsOn };
  return { profileId, host, port: String(port), ...own };
}

/** What was set beyond the form for the clearinghouse that the account has now. */
export function hiddenSettings(kept: Connection | undefined) {
  const shown = kept?.settings.overrides ?? {};
  const { inboundFolder: _in, outboundFolder: _out, fileNames: _names, testMark, ...rest } = shown;
  // None at all is no text that the form could hold.
  const overrides = { ...rest, ...(testMark === null && { testMark }) };
  const { receiverId: _receiver, ...interchange } = kept?.settings.interchange ?? {};
  return { overrides, interchange };
}

/** Settings beyond the form were made for another clearinghouse than the one that is chosen. */
export function dropsHidden({ texts, kept }: AccountBegin): boolean {
  const { overrides, interchange } = hiddenSettings(kept);
  return isAnother({ texts, kept }) && Object.keys({ ...overrides, ...interchange }).length > 0;
}

const isAnother = ({ texts, kept }: AccountBegin): boolean =>
  kept !== undefined && kept.settings.profileId !== texts.profileId;

const NAME_WORDS = 'Use letters, digits, _ - . and {date} {time} {number}, {number} once; or leave it empty.';

/** Which field a part of an account is typed into, and what to write there. */
const FIELDS: Readonly<Record<string, readonly [AccountField, string]>> = {
  host: ['host', 'Enter the host that the clearinghouse gave you, without https:// and folders.'],
  port: ['port', 'Enter a number; 22 unless the clearinghouse says another.'],
  username: ['username', 'Enter the user name for SFTP.'],
  hostKeySha256: [
    'hostKeySha256',
    'Read the host key from the server, and compare it with what the clearinghouse says.',
  ],
  startsOn: ['startsOn', 'Choose a day, or leave it empty.'],
  'submitter.name': [
    'submitterName',
    'Enter the name under which the practice submits, at most 35 characters.',
  ],
  'submitter.id': ['submitterId', 'Enter the submitter ID, usually the tax ID: letters and digits.'],
  'submitter.contactName': ['contactName', 'Enter whom the clearinghouse may call.'],
  'submitter.contactPhone': ['contactPhone', 'Enter ten digits without punctuation.'],
  'interchange.receiverId': ['receiverId', 'Enter the clearinghouse’s own ID, from its companion guide.'],
  'overrides.inboundFolder': ['inboundFolder', 'Enter the folder for uploads, or leave it empty.'],
  'overrides.fileNames.live': ['liveName', NAME_WORDS],
  'overrides.fileNames.test': ['testName', NAME_WORDS],
  'overrides.testMark': ['testMark', 'Enter letters, digits, _ and - only, or leave it empty.'],
  'overrides.outboundFolder': ['outboundFolder', 'Enter the folder with the answers, or leave it empty.'],
};

/** The words for a part of an account; undefined for one that the form does not show. */
export const fieldOf = (path: string): readonly [AccountField, string] | undefined => FIELDS[path];

/** What is wrong, by field. */
export type Problems = { readonly [Field in AccountField]?: string | undefined };

export function readAccount(
  { texts, kept }: AccountBegin,
  needs: { readonly name: boolean; readonly receiverId: boolean },
): Result<ConnectionToSave, Problems> {
  // How one clearinghouse treats a repeated file, for one, says nothing of another.
  const { overrides, interchange } = hiddenSettings(isAnother({ texts, kept }) ? undefined : kept);
  const given = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });
  const fileNames = { ...given('live', texts.liveName), ...given('test', texts.testName) };
  const settings = ConnectionFields.safeParse({
    profileId: texts.profileId,
    mode: texts.mode,
    host: texts.host.trim(),
    port: Number(texts.port),
    username: texts.username.trim(),
    hostKeySha256: texts.hostKeySha256.trim(),
    ...given('startsOn', texts.startsOn),
    submitter: {
      name: texts.submitterName,
      id: texts.submitterId,
      contactName: texts.contactName,
      contactPhone: texts.contactPhone.trim(),
    },
    interchange: { ...interchange, ...given('receiverId', texts.receiverId) },
    overrides: {
      ...overrides,
      ...given('inboundFolder', texts.inboundFolder),
      ...given('outboundFolder', texts.outboundFolder),
      ...(Object.keys(fileNames).length > 0 && { fileNames }),
      ...given('testMark', texts.testMark),
    },
  });
  const problems: { -readonly [Field in keyof Problems]: Problems[Field] } = {};
  for (const issue of settings.error?.issues ?? []) {
    const [field, words] = fieldOf(issue.path.join('.')) ?? ['form', 'The account is not complete.'];
    problems[field] ??= words;
  }
  if (needs.name && texts.name.trim() === '') problems.name = 'Enter what people call it, such as Work comp.';
  if (needs.receiverId && texts.receiverId.trim() === '')
    problems.receiverId = fieldOf('interchange.receiverId')?.[1] ?? '';
  if (!kept && texts.secret === '') problems.secret = 'Enter the password or the private key for SFTP.';
  if (!settings.success || Object.keys(problems).length > 0) return err(problems);
  const isRenamed = texts.name.trim() !== (kept?.name ?? '');
  return ok({
    ...(isRenamed && { name: texts.name.trim() }),
    settings: settings.data,
    ...(texts.secret !== '' && { secret: texts.secret }),
  });
}
