/** What the practice fills into every claim: to look at, and for admins to type. */
import type { PracticeSettings, Role } from '@claimside/shared/api';
import { err, ok } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button, Failed, Loading } from '../../ui/parts/index.ts';
import { usePractice } from '../../ui/server/index.ts';
import { PartForm } from '../form/part-form.tsx';
import { Section } from '../section.tsx';
import { useSaid } from '../use-said.ts';
import { isSame } from './lists.ts';
import { PracticeLists } from './lists-part.tsx';
import { PRACTICE_PART } from './parts.ts';
import { Summary } from './summary.tsx';
import { showSaved, useChangePractice } from './use-change.ts';

export function PracticeSection({ role }: { role: Role }) {
  const practice = usePractice();
  return (
    <Section
      title="Practice"
      at="practice"
      intro={`What no EHR page shows, and every claim needs.${role === 'admin' ? '' : ' Your admin sets it.'}`}
    >
      {practice.data !== undefined ? (
        role === 'admin' ? (
          <Typed practice={practice.data} />
        ) : practice.data ? (
          <Summary practice={practice.data} withLists />
        ) : (
          <p class="finding tone-warning">
            The practice is not set up yet, so no visit can be billed. Your admin does it here.
          </p>
        )
      ) : practice.error ? (
        <Failed error={practice.error} onRetry={() => void practice.refetch()} />
      ) : (
        <Loading what="the practice" />
      )}
    </Section>
  );
}

function Typed({ practice }: { practice: PracticeSettings | null }) {
  const queries = useQueryClient();
  const change = useChangePractice();
  const [isOpen, setOpen] = useState(false);
  const { said, say, status } = useSaid();
  const onSaved = (saved: PracticeSettings, words: string) => {
    showSaved(queries, saved);
    say(words);
  };
  return (
    <>
      {practice && !isOpen && (
        <>
          <Summary practice={practice} />
          <Button onClick={() => setOpen(true)}>Change the practice</Button>
        </>
      )}
      {(!practice || isOpen) && (
        <PartForm
          title={practice ? 'Change the practice' : 'Set up the practice'}
          part={PRACTICE_PART}
          item={practice ?? undefined}
          practice={practice}
          keyField="name"
          save={(before, after) =>
            change((now) => {
              const seen = before ?? null;
              const isAsSeen = isSame(
                PRACTICE_PART.begin(now ?? undefined, now),
                PRACTICE_PART.begin(before, seen),
              );
              if (!isAsSeen) return err({ kind: 'changed' as const, now: now ?? undefined });
              // What another admin did to the lists meanwhile stays.
              const { name, billingProvider } = after;
              return ok({ ...(now ?? after), name, billingProvider });
            })
          }
          onSaved={(saved) => {
            setOpen(false);
            onSaved(
              saved,
              practice ? 'The practice was changed.' : 'The practice is set up. Add its providers.',
            );
          }}
          onCancel={practice ? () => setOpen(false) : undefined}
        />
      )}
      {practice && <PracticeLists practice={practice} onSaved={onSaved} />}
      <p ref={status} role="status" class="small" tabIndex={-1}>
        {said}
      </p>
    </>
  );
}
