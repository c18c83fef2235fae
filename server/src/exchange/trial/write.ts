/** Writes the files of trials that were asked for: as tests, whatever the mode of the connection. */
import type { PracticePayer } from '@claimside/shared/api';
import { latestDateOnEarth } from '@claimside/shared/values';
import { guardUploadName, madeFor, partnerLimitsOf, uploadName } from '../../clearinghouse/index.ts';
import { newId } from '../../runtime.ts';
import { insertOutboundFile } from '../../store/outbound-files.ts';
import { getPractice } from '../../store/practices.ts';
import { listTrialsToWrite, setTrialNotWritten, setTrialWritten } from '../../store/trials.ts';
import { type ExchangeContext, inTransaction, publishExchange, reading } from '../context.ts';
import { buildEnvelope, takeControlNumbers } from '../envelope.ts';
import { writeVerified } from '../write-verified.ts';
import { trialClaims, trialPayers } from './claims.ts';

/** What cannot be written is told to who asked, and keeps nothing else from being sent. */
export async function writeTrials(context: ExchangeContext): Promise<void> {
  for (const id of await listTrialsToWrite(reading(context), context.connectionId)) {
    if (context.stopping.aborted) return;
    await writeTrial(context, id);
    publishExchange(context);
  }
}

async function writeTrial(context: ExchangeContext, trialId: string): Promise<void> {
  const { profile, runtime, connectionId } = context;
  const giveUp = (reason: string) =>
    inTransaction(context, (scope) => setTrialNotWritten(scope, trialId, reason));
  const at = runtime.now();
  const { settings } = await getPractice(reading(context));
  const payers = trialPayers(settings);
  if (!settings || typeof payers === 'string') return giveUp(String(payers));
  const numbers = await inTransaction(context, takeControlNumbers);
  const name = uploadName(profile, 'test', at, numbers.file);
  const guarded = guardUploadName(profile, 'test', name);
  if (!guarded.ok) return giveUp(guarded.error);
  const envelope = buildEnvelope(context, numbers, at, 'test');
  const standard = { partner: partnerLimitsOf(profile), today: latestDateOnEarth(at) };
  const file = await firstWritten(payers, async (payer) => {
    const claims = trialClaims(settings, payer, at, runtime);
    return claims ? judged(await writeVerified(envelope, claims, standard)) : NO_CLAIM;
  });
  if (typeof file === 'string') return giveUp(file);
  const outboundFileId = newId(runtime);
  await inTransaction(context, async (scope) => {
    await insertOutboundFile(
      scope,
      {
        id: outboundFileId,
        name,
        connectionId,
        madeFor: madeFor(context.settings),
        mode: 'test',
        isTrial: true,
        bytes: Buffer.from(file.bytes),
        interchangeControlNumber: numbers.interchange,
        groupControlNumber: numbers.group,
        batchReference: envelope.batchReference,
        positions: file.positions,
        createdAt: at,
      },
      [],
    );
    await setTrialWritten(scope, trialId, outboundFileId);
  });
}

type Written = Awaited<ReturnType<typeof writeVerified>>;
type File = NonNullable<Written['file']>;

const NO_CLAIM = 'The practice’s data do not make a claim: check its billing provider and payers.';

/** Some payers ask for what nobody can invent: then another one does as well. Else what is wrong with the first one's. */
async function firstWritten(
  payers: readonly PracticePayer[],
  write: (payer: PracticePayer) => Promise<File | string>,
): Promise<File | string> {
  let reason: string | undefined;
  for (const payer of payers) {
    const file = await write(payer);
    if (typeof file !== 'string') return file;
    reason ??= file;
  }
  return reason ?? NO_CLAIM;
}

function judged({ file, refused }: Written): File | string {
  const [first] = refused;
  if (file && !first) return file;
  const { message = '', fix = '' } = first?.finding ?? {};
  return `The check before sending found an error. ${message} ${fix}`.trim();
}
