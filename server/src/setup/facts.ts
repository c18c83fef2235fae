/** What is there of a practice's set-up, for the list of steps in Options. */
import { type PracticeSettings, SEED_LIST, type SetupFacts } from '@claimside/shared/api';
import { type EnrollmentStep, enrollmentSteps, payersNotKnown } from '@claimside/shared/enrollment';
import { earliestDateOnEarth, type UtcInstant } from '@claimside/shared/values';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { readEnrollments } from '../enrollments/index.ts';
import { readTrial } from '../exchange/index.ts';
import { listConnections } from '../store/connections.ts';
import { listDevices } from '../store/devices.ts';
import { getExchangeStatus } from '../store/exchange-status.ts';
import { payerListInUse } from '../store/payer-lists.ts';
import { getPractice } from '../store/practices.ts';
import { readFirsts } from '../store/setup.ts';
import type { Scope } from '../store/store.ts';

export async function setupFactsOf(scope: Scope, now: UtcInstant): Promise<SetupFacts> {
  const { settings } = await getPractice(scope);
  const clinician = (await listDevices(scope)).find(
    ({ role, revokedAt }) => role === 'clinician' && revokedAt === null,
  );
  const list = await payerListInUse(scope);
  return {
    isPracticeTyped: settings !== null,
    providers: settings?.providers.length ?? 0,
    locations: settings?.locations.length ?? 0,
    payers: settings?.payers.length ?? 0,
    payerListAt: list?.importedAt ?? null,
    isSeedList: list?.fileName === SEED_LIST.fileName,
    enrollments: await countEnrollments(scope, settings, now),
    accountAskedOn: settings?.accountRequest?.askedOn ?? null,
    connection: await mainConnection(scope, now),
    trial: await newestTrial(scope),
    clinicianSince: clinician?.pairedAt ?? null,
    ...(await readFirsts(scope)),
  };
}

async function mainConnection(scope: Scope, now: UtcInstant): Promise<SetupFacts['connection']> {
  const main = (await listConnections(scope)).find(({ id }) => id === MAIN_CONNECTION);
  if (!main) return null;
  const { state, since } = await getExchangeStatus(scope, now);
  return {
    mode: main.settings.mode,
    isTraining: main.settings.profileId === 'sandbox',
    state,
    since,
  };
}

async function newestTrial(scope: Scope): Promise<SetupFacts['trial']> {
  const trial = await readTrial(scope, MAIN_CONNECTION);
  const [first] = trial?.steps ?? [];
  const last = trial?.steps.at(-1);
  return trial && first && last ? { outcome: trial.outcome, startedAt: first.at, lastAt: last.at } : null;
}

async function countEnrollments(
  scope: Scope,
  practice: PracticeSettings | null,
  now: UtcInstant,
): Promise<SetupFacts['enrollments']> {
  if (!practice) return { yours: 0, waiting: 0, done: 0, notKnown: 0, waitingSince: null };
  const known = await readEnrollments(scope);
  const steps = enrollmentSteps({ ...known, practice, today: earliestDateOnEarth(now) });
  const counted = (wanted: EnrollmentStep['state']) => steps.filter(({ state }) => state === wanted);
  const since = counted('waiting').flatMap((step) => step.since ?? []);
  return {
    yours: counted('yours').length,
    waiting: counted('waiting').length,
    done: counted('done').length,
    notKnown: payersNotKnown({ ...known, practice }).length,
    waitingSince: since.sort()[0] ?? null,
  };
}
