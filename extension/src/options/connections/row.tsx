/** One connection a row: how it stands, which payers go by it, and what can be done. */
import type { Connection, Connections } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { Button, ConfirmDialog, dayOf, Tag } from '../../ui/parts/index.ts';
import { sentenceOf, usePractice, useServer } from '../../ui/server/index.ts';
import { STATES } from '../exchange-section.tsx';
import { AccountForm } from './account-form.tsx';
import { agreedDay, dayWarning } from './agreed-day.ts';
import { DayWarning } from './day-warning.tsx';
import { accountOf } from './fields.ts';
import { PayersForm, wordsForRouted } from './payers-form.tsx';
import { RealTime } from './real-time.tsx';
import { TrialPart } from './trial.tsx';

export function ConnectionRow(props: {
  connection: Connection;
  all: Connections;
  onDone(all: Connections, words: string): void;
}) {
  const { connection, all, onDone } = props;
  const { id, name, settings, status, routed } = connection;
  const server = useServer();
  const practice = usePractice().data;
  const payers = practice?.payers ?? [];
  const [open, setOpen] = useState<'account' | 'payers' | 'real-time' | 'remove' | 'trial'>();
  const isMain = id === 'main';
  const today = dayOf(new Date());
  const isPaused = status.state === 'paused';
  const [tone, state] = STATES[status.state];
  const tried = useMutation({ mutationFn: () => server.tryConnection(id) });
  const pause = useMutation({
    mutationFn: () => server.pauseConnection(id, !isPaused),
    onSuccess: (saved) =>
      onDone(saved, isPaused ? `${name} goes on.` : `${name} is paused: its claims wait here.`),
  });
  const remove = useMutation({
    mutationFn: () => server.removeConnection(id),
    onSuccess: (saved) => onDone(saved, `${name} was removed. What went by it can still be read.`),
  });
  const trouble = pause.error ?? remove.error ?? tried.error;
  const opener = useRef<Element | null>(null);
  const openPart = (part: typeof open) => {
    opener.current = document.activeElement;
    setOpen(part);
  };
  const close = () => {
    setOpen(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <li class="row" aria-label={name}>
      <span class="row-main">
        {name} {isMain && <span class="dim">(main)</span>}
        <br />
        <span class="dim small">
          {settings.mode === 'test' ? 'Test' : 'Live'}, {settings.host}.{' '}
          {isMain ? 'All payers that are not routed elsewhere.' : wordsForRouted(routed, payers)}
          {settings.startsOn && ` From ${settings.startsOn} on.`}
        </span>
      </span>
      <Tag tone={tone}>{state}</Tag>
      <Button
        class="small"
        aria-label={`Test ${name}`}
        disabled={tried.isPending}
        onClick={() => tried.mutate()}
      >
        {tried.isPending ? 'Testing' : 'Test'}
      </Button>
      <Button
        class="small"
        aria-label={`Test file to ${name}`}
        aria-expanded={open === 'trial'}
        onClick={() => (open === 'trial' ? close() : openPart('trial'))}
      >
        Test file
      </Button>
      {!isMain && (
        <Button class="small" aria-label={`Payers of ${name}`} onClick={() => openPart('payers')}>
          Payers
        </Button>
      )}
      <Button class="small" aria-label={`Change ${name}`} onClick={() => openPart('account')}>
        Change
      </Button>
      <Button class="small" aria-label={`Questions to ${name}`} onClick={() => openPart('real-time')}>
        Questions
      </Button>
      <Button
        class="small"
        aria-label={`${isPaused ? 'Resume' : 'Pause'} ${name}`}
        disabled={pause.isPending}
        onClick={() => pause.mutate()}
      >
        {isPaused ? 'Resume' : 'Pause'}
      </Button>
      {!isMain && (
        <Button class="small" aria-label={`Remove ${name}`} onClick={() => openPart('remove')}>
          Remove
        </Button>
      )}
      {isMain && open !== 'account' && (
        <DayWarning words={dayWarning(agreedDay(practice), settings, today)} />
      )}
      <div class="row-said" role="status">
        {tried.data && (
          <p class={`finding tone-${tried.data.isWell ? 'good' : 'bad'}`}>{tried.data.message}</p>
        )}
        {trouble && <p class="finding tone-bad">{sentenceOf(trouble)}</p>}
      </div>
      {open === 'account' && (
        <div class="row-form">
          <AccountForm
            title={`Change ${name}`}
            begin={accountOf(connection, practice)}
            clearinghouses={all.clearinghouses}
            needsName={!isMain}
            save={(account) => server.changeConnection(id, account)}
            onCancel={close}
            onSaved={(saved) => {
              close();
              onDone(saved, `${name} was changed.`);
            }}
          />
        </div>
      )}
      {open === 'trial' && (
        <div class="row-form">
          <TrialPart connectionId={id} name={name} />
        </div>
      )}
      {open === 'real-time' && (
        <div class="row-form">
          <RealTime
            connection={connection}
            hasReceiverId={
              all.clearinghouses.find(({ profileId }) => profileId === settings.profileId)?.hasReceiverId ??
              true
            }
            onCancel={close}
            onSaved={(saved, words) => {
              close();
              onDone(saved, words);
            }}
          />
        </div>
      )}
      {open === 'payers' && (
        <div class="row-form">
          <PayersForm
            connection={connection}
            all={all}
            payers={payers}
            onCancel={close}
            onSaved={(saved) => {
              close();
              onDone(saved, `The payers of ${name} were set. Claims that wait follow.`);
            }}
          />
        </div>
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          confirm="Remove"
          onCancel={close}
          onConfirm={() => {
            close();
            remove.mutate();
          }}
        >
          <p>Its payers go by the main connection from then on, and its password is forgotten.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
