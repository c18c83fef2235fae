/** The way of a new practice to its first payment: what is done, what waits on whom since when, what to do next. */
import { SEED_LIST } from '../api/payer-list.ts';
import type { SetupFacts } from '../api/setup.ts';
import { ANSWER_DAYS } from '../enrollment/index.ts';

export type SetupState =
  | 'done'
  /** Somebody of the practice does it now. */
  | 'yours'
  /** Somebody else does it. */
  | 'waiting'
  /** Another step comes first. */
  | 'later';

export interface SetupStep {
  readonly id: string;
  readonly title: string;
  readonly state: SetupState;
  /** What to do, who is waited for, or what comes first. */
  readonly words: string;
  /** An instant, or a date. */
  readonly since?: string;
  /** The part of the options page where it is done. */
  readonly section:
    | 'practice'
    | 'payer-list'
    | 'enrollments'
    | 'account'
    | 'connections'
    | 'sites'
    | 'devices'
    | 'exchange';
}

/** What only the browser knows. */
export interface BrowserFacts {
  /** EHR sites that it reads. */
  readonly sites: number;
}

type Read = (facts: SetupFacts, here: BrowserFacts) => Omit<SetupStep, 'id' | 'title' | 'section'>;

const done = (words: string, since?: string | null) =>
  ({ state: 'done', words, ...(since && { since }) }) as const;
const yours = (words: string, since?: string) =>
  ({ state: 'yours', words, ...(since && { since }) }) as const;
const waiting = (words: string, since?: string | null) =>
  ({ state: 'waiting', words, ...(since && { since }) }) as const;
const later = (words: string) => ({ state: 'later', words }) as const;

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** A list of the practice's data, which needs at least one. */
const atLeastOne =
  (of: 'providers' | 'locations' | 'payers', one: string, words: string): Read =>
  (facts) => {
    if (facts[of] > 0) return done(`${counted(facts[of], one)}.`);
    return facts.isPracticeTyped ? yours(words) : later('After the practice.');
  };

/** Log-in and host key are for a person; a server that is away for an hour is not. */
const NEEDS_PERSON = ['login-refused', 'login-stopped', 'host-key-changed', 'paused'];

/** The sandbox is nobody's account. */
const isConnected = ({ connection }: SetupFacts): boolean =>
  connection !== null && connection.state !== 'not-set-up' && !connection.isTraining;

/** Claims reach payers. */
const isLive = (facts: SetupFacts): boolean => isConnected(facts) && facts.connection?.mode === 'live';

const STEPS: readonly (readonly [Pick<SetupStep, 'id' | 'title' | 'section'>, Read])[] = [
  [
    { id: 'practice', title: 'The practice', section: 'practice' },
    ({ isPracticeTyped }) =>
      isPracticeTyped
        ? done('Name, tax ID, NPI and address are there.')
        : yours('Type name, tax ID, NPI and address.'),
  ],
  [
    { id: 'providers', title: 'Rendering providers', section: 'practice' },
    atLeastOne('providers', 'provider', 'Add everyone who renders, with the names that your EHR shows.'),
  ],
  [
    { id: 'locations', title: 'Locations', section: 'practice' },
    atLeastOne('locations', 'location', 'Add where visits are, with the place of service.'),
  ],
  [
    { id: 'payer-list', title: 'Payer list', section: 'payer-list' },
    ({ payerListAt, isSeedList }) => {
      if (!payerListAt)
        return yours(
          'Download it from the clearinghouse and bring it: payers are then proposed as you type.',
        );
      return isSeedList
        ? done(
            `The small list of ${SEED_LIST.month} for now. Bring Office Ally’s own when you can.`,
            payerListAt,
          )
        : done('Brought.', payerListAt);
    },
  ],
  [
    { id: 'payers', title: 'Payers', section: 'practice' },
    atLeastOne('payers', 'payer', 'Add the insurers that your patients have.'),
  ],
  [
    { id: 'account', title: 'Clearinghouse account', section: 'account' },
    (facts) => {
      const { connection, isPracticeTyped, accountAskedOn } = facts;
      if (!isPracticeTyped) return later('After the practice.');
      if (!isConnected(facts) && accountAskedOn)
        return waiting(
          'Office Ally opens SFTP, mostly within three business days. Enter what it sends under Clearinghouse connections.',
          accountAskedOn,
        );
      if (connection?.isTraining)
        return yours(
          'Training: the sandbox. Open an account or ask for SFTP, then change the connection to what they send you.',
        );
      if (!connection || !isConnected(facts))
        return yours('Open an account or ask for SFTP, then set up the connection with what they send you.');
      if (NEEDS_PERSON.includes(connection.state))
        return yours('The log-in does not work now. The connection says what to do.', connection.since);
      return done('Set up.');
    },
  ],
  [
    { id: 'enrollments', title: 'Enrollments', section: 'enrollments' },
    ({ isPracticeTyped, payers, payerListAt, enrollments }) => {
      const { yours: open, waiting: sent, done: ended, notKnown, waitingSince } = enrollments;
      if (!isPracticeTyped || payers === 0) return later('After the payers.');
      if (open > 0)
        return yours(
          `${counted(open, 'form')} to send, or to enter how it stands. Other payers need not wait.`,
        );
      if (sent > 0)
        return waiting(
          `${counted(sent, 'form')} with payers; answers usually take ${ANSWER_DAYS.usual} to ${ANSWER_DAYS.longest} days. Other payers need not wait.`,
          waitingSince,
        );
      if (notKnown > 0)
        return payerListAt
          ? yours(
              `Of ${counted(notKnown, 'payer')} the list does not say whether one is asked for. Ask them, and enter how it stands.`,
            )
          : later('Not known until the payer list is brought: it says which of your payers ask for one.');
      return done(ended > 0 ? `${counted(ended, 'form')} done.` : 'None of your payers asks for one.');
    },
  ],
  [
    { id: 'trial', title: 'Test file there and back', section: 'connections' },
    (facts) => {
      const { trial, connection } = facts;
      if (connection?.isTraining)
        return later(
          trial?.outcome === 'works'
            ? 'Training: it came back from the sandbox. Another one goes by the clearinghouse account, once that is there.'
            : 'Training: the sandbox answers test files too. What counts is the one by the clearinghouse account.',
        );
      if (trial?.outcome === 'works')
        return done('Invented claims went there and answers came back.', trial.lastAt);
      if (!isConnected(facts)) return later('After the clearinghouse account.');
      if (!trial) return yours('Send a test file of invented claims; no payer sees them.');
      return trial.outcome === 'failed'
        ? yours('The test file failed. Its steps say where; send another once that is mended.', trial.lastAt)
        : waiting(
            'The clearinghouse has the test file; answers usually take 6 to 24 hours.',
            trial.startedAt,
          );
    },
  ],
  [
    { id: 'site', title: 'EHR site', section: 'sites' },
    (_, { sites }) =>
      sites > 0
        ? done(`This browser reads ${counted(sites, 'site')}.`)
        : yours('Add the address that you open your EHR with, then open a visit there.'),
  ],
  [
    { id: 'clinician', title: 'First browser of a clinician', section: 'devices' },
    ({ clinicianSince }) =>
      clinicianSince
        ? done('Paired.', clinicianSince)
        : yours('Make a code for a clinician, and pair their browser with it.'),
  ],
  [
    { id: 'live', title: 'Live claims', section: 'connections' },
    (facts) => {
      if (isLive(facts)) return done('Claims reach payers.');
      if (facts.connection?.isTraining) return later('Training: no payer is behind the sandbox.');
      if (facts.trial?.outcome !== 'works') return later('After the test file came back.');
      return yours('Once the clearinghouse agrees, change the connection from test to live.');
    },
  ],
  [
    { id: 'accepted', title: 'First claim accepted', section: 'exchange' },
    (facts) => {
      const { firstAcceptedAt, claimWaitsSince } = facts;
      // What was accepted as a test reached no payer.
      if (!isLive(facts)) return later('After live claims are switched on.');
      if (firstAcceptedAt) return done('Accepted.', firstAcceptedAt);
      if (claimWaitsSince)
        return waiting('A claim is on its way; the clearinghouse has not answered.', claimWaitsSince);
      return yours('Open a visit in your EHR and bill it.');
    },
  ],
  [
    { id: 'payment', title: 'First payment', section: 'exchange' },
    (facts) => {
      const { firstPaymentOn, firstAcceptedAt } = facts;
      if (!isLive(facts)) return later('After the first claim was accepted.');
      if (firstPaymentOn) return done('Posted.', firstPaymentOn);
      if (!firstAcceptedAt) return later('After the first claim was accepted.');
      return waiting('The payer has the claim; payments usually take 5 to 14 days.', firstAcceptedAt);
    },
  ],
];

/** In the order in which a practice does them; what is there decides, so that it can be left and gone on with at any time. */
export function setupSteps(facts: SetupFacts, here: BrowserFacts): readonly SetupStep[] {
  return STEPS.map(([step, read]) => ({ ...step, ...read(facts, here) }));
}
