/** The last check of the visit's patient, and asking anew: waits as long as a person does; the answer is kept either way. */
import type { EligibilityCheck, PracticeSettings } from '@claimside/shared/api';
import { patientText } from '@claimside/shared/edits';
import type { Result } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { checkKey, useLatestCheck, useServer } from '../../../ui/server/index.ts';
import { today } from '../../today.ts';
import type { VisitForm } from '../form.ts';
import { sha256 } from '../sha256.ts';
import { type Missing, questionOf } from './question.ts';

export interface CoverageCheckState {
  readonly latest: EligibilityCheck | undefined;
  /** Milliseconds so far, once that is worth a word. */
  readonly waited: number | undefined;
  readonly isAsking: boolean;
  readonly missing: Missing | undefined;
  readonly error: Error | null;
  /** `then` is told what came, unless a person stopped waiting. */
  ask(then: (check: EligibilityCheck) => void): void;
  stop(): void;
}

const WORTH_A_WORD_MS = 1_000;

export function useCoverageCheck(
  form: VisitForm,
  practice: PracticeSettings | null,
  isCertain: boolean,
): CoverageCheckState {
  const server = useServer();
  const queries = useQueryClient();
  const { draft } = form;
  const patient = isCertain ? patientText(draft) : undefined;
  const latest = useLatestCheck(patient, sha256);
  const turn = useRef(0);
  const [isLeft, setLeft] = useState(false);
  const asking = useMutation({
    mutationFn: async (asked: { question: Result<Parameters<typeof server.checkCoverage>[0], Missing> }) => {
      if (!asked.question.ok) return undefined;
      turn.current += 1;
      const mine = turn.current;
      let check = await server.checkCoverage(asked.question.value, crypto.randomUUID());
      while (check.outcome === 'asking' && mine === turn.current)
        check = await server.coverageCheck(check.id);
      if (mine !== turn.current) return undefined;
      queries.setQueryData(checkKey(patient), check);
      return check;
    },
  });
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const waited = useWaited(asking.isPending && !isLeft);
  const question = questionOf(draft, today(), practice);
  return {
    latest: latest ?? undefined,
    waited: waited !== undefined && waited >= WORTH_A_WORD_MS ? waited : undefined,
    isAsking: asking.isPending && !isLeft,
    missing: question.ok ? undefined : question.error,
    error: isLeft ? null : asking.error,
    ask(then) {
      setLeft(false);
      asking.mutate({ question }, { onSuccess: (check) => check && then(check) });
    },
    stop() {
      turn.current += 1;
      setLeft(true);
      void queries.invalidateQueries({ queryKey: checkKey(patient) });
    },
  };
}

/** Milliseconds since it began, counted by the second. */
function useWaited(isWaiting: boolean): number | undefined {
  const [waited, setWaited] = useState<number>();
  useEffect(() => {
    if (!isWaiting) return;
    const began = Date.now();
    const timer = setInterval(() => setWaited(Date.now() - began), 1_000);
    return () => {
      clearInterval(timer);
      setWaited(undefined);
    };
  }, [isWaiting]);
  return waited;
}
