/** The steps to an account at Office Ally, in its order, each with what the practice types there. */
import type { PracticeSettings } from '@claimside/shared/api';
import { addressLines } from '@claimside/shared/letters';

export interface AccountStep {
  /** Kept with the account once it is ticked. */
  readonly id: string;
  readonly words: string;
  /** To copy into the forms there. */
  readonly data?: readonly (readonly [label: string, text: string])[];
}

const SOFTWARE = 'Claimside';

export function accountSteps(practice: PracticeSettings): readonly AccountStep[] {
  const { representative, email } = practice.accountRequest ?? {};
  const isGroup = practice.billingProvider.name.kind === 'organization';
  const named = representative ? [['Authorized representative', representative] as const] : [];
  return [
    {
      id: 'data',
      words: 'Have the practice’s data at hand, as the forms there ask for it.',
      data: practiceData(practice),
    },
    {
      id: 'email',
      words:
        'Sign up as a provider at officeally.com. It sends a code to your e-mail address: type it there to go on.',
      data: email ? [['E-mail', email]] : [],
    },
    {
      id: 'entity',
      words: isGroup
        ? 'Entity type: a group or organization, as your billing NPI is an organization’s.'
        : 'Entity type: an individual, as your billing NPI is a person’s.',
    },
    {
      id: 'product',
      words:
        'Product: the clearinghouse only, which is called Service Center. Leave out its practice management and EHR: you have one.',
    },
    {
      id: 'system',
      words:
        'How you make claims: with your current system; this is what opens SFTP. It asks who makes the software. The claims are professional ones (HCFA, 837P).',
      data: [['Software', SOFTWARE]],
    },
    {
      id: 'representative',
      words: representative
        ? `Name ${representative} as the authorized representative.`
        : 'Name the authorized representative: who may sign for the practice. Enter the name above, and it stands here.',
      data: named,
    },
    {
      id: 'baa',
      words: `${representative ?? 'The representative'} signs the business associate agreement (BAA). Keep a copy: without it Office Ally may not handle your patients’ data.`,
    },
    {
      id: 'sftp',
      words:
        'Send the request for SFTP below. It asks for 999 and 277CA reports, which are off unless somebody asks, and for ERAs split by check. Then enter the day above, under Asked on.',
    },
    {
      id: 'mails',
      words:
        'Wait for two mails with user name and password for SFTP, mostly within three business days. They are not those of the website.',
    },
    {
      id: 'connection',
      words:
        'Set up the connection below, in test mode. Read its host key, compare it with what Office Ally tells you by phone (360-975-7000), and send a test file.',
    },
    {
      id: 'enrollments',
      words:
        'Enroll with the payers that ask for it, each for claims and for ERAs; count on 14 to 45 days. After Medicare has approved, call 360-975-7000, option 1, before the first Medicare claim.',
    },
  ];
}

function practiceData(practice: PracticeSettings): [string, string][] {
  const { name, address, billingProvider: billing, providers } = practice;
  const legalName =
    billing.name.kind === 'organization'
      ? billing.name.organizationName
      : `${billing.name.firstName} ${billing.name.lastName}`;
  const data: [string, string | undefined][] = [
    ['Practice', name],
    ['Legal name', legalName],
    [billing.taxIdKind === 'EI' ? 'Tax ID (EIN)' : 'Tax ID (SSN)', billing.taxId],
    ['Billing NPI', billing.npi],
    ['Taxonomy', billing.taxonomy],
    ['Address', addressLines(address ?? billing.address).join(', ')],
    ['Contact', billing.contactName],
    ['Phone', billing.contactPhone],
    ...providers.map(({ firstName, lastName, npi }): [string, string | undefined] => [
      `NPI of ${[firstName, lastName].filter(Boolean).join(' ')}`,
      npi,
    ]),
  ];
  return data.flatMap(([label, text]) => (text ? [[label, text]] : []));
}
