/** How the paperwork with payers stands: what is to do, what waits since when, what is done; for admins to keep. */
import type { PracticeSettings, Role, StoredEnrollment } from '@claimside/shared/api';
import { type EnrollmentStep, enrollmentSteps, payersNotKnown } from '@claimside/shared/enrollment';
import { useState } from 'preact/hooks';
import { Button, dayOf, Failed, Loading } from '../../ui/parts/index.ts';
import { SaveTable } from '../../ui/save-table.tsx';
import { useEnrollments, usePractice, useServer } from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { useSaid } from '../use-said.ts';
import { EnrollmentForm } from './form.tsx';
import { EnrollmentRow } from './row.tsx';

export function EnrollmentsSection({ role }: { role: Role }) {
  const { data: practice } = usePractice();
  const known = useEnrollments();
  return (
    <Section
      title="Enrollments"
      at="enrollments"
      intro="Payers want to know you before they take claims (EDI), send ERAs, or pay by EFT: each is asked for by itself, under each NPI. Count on 14 to 45 days."
    >
      {known.data && practice ? (
        <Kept
          practice={practice}
          canChange={role === 'admin'}
          hasPayerList={known.data.hasPayerList}
          notKnown={payersNotKnown({ ...known.data, practice }).map(({ name }) => name)}
          steps={enrollmentSteps({ ...known.data, practice, today: dayOf(new Date()) })}
        />
      ) : known.error ? (
        <Failed error={known.error} onRetry={() => void known.refetch()} />
      ) : practice === null ? (
        <p class="dim">After the practice and its payers.</p>
      ) : (
        <Loading what="the enrollments" />
      )}
    </Section>
  );
}

function Kept(props: {
  practice: PracticeSettings;
  canChange: boolean;
  hasPayerList: boolean;
  /** Names of payers of which nobody said whether they ask for one. */
  notKnown: readonly string[];
  steps: readonly EnrollmentStep<StoredEnrollment>[];
}) {
  const { steps, canChange, practice, hasPayerList, notKnown } = props;
  const server = useServer();
  const [isAdding, setAdding] = useState(false);
  const { said, say, status } = useSaid();
  const of = (state: EnrollmentStep['state']) => steps.filter((step) => step.state === state);
  const onDone = (words: string) => {
    setAdding(false);
    say(words);
  };
  const rows = (some: readonly EnrollmentStep<StoredEnrollment>[]) => (
    <ul class="rows">
      {some.map((step) => (
        <EnrollmentRow
          key={`${step.kind} ${step.payerId} ${step.billingNpi}`}
          step={step}
          practice={practice}
          canChange={canChange}
          onDone={onDone}
        />
      ))}
    </ul>
  );
  const [due, waiting, done] = [of('yours'), of('waiting'), of('done')];
  return (
    <>
      <p>
        {steps.length === 0
          ? 'None on record, and no payer of yours is known to ask for one.'
          : `${due.length} to do, ${waiting.length} waiting on payers, ${done.length} done.`}
      </p>
      {notKnown.length > 0 && (
        <p class="finding tone-warning">
          {hasPayerList
            ? `Of ${notKnown.join(', ')} the payer list does not say whether an enrollment is asked for before claims. Ask, and add it here, as not needed where it is not.`
            : 'Which payers ask for one is not known until the payer list is brought.'}
        </p>
      )}
      {due.length + waiting.length > 0 && rows([...due, ...waiting])}
      {done.length > 0 && (
        <details class="item-list">
          <summary>
            <h3>
              Done <span class="dim">{done.length}</span>
            </h3>
          </summary>
          {rows(done)}
        </details>
      )}
      <p ref={status} role="status" class="small" tabIndex={-1}>
        {said}
      </p>
      {canChange &&
        (isAdding ? (
          <EnrollmentForm
            title="A further enrollment"
            practice={practice}
            onSaved={() => onDone('The enrollment was added.')}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <Button onClick={() => setAdding(true)}>Add an enrollment</Button>
        ))}
      {steps.length > 0 && (
        <SaveTable name="enrollments" take={(format) => server.exportEnrollments(format)} />
      )}
    </>
  );
}
