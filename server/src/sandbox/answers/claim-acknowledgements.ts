/** The two 277CAs of an upload: what the clearinghouse says of each claim, then what each payer says. */
import { totalCharge } from '@claimside/shared/claim';
import { sumCents } from '@claimside/shared/values';
import { groupBy } from '../../transactions/parts/group.ts';
import type {
  ClaimAcknowledgement,
  InformationSource,
  PatientAnswer,
  Status,
  StatusCode,
} from '../../transactions/status-277ca/index.ts';
import { CLEARINGHOUSE } from '../clearinghouse.ts';
import type { Reason, Scenario } from '../scenarios.ts';
import { dayOf, type JudgedClaim, type JudgedFile, nameOf, timeOf } from './judged.ts';

/** STC01, STC10, STC11 with STC03 and STC12. A pend is no rejection. */
interface Word {
  readonly codes: readonly StatusCode[];
  readonly action: 'WQ' | 'U';
  readonly message?: string;
}

function clearinghouseWord({ clearinghouse, reason }: Scenario): Word | undefined {
  if (clearinghouse === 'none') return undefined;
  if (clearinghouse === 'accepted') return { codes: [{ category: 'A2', status: '20' }], action: 'WQ' };
  if (clearinghouse === 'pended') return { codes: [because('P1', reason)], action: 'WQ', ...inWords(reason) };
  // The reason stands in the second composite only, as often met.
  const codes = [{ category: 'A3', status: '21' }, because('A7', reason)];
  return { codes, action: 'U', ...inWords(reason) };
}

function payerWord({ payer, reason }: Scenario): Word | undefined {
  if (payer === 'none') return undefined;
  if (payer === 'accepted') return { codes: [{ category: 'A2', status: '20', entity: 'PR' }], action: 'WQ' };
  if (payer === 'asks') return { codes: [because('R4', reason)], action: 'WQ', ...inWords(reason) };
  return { codes: [because('A7', reason)], action: 'U', ...inWords(reason) };
}

function because(category: string, reason: Reason | undefined): StatusCode {
  const entity = reason?.entity === undefined ? {} : { entity: reason.entity };
  return { category, status: reason?.status ?? '0', ...entity };
}

function inWords(reason: Reason | undefined): { message?: string } {
  return reason ? { message: reason.text } : {};
}

/** Undefined when the clearinghouse has nothing to say of any claim. */
export function clearinghouseAcknowledgement(judged: JudgedFile): ClaimAcknowledgement | undefined {
  return acknowledgement(judged, judged.claims, { entity: 'AY', ...CLEARINGHOUSE }, clearinghouseWord);
}

/** One for each payer that speaks. */
export function payerAcknowledgements(judged: JudgedFile): readonly ClaimAcknowledgement[] {
  const byPayer = groupBy(judged.claims, ({ claim }) => claim.coverage.payerId);
  return [...byPayer].flatMap(([id, claims]) => {
    const source = { entity: 'PR', name: claims[0]?.claim.coverage.payerName ?? '', id };
    const said = acknowledgement(judged, claims, source, payerWord);
    return said ? [said] : [];
  });
}

function acknowledgement(
  judged: JudgedFile,
  claims: readonly JudgedClaim[],
  source: Required<Pick<NonNullable<InformationSource['party']>, 'entity' | 'name' | 'id'>>,
  wordOn: (scenario: Scenario) => Word | undefined,
): ClaimAcknowledgement | undefined {
  const day = dayOf(judged.at);
  const answered = claims.flatMap((claim) => {
    const word = wordOn(claim.scenario);
    return word ? [{ claim, word }] : [];
  });
  if (answered.length === 0) return undefined;
  const answers = [...groupBy(answered, ({ claim }) => claim.claim.billingProvider.npi)];
  const { batchReference, interchangeReceiver } = judged.file.envelope;
  return {
    referenceId: `${source.entity}${judged.fileId}`,
    date: day,
    time: timeOf(judged.at),
    sources: [
      {
        party: { ...source, idQualifier: source.entity === 'PR' ? 'PI' : '46' },
        receipt: {
          traceNumber: `${source.entity}${judged.fileId}`,
          receivedDate: day,
          processedDate: day,
        },
        receivers: [
          {
            party: {
              organizationName: judged.file.envelope.submitter.name || interchangeReceiver.id,
              id: judged.file.envelope.submitter.id || interchangeReceiver.id,
            },
            answer: {
              traceNumber: batchReference,
              statuses: [
                {
                  codes: [{ category: 'A1', status: '19', entity: source.entity }],
                  date: day,
                  action: 'WQ',
                  amount: sumCents(answered.map(({ claim }) => totalCharge(claim.claim))),
                },
              ],
            },
            providers: answers.map(([npi, said]) => ({
              party: {
                ...(said[0] ? { organizationName: nameOf(said[0].claim.claim.billingProvider) } : {}),
                id: npi,
              },
              patients: said.map(({ claim, word }) => answer(claim, word, judged, source.entity === 'PR')),
            })),
          },
        ],
      },
    ],
  };
}

function answer(
  { claim, ...numbered }: JudgedClaim,
  word: Word,
  judged: JudgedFile,
  fromPayer: boolean,
): PatientAnswer {
  const serviceDate = claim.serviceLines[0]?.serviceDate;
  const status: Status = { ...word, date: dayOf(judged.at), amount: totalCharge(claim) };
  return {
    party: {
      lastName: claim.patient.lastName,
      firstName: claim.patient.firstName,
      memberId: claim.coverage.memberId,
    },
    claims: [
      {
        patientControlNumber: numbered.patientControlNumber,
        statuses: [status],
        ...(fromPayer && numbered.scenario.payer !== 'rejected'
          ? { payerClaimControlNumber: numbered.payerClaimControlNumber }
          : {}),
        clearinghouseTraceNumber: numbered.clearinghouseClaimId,
        ...(serviceDate ? { serviceDate } : {}),
        lines: [],
      },
    ],
  };
}
