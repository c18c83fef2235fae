/** The last check of one patient's coverage, and asking anew, for a day. */
import type { EligibilityCheck, PatientDetail } from '@claimside/shared/api';
import { usualServiceType } from '@claimside/shared/benefits';
import {
  checkSentences,
  checkWord,
  primaryOn,
  questionAbout,
  serviceOfCheck,
  stateOfCheck,
} from '@claimside/shared/patients';
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query';
import { State, Told } from '../../ui/coverage/told.tsx';
import { ageOf, Button, dayOf, Loading, When } from '../../ui/parts/index.ts';
import { PATIENTS, sentenceOf, usePractice, useServer } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { checkedOtherwise } from '../words.ts';

const UNDER_WAY_MS = 2_000;

export function CheckOne({ detail }: { detail: PatientDetail }) {
  const { patient, coverages, lastCheck } = detail;
  const first = primaryOn(coverages, dayOf(new Date()));
  const server = useServer();
  const practice = usePractice();
  const queries = useQueryClient();
  const key = ['eligibility', 'of-patient', detail.patientKey];
  const last = useQuery({
    queryKey: key,
    queryFn: () => server.latestCheck(detail.patientKey),
    enabled: lastCheck !== null,
    refetchInterval: ({ state }) => state.data?.outcome === 'asking' && UNDER_WAY_MS,
  });
  const ask = useMutation({
    mutationFn: async () => {
      if (!first) return null;
      const question = questionAbout(patient, first, dayOf(new Date()), usualServiceType(practice.data));
      const check = await server.checkCoverage(question, crypto.randomUUID());
      return check.outcome === 'asking' ? server.coverageCheck(check.id) : check;
    },
    onSuccess: (check) => {
      queries.setQueryData(key, check);
      void queries.invalidateQueries({ queryKey: [PATIENTS] });
    },
  });
  return (
    <section class="patient-part" aria-label="Coverage check">
      <h3>Coverage check</h3>
      <div role="status" class="check-told">
        {ask.isPending ? (
          <p class="dim">Asking {first?.payerName}. Most answer within 20 s.</p>
        ) : last.data ? (
          <LastCheck check={last.data} detail={detail} />
        ) : lastCheck === null ? (
          <p class="dim">Never checked.</p>
        ) : (
          <Loading what="the check" />
        )}
      </div>
      {(ask.error ?? last.error) && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(ask.error ?? last.error)}
        </p>
      )}
      {first ? (
        <div class="section-actions">
          <Button disabled={ask.isPending} onClick={() => ask.mutate()}>
            {lastCheck === null ? 'Check coverage for today' : 'Check again for today'}
          </Button>
        </div>
      ) : (
        <p class="dim small">To check coverage for today, add a primary one that counts today.</p>
      )}
    </section>
  );
}

function LastCheck({ check, detail }: { check: EligibilityCheck; detail: PatientDetail }) {
  const now = useNow();
  const { outcome } = check;
  const at = check.answeredAt ?? check.askedAt;
  const short = { id: check.id, at, outcome, payerId: check.payerId, memberId: check.memberId, state: null };
  const otherwise = checkedOtherwise(
    short,
    detail.coverages.find(({ rank }) => rank === 'P'),
  );
  const word = checkWord({ outcome, state: stateOfCheck(check) });
  return (
    <>
      {outcome === 'answered' ? (
        <Told check={check} serviceType={serviceOfCheck(check)} />
      ) : (
        <>
          <State tone={word.tone}>{`${word.label}.`}</State>
          <p>{checkSentences(check, serviceOfCheck(check)).join(' ')}</p>
        </>
      )}
      <p class="dim small">
        {check.payerName} for {check.serviceDate}, as of <When instant={at} now={now} /> ({ageOf(at, now)})
        {otherwise && `. It was asked ${otherwise}: that says nothing of the primary coverage now`}.
      </p>
    </>
  );
}
