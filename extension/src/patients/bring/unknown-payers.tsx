/** Payers' names in a list that the practice does not know: whoever brings it says which payer each is, and it is known so from then on. */
import type { PatientsPreview } from '@claimside/shared/api';
import { payerKey } from '@claimside/shared/capture';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { Select } from '../../ui/parts/index.ts';
import { sentenceOf, usePractice, useServer } from '../../ui/server/index.ts';
import { rowsWords } from '../words.ts';

const NOBODY = '';

export function UnknownPayers(props: {
  unknown: PatientsPreview['unknownPayers'];
  /** The list is to be looked at again. */
  onKnown(): void;
}) {
  const server = useServer();
  const practice = usePractice();
  const queries = useQueryClient();
  const payers = practice.data?.payers ?? [];
  const remember = useMutation({
    mutationFn: async ({ name, chosen }: { name: string; chosen: string }) => {
      const payer = payers.find((one) => payerKey(one) === chosen);
      if (!payer) return { name, isNew: false };
      const said = { name, payerId: payer.payerId, payerName: payer.name };
      return { name, ...(await server.rememberPayerName(said)) };
    },
    onSuccess: ({ isNew }) => {
      void queries.invalidateQueries({ queryKey: ['practice'] });
      if (isNew) props.onKnown();
    },
  });
  if (props.unknown.length === 0 || payers.length === 0) return null;
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
          onChoose={(chosen) => chosen !== NOBODY && !remember.isPending && remember.mutate({ name, chosen })}
        />
      ))}
      {remember.data?.isNew === false && (
        <p class="finding tone-warning" role="alert">
          More than one of your payers is called {remember.data.name}. Write the payer’s ID into a column of
          the file, so that each row says which one it means.
        </p>
      )}
      {remember.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(remember.error)}
        </p>
      )}
    </fieldset>
  );
}
