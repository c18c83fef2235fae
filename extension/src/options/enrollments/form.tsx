/** One enrollment to be added or changed; what another admin did meanwhile is not overwritten unseen. */
import type { EnrollmentKey, PracticeSettings, StoredEnrollment } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { useQueryClient } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { ServerTrouble, useServer } from '../../ui/server/index.ts';
import { PartForm } from '../form/part-form.tsx';
import type { Refusal } from '../form/refusals.ts';
import { type EnrollmentItem, enrollmentPart } from './part.ts';

/** Without `of` a further one, whose payer, kind and NPI are asked for. */
export function EnrollmentForm(props: {
  title: string;
  practice: PracticeSettings;
  of?: EnrollmentKey;
  item?: StoredEnrollment | undefined;
  onSaved(): void;
  onCancel(): void;
}) {
  const { of, item, practice } = props;
  const server = useServer();
  const changed = useEnrollmentsChanged();
  const part = useMemo(() => enrollmentPart(of), [of]);
  const save = async (
    before: EnrollmentItem | undefined,
    { changedAt: _, ...after }: EnrollmentItem,
  ): Promise<Result<StoredEnrollment, Refusal<EnrollmentItem>>> => {
    try {
      return ok(await server.changeEnrollment(after, before?.changedAt ?? null));
    } catch (error) {
      if (!(error instanceof ServerTrouble) || error.code !== CHANGED) throw error;
      if (!of) return err({ kind: 'taken' });
      const { enrollments } = await server.enrollments();
      const now = enrollments.find(
        (each) => each.kind === of.kind && each.payerId === of.payerId && each.billingNpi === of.billingNpi,
      );
      return err({ kind: 'changed', now });
    }
  };
  return (
    <PartForm
      title={props.title}
      part={part}
      item={item}
      practice={practice}
      keyField="payerId"
      save={save}
      onSaved={() => {
        changed();
        props.onSaved();
      }}
      onCancel={props.onCancel}
    />
  );
}

const CHANGED = 'enrollment-changed-meanwhile';

/** Asks anew for what rests on enrollments: the list, what edits know, the way to the first payment. */
export function useEnrollmentsChanged(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['enrollments'], ['clearinghouse'], ['exchange', 'setup']])
      void queries.invalidateQueries({ queryKey });
  };
}
