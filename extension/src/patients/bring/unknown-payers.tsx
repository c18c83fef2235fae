/** Payers' names in a list that the practice does not know: an admin says which payer each is, and it is known so from then on. */
import type { PatientsPreview } from '@claimside/shared/api';
import { payerKey } from '@claimside/shared/capture';
import { ok, type Result } from '@claimside/shared/values';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { showSaved, useChangePractice } from '../../options/practice/use-change.ts';
import { Select } from '../../ui/parts/index.ts';
import { sentenceOf, usePractice, useSession } from '../../ui/server/index.ts';
import { rowsWords } from '../words.ts';

const NOBODY = '';

export function UnknownPayers(props: {
  unknown: PatientsPreview['unknownPayers'];
  /** The list is to be looked at again. */
  onKnown(): void;
}) {
  const session = useSession();
  const practice = usePractice();
  const queries = useQueryClient();
  const changePractice = useChangePractice();
  const add = useMutation({
    mutationFn: async ({ name, payer }: { name: string; payer: string }) => {
      const changed = await changePractice((now): Result<NonNullable<typeof now>, never> => {
        if (!now) throw new Error('a practice without settings has no payers');
        return ok({
          ...now,
          payers: now.payers.map((one) =>
            payerKey(one) === payer ? { ...one, aliases: [...one.aliases, name] } : one,
          ),
        });
      });
      if (changed.ok) showSaved(queries, changed.value);
    },
    onSuccess: props.onKnown,
  });
  const payers = practice.data?.payers ?? [];
  if (session.data?.role !== 'admin' || props.unknown.length === 0 || payers.length === 0) return null;
  const choices = [
    [NOBODY, 'None of yours'] as const,
    ...payers.map((payer) => [payerKey(payer), `${payer.name} ${payer.payerId}`] as const),
  ];
  return (
    <fieldset class="columns-said">
      <legend>Payers that are not known by these names. What you choose here is kept with the payer.</legend>
      {props.unknown.map(({ name, rows }) => (
        <Select<string>
          key={name}
          label={`${name} (${rowsWords(rows)})`}
          value={NOBODY}
          choices={choices}
          onChoose={(payer) => payer !== NOBODY && !add.isPending && add.mutate({ name, payer })}
        />
      ))}
      {add.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(add.error)}
        </p>
      )}
    </fieldset>
  );
}
