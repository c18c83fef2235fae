/** The two 277CAs of an upload: what the clearinghouse says of each claim, then what each payer says. */
import { totalCharge } from '@claimside/shared/claim';
import { sumCents } from '@claimside/shared/values';
import { groupBy } from '../../transactions/parts/group.ts';
import type {
  ClaimAcknowledgement,
  ClaimStatusAnswer,
  StatusCode,
  StatusInformation,
} from '../../transactions/status-277ca/index.ts';
import { CLEARINGHOUSE } from '../clearinghouse.ts';
import { PAYER_MESSAGES } from './edi-status.ts';
import { PEND, REJECTION } from './file-summary.ts';
import { dayOf, type JudgedClaim, type JudgedFile } from './judged.ts';

/** STC01, STC10, STC11 with STC03 and STC12. A pend is neither accepted nor rejected: no action. */
interface Word {
  readonly codes: readonly StatusCode[];
  readonly action?: 'WQ' | 'U';
  readonly message?: string;
}

const CLEARINGHOUSE_WORDS: Readonly<Record<'accepted' | 'rejected' | 'pended', Word>> = {
  accepted: { codes: [{ category: 'A2', status: '20' }], action: 'WQ' },
  // The reason stands in the second composite only, as often met.
  rejected: {
    codes: [
      { category: 'A3', status: '21' },
      { category: 'A7', status: '164', entity: 'IL' },
    ],
    action: 'U',
    message: REJECTION.text,
  },
  pended: { codes: [{ category: 'P1', status: '33', entity: 'IL' }], message: PEND.text },
};

const PAYER_WORDS: Readonly<Record<'accepted' | 'rejected', Word>> = {
  accepted: { codes: [{ category: 'A2', status: '20', entity: 'PR' }], action: 'WQ' },
  rejected: {
    codes: [{ category: 'A7', status: '33', entity: 'IL' }],
    action: 'U',
    message: PAYER_MESSAGES.rejected,
  },
};

/** Undefined when the clearinghouse has nothing to say of any claim. */
export function clearinghouseAcknowledgement(judged: JudgedFile): ClaimAcknowledgement | undefined {
  return acknowledgement(judged, judged.claims, { entity: 'AY', ...CLEARINGHOUSE }, (claim) =>
    claim.scenario.clearinghouse === 'none' ? undefined : CLEARINGHOUSE_WORDS[claim.scenario.clearinghouse],
  );
}

/** One for each payer that speaks. */
export function payerAcknowledgements(judged: JudgedFile): readonly ClaimAcknowledgement[] {
  const byPayer = groupBy(judged.claims, ({ claim }) => claim.coverage.payerId);
  return [...byPayer].flatMap(([id, claims]) => {
    const source = { entity: 'PR', name: claims[0]?.claim.coverage.payerName ?? '', id };
    const said = acknowledgement(judged, claims, source, ({ scenario }) =>
      scenario.payer === 'none' ? undefined : PAYER_WORDS[scenario.payer],
    );
    return said ? [said] : [];
  });
}

function acknowledgement(
  judged: JudgedFile,
  claims: readonly JudgedClaim[],
  source: ClaimAcknowledgement['source'],
  wordOn: (claim: JudgedClaim) => Word | undefined,
): ClaimAcknowledgement | undefined {
  const day = dayOf(judged.at);
  const answered = claims.flatMap((claim) => {
    const word = wordOn(claim);
    return word ? [{ claim, word }] : [];
  });
  if (answered.length === 0) return undefined;
  return {
    referenceId: `${source.entity}${judged.fileId}`,
    source,
    receivedDate: day,
    processedDate: day,
    receiver: {
      traceNumber: judged.file.envelope.batchReference,
      statuses: [
        {
          codes: [{ category: 'A1', status: '19', entity: source.entity }],
          date: day,
          action: 'WQ',
          amount: sumCents(answered.map(({ claim }) => totalCharge(claim.claim))),
        },
      ],
    },
    providers: [...groupBy(answered, ({ claim }) => claim.claim.billingProvider.npi)].map(([npi, said]) => ({
      npi,
      statuses: [],
      claims: said.map(({ claim, word }) => answer(claim, word, judged, source.entity === 'PR')),
    })),
  };
}

function answer(
  { claim, ...numbered }: JudgedClaim,
  word: Word,
  judged: JudgedFile,
  fromPayer: boolean,
): ClaimStatusAnswer {
  const serviceDate = claim.serviceLines[0]?.serviceDate;
  const status: StatusInformation = { ...word, date: dayOf(judged.at), amount: totalCharge(claim) };
  return {
    patientControlNumber: numbered.patientControlNumber,
    patientLastName: claim.patient.lastName,
    patientFirstName: claim.patient.firstName,
    memberId: claim.coverage.memberId,
    statuses: [status],
    ...(fromPayer && numbered.scenario.payer === 'accepted'
      ? { payerClaimControlNumber: numbered.payerClaimControlNumber }
      : {}),
    clearinghouseTraceNumber: numbered.clearinghouseClaimId,
    ...(serviceDate ? { serviceDate } : {}),
    lines: [],
  };
}
