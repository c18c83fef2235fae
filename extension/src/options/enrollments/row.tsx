/** One enrollment: what to do or on whom it waits, since when, and what is on record of it. */
import type { PracticeSettings, StoredEnrollment } from '@claimside/shared/api';
import { type EnrollmentStep, KIND_WORDS, STATE_WORDS } from '@claimside/shared/enrollment';
import { useMutation } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { Button, ConfirmDialog, Tag, type Tone } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { EnrollmentForm, useEnrollmentsChanged } from './form.tsx';

const TAGS: Readonly<Record<EnrollmentStep['state'], readonly [Tone, string]>> = {
  yours: ['warning', 'To do'],
  waiting: ['progress', 'Waiting'],
  done: ['good', 'Done'],
};

export function EnrollmentRow(props: {
  step: EnrollmentStep<StoredEnrollment>;
  practice: PracticeSettings;
  canChange: boolean;
  onDone(words: string): void;
}) {
  const { step, practice, canChange } = props;
  const { kind, payerId, billingNpi, payerName, enrollment, state } = step;
  const [isOpen, setOpen] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const name = `${payerName} ${KIND_WORDS[kind]}`;
  const close = () => {
    setOpen(false);
    setTimeout(() => row.current?.querySelector('button')?.focus());
  };
  const [tone, label] = TAGS[state];
  return (
    <li ref={row} class="row">
      <div class="row-main">
        {payerName} <span class="mono dim">{payerId}</span> · {KIND_WORDS[kind]}
        <p class="small">{wordsOf(step)}</p>
        <p class="small dim">{recordOf(step)}</p>
      </div>
      <Tag tone={tone}>{label}</Tag>
      {canChange && (
        <Button
          class="small"
          aria-expanded={isOpen}
          aria-label={`${enrollment ? 'Change' : 'Enter'} ${name}`}
          onClick={() => setOpen(!isOpen)}
        >
          {enrollment ? 'Change' : 'Enter'}
        </Button>
      )}
      {canChange && enrollment && <Remove step={step} name={name} onDone={props.onDone} />}
      {isOpen && (
        <div class="row-form">
          <EnrollmentForm
            title={name}
            practice={practice}
            of={{ kind, payerId, billingNpi }}
            item={enrollment}
            onSaved={() => {
              close();
              props.onDone(`${name} is stored.`);
            }}
            onCancel={close}
          />
        </div>
      )}
    </li>
  );
}

function wordsOf({ words, state, since, by }: EnrollmentStep): string {
  if (state === 'done') return [words, since && `Since ${since}.`].filter(Boolean).join(' ');
  const days = [
    since && `Since ${since}`,
    by && `${state === 'waiting' ? 'expected by' : 'due since'} ${by}`,
  ];
  const said = days.filter(Boolean).join(', ');
  return said === '' ? words : `${words} ${said[0]?.toUpperCase()}${said.slice(1)}.`;
}

function recordOf({ enrollment, billingNpi }: EnrollmentStep): string {
  return [
    `NPI ${billingNpi}`,
    enrollment ? STATE_WORDS[enrollment.state] : 'Not on record',
    enrollment?.blocksClaims ? 'claims are refused until it is approved' : '',
    enrollment?.toldOn ? `Office Ally told ${enrollment.toldOn}` : '',
    enrollment?.contact ?? '',
    enrollment?.claimsAddress ? `claims to ${enrollment.claimsAddress}` : '',
    enrollment?.documents ? `papers: ${enrollment.documents}` : '',
    enrollment?.notes ?? '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function Remove(props: {
  step: EnrollmentStep<StoredEnrollment>;
  name: string;
  onDone(words: string): void;
}) {
  const { step, name } = props;
  const server = useServer();
  const changed = useEnrollmentsChanged();
  const [isAsked, setAsked] = useState(false);
  const remove = useMutation({
    mutationFn: () => server.removeEnrollment(step),
    onSuccess: () => {
      changed();
      props.onDone(`${name} was removed.`);
    },
  });
  return (
    <>
      <Button
        class="small"
        aria-label={`Remove ${name}`}
        disabled={remove.isPending}
        onClick={() => setAsked(true)}
      >
        Remove
      </Button>
      {remove.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(remove.error)}
        </p>
      )}
      {isAsked && (
        <ConfirmDialog
          title={`Remove ${name}?`}
          confirm="Remove"
          onCancel={() => setAsked(false)}
          onConfirm={() => {
            setAsked(false);
            remove.mutate();
          }}
        >
          <p>
            Its dates and notes are gone. Where the payer does not want it, change its state to Not needed
            instead.
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
