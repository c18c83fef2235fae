/** What letters to the clearinghouse must say of the practice's account there. */
import { ACCOUNT_USES, type PracticeSettings } from '@claimside/shared/api';
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { ANY, DAY, EMAIL, type Kind, some } from '../form/kinds.ts';
import { type FieldSpec, given, type Part } from '../form/part.ts';

type AccountRequest = NonNullable<PracticeSettings['accountRequest']>;

const OF_ACCOUNT: readonly FieldSpec[] = [
  {
    name: 'userName',
    label: 'User name at Office Ally',
    kind: some(60, 'Enter the user name of the account.'),
  },
  { name: 'email', label: 'E-mail for the answer', kind: EMAIL },
];
/** What the steps to a new account have use for; the user name comes with the account. */
const OF_NEW: readonly FieldSpec[] = [
  {
    name: 'representative',
    label: 'Authorized representative',
    kind: some(100, 'Enter who may sign for the practice.'),
    isOptional: true,
    hint: 'Who may sign for the practice, and signs the BAA.',
  },
  ...OF_ACCOUNT.map((field): FieldSpec => ({ ...field, isOptional: true })),
];
const EARLIER_SYSTEM: FieldSpec = {
  name: 'earlierSystem',
  label: 'System that uses it now',
  kind: some(60, 'Enter the name of the billing software.'),
};

const dayThat = (isRight: (day: string) => boolean, words: string): Kind => ({
  ...DAY,
  isRight: (text) => DAY.isRight(text) && isRight(text),
  words,
});

/** Nobody can agree on a day that is over; one that was asked for in time, or is stored, may have passed since. */
const dayOfChange = (today: IsoDate, askedOn: string, stored: string | undefined): Kind =>
  dayThat(
    (day) => day >= today || day === stored || (askedOn !== '' && askedOn <= day),
    'Choose a day that is still to come. If the change is over, say under Asked on when you asked for it.',
  );
const dayOfAsking = (today: IsoDate): Kind =>
  dayThat((day) => day <= today, 'Choose the day on which you asked: today, or one before.');

const USES: readonly (readonly [AccountRequest['uses'], string])[] = [
  ['nothing', 'None yet'],
  ['nobody', 'Only Claimside uses it'],
  ['another-system', 'Other software uses it'],
];

export const accountPart = (today: IsoDate): Part<AccountRequest> => ({
  what: 'account',
  fields: ({ uses, askedOn = '' }, practice) => [
    { name: 'uses', label: 'Account at Office Ally', kind: ANY, choices: USES },
    ...(uses === 'nothing' ? OF_NEW : OF_ACCOUNT),
    ...(uses === 'another-system'
      ? [
          EARLIER_SYSTEM,
          {
            name: 'switchesOn',
            label: 'Day of the change',
            kind: dayOfChange(today, askedOn, practice?.accountRequest?.switchesOn),
            isDate: true as const,
          },
        ]
      : []),
    {
      name: 'askedOn',
      label: 'Asked on',
      kind: dayOfAsking(today),
      isOptional: true,
      isDate: true,
      hint: 'When you signed up or sent the letter. Set-up then counts the days.',
    },
  ],
  begin: (item) => ({
    uses: item?.uses ?? 'nothing',
    userName: item?.userName ?? '',
    email: item?.email ?? '',
    earlierSystem: item?.earlierSystem ?? '',
    switchesOn: item?.switchesOn ?? '',
    askedOn: item?.askedOn ?? '',
    representative: item?.representative ?? '',
  }),
  make: ({ uses, userName, email, earlierSystem, switchesOn, askedOn, representative }, before) => ({
    uses: ACCOUNT_USES.find((each) => each === uses) ?? 'nothing',
    ...given('userName', userName),
    ...given('email', email),
    ...given('earlierSystem', earlierSystem),
    ...day('switchesOn', switchesOn),
    ...day('askedOn', askedOn),
    // Not asked of an account that is there.
    ...given('representative', representative ?? before?.representative),
  }),
});

const day = <Name extends string>(name: Name, text = '') =>
  (isIsoDate(text) ? { [name]: text } : {}) as Partial<Record<Name, IsoDate>>;
