/** Letters to Office Ally: one that asks for SFTP with all its reports, one that moves the remittances of all the practice's NPIs. */
import type { PracticeSettings } from '../api/practice.ts';
import type { IsoDate } from '../values/index.ts';
import { sender } from './parts.ts';

export interface AccountLetterParts {
  readonly practice: PracticeSettings;
  readonly today: IsoDate;
}

const NOT_KNOWN = '[fill in]';

/** To support@officeally.com. */
export function sftpRequest({ practice, today }: AccountLetterParts): string {
  const { userName, earlierSystem, switchesOn } = practice.accountRequest ?? {};
  return [
    ...heading(practice, today, 'Support'),
    'Request: SFTP for our account, with 999 and 277CA reports',
    '',
    'Please set up SFTP for this account:',
    '',
    `Office Ally user name: ${userName ?? NOT_KNOWN}`,
    ...whoWeAre(practice),
    'Software: Claimside',
    'Form type: HCFA (professional claims, 837P)',
    '999 and 277CA reports: yes, both, please',
    'ERA (835): split by check, please',
    '',
    ...(earlierSystem
      ? [
          `Until now our claims came from ${earlierSystem}. Please change the account to the new software on ${switchesOn ?? NOT_KNOWN}, not before.`,
          '',
        ]
      : []),
    'Please tell us the host name, the user name and the password for SFTP, and the fingerprint of the host key.',
    '',
    ...signature(practice),
  ].join('\n');
}

/** To the enrollment department: remittances go to one clearinghouse, and there to one account. */
export function eraTransfer({ practice, today }: AccountLetterParts): string {
  const { userName, earlierSystem, switchesOn } = practice.accountRequest ?? {};
  return [
    ...heading(practice, today, 'Enrollment'),
    'ERA transfer: remittances of all our NPIs to our own account',
    '',
    `Until now our ERAs came through ${earlierSystem ?? NOT_KNOWN}. From ${switchesOn ?? NOT_KNOWN} on, please deliver the ERAs (835) of all payers for these billing providers to our account ${userName ?? NOT_KNOWN}, split by check:`,
    '',
    ...billingProviders(practice),
    '',
    'Please tell us for which payers this is not enough, and a new ERA enrollment is needed.',
    '',
    ...whoWeAre(practice),
    '',
    ...signature(practice),
  ].join('\n');
}

/** Each NPI that bills, once, with its tax ID. */
function billingProviders(practice: PracticeSettings): string[] {
  const all = [
    practice.billingProvider,
    ...(practice.billingProfiles ?? []).map(({ billingProvider }) => billingProvider),
  ];
  return [...new Map(all.map((each) => [each.npi, each])).values()].map(
    ({ npi, taxId, name }) =>
      `NPI ${npi}, tax ID ${taxId}, ${name.kind === 'organization' ? name.organizationName : `${name.firstName} ${name.lastName}`}`,
  );
}

const heading = (practice: PracticeSettings, today: IsoDate, department: string): string[] => [
  ...sender(practice),
  '',
  today,
  '',
  `Office Ally, ${department}`,
  '',
];

function whoWeAre({ billingProvider, accountRequest }: PracticeSettings): string[] {
  const { contactName, contactPhone, contactEmail } = billingProvider;
  return [
    `Tax ID: ${billingProvider.taxId}`,
    `Contact: ${contactName ?? NOT_KNOWN}`,
    `E-mail: ${accountRequest?.email ?? contactEmail ?? NOT_KNOWN}`,
    `Phone: ${contactPhone ?? NOT_KNOWN}`,
  ];
}

const signature = ({ name, billingProvider }: PracticeSettings): string[] =>
  [billingProvider.contactName ?? '', name].filter(Boolean);
