/** *Check coverage* beside the visit's insurance: the last answer with its age, asking anew, and what to correct where the payer refuses. */
import { adviseRejections } from '@claimside/shared/advice';
import type { EligibilityCheck } from '@claimside/shared/api';
import { useRef } from 'preact/hooks';
import { State, Told } from '../../../ui/coverage/told.tsx';
import { ageOf, When } from '../../../ui/parts/index.ts';
import { sentenceOf } from '../../../ui/server/index.ts';
import { useNow } from '../../../ui/use-now.ts';
import { GuardedButton } from '../../guarded-press.tsx';
import { useVisitTools } from '../visit-context.tsx';
import { askedOtherwise, serviceTypeIn } from './question.ts';
import { pathsToCorrect, Refused } from './refused.tsx';
import { useCoverageCheck } from './use-check.ts';

export function CoverageCheck({ bar }: { bar: string | undefined }) {
  const { form, practice, goTo } = useVisitTools();
  const { draft } = form;
  const place = useRef<HTMLDivElement>(null);
  const state = useCoverageCheck(form, practice, bar === undefined);
  const { latest, waited, isAsking, missing, error } = state;
  /** To the field that the payer stumbled over, where nobody has gone elsewhere meanwhile. */
  const lead = ({ rejections }: EligibilityCheck) => {
    const fields = adviseRejections(rejections).flatMap((one) =>
      one.again === 'corrected' ? one.fields : [],
    );
    const [path] = pathsToCorrect(fields, draft);
    const isHere =
      place.current?.contains(document.activeElement) || document.activeElement === document.body;
    if (path !== undefined && isHere) goTo(path);
  };
  const press = () => {
    if (isAsking) {
      if (waited !== undefined) state.stop();
    } else if (missing) goTo(missing.path);
    else state.ask(lead);
  };
  if (bar !== undefined) return null;
  const payer = draft.coverage?.payerName ?? 'the payer';
  return (
    <div ref={place} class="coverage-check">
      <div role="status">
        {!isAsking && latest && <Latest check={latest} onGo={goTo} />}
        {isAsking && waited !== undefined && (
          <p class="dim">
            Asking {payer}, {Math.round(waited / 1_000)} s. Most answer within 20 s.
          </p>
        )}
        {missing && !latest && <p class="dim small">To check coverage: {missing.names}.</p>}
      </div>
      {!isAsking && error && (
        <p class="finding tone-warning" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <GuardedButton kind={latest ? 'quiet' : 'normal'} onPress={press}>
        {isAsking && waited !== undefined ? 'Stop waiting' : latest ? 'Check again' : 'Check coverage'}
      </GuardedButton>
    </div>
  );
}

function Latest({ check, onGo }: { check: EligibilityCheck; onGo(path: string): void }) {
  const { form, practice } = useVisitTools();
  const { draft } = form;
  const now = useNow();
  const otherwise = askedOtherwise(check, draft);
  const asked = (
    <>
      <When instant={check.answeredAt ?? check.askedAt} now={now} />
      {` (${ageOf(check.answeredAt ?? check.askedAt, now)})`}
    </>
  );
  if (otherwise !== undefined)
    return (
      <p class="dim small">
        Last checked for {otherwise}, {asked}: that says nothing of the coverage above.
      </p>
    );
  switch (check.outcome) {
    case 'asking':
      return <p class="dim">Asked {asked}: the answer stands here once it came.</p>;
    case 'no-answer':
      return (
        <>
          <State tone="warning">{check.trouble?.message ?? 'No answer came.'}</State>
          <p>{check.trouble?.fix}</p>
          <p class="dim small">As of {asked}.</p>
        </>
      );
    case 'refused':
      return (
        <>
          <Refused check={check} draft={draft} onGo={onGo} />
          <p class="dim small">As of {asked}.</p>
        </>
      );
    case 'answered':
      return (
        <>
          <Told check={check} serviceType={serviceTypeIn(draft, practice)} />
          <p class="dim small">
            {draft.coverage?.payerName} for {check.serviceDate}, as of {asked}.
          </p>
        </>
      );
  }
}
