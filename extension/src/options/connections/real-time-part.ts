/** The access to questions that a clearinghouse answers at once, as its form shows it. */
import type { RealTimeToSave } from '@claimside/shared/api';
import { chosen, type Kind, some } from '../form/kinds.ts';
import { given, type Part } from '../form/part.ts';

const ID: Kind = {
  tidy: (typed) => typed.trim().toUpperCase(),
  isRight: (text) => /^[A-Z0-9]{1,15}$/.test(text),
  words: 'Enter the ID as the clearinghouse gave it: letters and digits, at most 15.',
};

const ADDRESS: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: (text) => URL.canParse(text) && text.length <= 300,
  words: 'Enter the whole address, beginning with https://.',
};

/** `isKept`: there is a password, which stays if nothing is typed. */
export const realTimePart = (isKept: boolean, hasReceiverId: boolean): Part<RealTimeToSave> => ({
  what: 'access',
  fields: () => [
    {
      name: 'senderId',
      label: 'Sender ID',
      hint: 'Given with the access to real-time questions; not the one for files.',
      kind: ID,
    },
    { name: 'username', label: 'User name', kind: some(100, 'Enter the user name.'), isFirst: true },
    {
      name: 'secret',
      label: 'Password',
      kind: some(200, 'Enter the password.'),
      isSecret: true,
      ...(isKept && { isOptional: true, hint: 'As it is, if left empty.' }),
    },
    {
      name: 'form',
      label: 'Envelope',
      kind: chosen('Choose one.'),
      isFirst: true,
      choices: [
        ['', 'As is usual there'],
        ['soap', 'SOAP'],
        ['mime', 'MIME'],
      ],
      isOptional: true,
    },
    {
      name: 'url',
      label: 'Address',
      hint: hasReceiverId ? 'The clearinghouse’s own, if left empty.' : 'As its companion guide says.',
      kind: ADDRESS,
      ...(hasReceiverId && { isOptional: true }),
    },
    ...(hasReceiverId
      ? []
      : [{ name: 'receiverId', label: 'Clearinghouse’s ID', kind: ID, isFirst: true } as const]),
  ],
  begin: (item) => ({
    senderId: item?.account.senderId ?? '',
    username: item?.account.username ?? '',
    secret: '',
    form: item?.account.form ?? '',
    url: item?.account.url ?? '',
    receiverId: item?.account.receiverId ?? '',
  }),
  make({ senderId = '', username = '', secret, form, url, receiverId }, before) {
    const { form: _, url: __, receiverId: ___, ...kept } = before?.account ?? {};
    return {
      account: {
        ...kept,
        senderId,
        username,
        ...((form === 'soap' || form === 'mime') && { form }),
        ...given('url', url),
        ...given('receiverId', receiverId || before?.account.receiverId),
      },
      ...given('secret', secret),
    };
  },
});
