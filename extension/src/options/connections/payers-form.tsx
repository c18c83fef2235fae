/** Which payers, and which kinds of insurance, go by a connection; those that go by another say so. */
import type { Connection, Connections, PracticePayer, RoutedPayers } from '@claimside/shared/api';
import { CLAIM_FILING } from '@claimside/shared/codes';
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, CheckBox } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';

type Payers = readonly Pick<PracticePayer, 'payerId' | 'name'>[];
type List = keyof RoutedPayers;

/** "EXAMPLE HEALTH PLAN, Workers compensation go by it." */
export function wordsForRouted({ payerIds, claimFilingIndicators }: RoutedPayers, payers: Payers): string {
  const names = [
    ...payerIds.map((id) => payers.find(({ payerId }) => payerId === id)?.name ?? id),
    ...claimFilingIndicators.map((indicator) => CLAIM_FILING.codes[indicator] ?? indicator),
  ];
  return names.length === 0 ? 'No payer goes by it yet.' : `For ${names.join(', ')}.`;
}

export function PayersForm(props: {
  connection: Connection;
  all: Connections;
  payers: Payers;
  onSaved(all: Connections): void;
  onCancel(): void;
}) {
  const { connection, all } = props;
  const server = useServer();
  const [routed, setRouted] = useState<RoutedPayers>(connection.routed);
  useUnsaved(routed);
  const save = useMutation({
    mutationFn: () => server.routePayers(connection.id, routed),
    onSuccess: props.onSaved,
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const others = all.connections.filter(({ id }) => id !== connection.id);
  const elsewhere = (list: List, value: string) =>
    others.find((other) => other.routed[list].some((each) => each === value))?.name;
  const turn = (list: List, value: string, isChosen: boolean) =>
    setRouted((before) => ({
      ...before,
      [list]: isChosen ? [...before[list], value] : before[list].filter((each) => each !== value),
    }));
  const choice = (list: List, value: string, words: string) => {
    const taken = elsewhere(list, value);
    return taken === undefined ? (
      <CheckBox
        key={value}
        path={`${list}.${value}`}
        checked={routed[list].some((each) => each === value)}
        onChange={(isChosen) => turn(list, value, isChosen)}
      >
        {words}
      </CheckBox>
    ) : (
      <p key={value} class="dim small">
        {words}: goes by {taken}
      </p>
    );
  };
  const listed = [
    ...new Map(
      [...props.payers, ...connection.routed.payerIds.map((payerId) => ({ payerId, name: payerId }))]
        .toReversed()
        .map((payer) => [payer.payerId, payer]),
    ).values(),
  ].toReversed();
  return (
    <form
      ref={form}
      class="form wide"
      aria-label={`Payers of ${connection.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <fieldset class="choices">
        <legend>Payers whose claims go by {connection.name}</legend>
        {listed.map(({ payerId, name }) => choice('payerIds', payerId, `${name} ${payerId}`))}
      </fieldset>
      <details open={routed.claimFilingIndicators.length > 0}>
        <summary>Whole kinds of insurance</summary>
        <fieldset class="choices">
          <legend>A payer’s own route comes first</legend>
          {Object.entries(CLAIM_FILING.codes).map(([indicator, words]) =>
            choice('claimFilingIndicators', indicator, words),
          )}
        </fieldset>
      </details>
      <p class="small dim">
        Claims that wait follow. What is in a file already leaves as it is, and answers come by the connection
        that it left by.
      </p>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={save.isPending}>
          Save the payers
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
