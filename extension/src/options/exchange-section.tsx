/** How the exchange with the clearinghouses stands, each by itself. */
import type { ConnectionStatus, ExchangeStatus } from '@claimside/shared/api';
import type { ComponentChildren } from 'preact';
import { Failed, Loading, Tag, type Tone, When } from '../ui/parts/index.ts';
import { useExchange } from '../ui/server/index.ts';
import { Section } from './section.tsx';

export const STATES: Readonly<Record<ExchangeStatus['state'], readonly [Tone, string]>> = {
  'not-set-up': ['warning', 'Not set up'],
  ok: ['good', 'Works'],
  unreachable: ['warning', 'Not reachable'],
  'login-refused': ['bad', 'Log-in refused'],
  'login-stopped': ['bad', 'Stopped after refused log-ins'],
  'host-key-changed': ['bad', 'Host key changed'],
  trouble: ['bad', 'Trouble'],
  paused: ['warning', 'Paused'],
};

export function ExchangeSection() {
  const exchange = useExchange();
  return (
    <Section title="Exchange with the clearinghouse" at="exchange">
      {exchange.data ? (
        <Summary status={exchange.data} />
      ) : exchange.error ? (
        <Failed error={exchange.error} onRetry={() => void exchange.refetch()} />
      ) : (
        <Loading what="the exchange" />
      )}
    </Section>
  );
}

function Summary({ status }: { status: ExchangeStatus }) {
  const now = Date.now();
  const { others, filesNeedingPerson, watches } = status;
  return (
    <>
      <Said status={status} />
      {watches.map(({ name, connectionId, message, since }) => (
        <p key={`${name} ${connectionId}`} class="finding tone-warning">
          {message} <span class="dim">Since</span> <When instant={since} now={now} />
        </p>
      ))}
      <Facts status={status}>{others.length === 0 && <NeedPerson files={filesNeedingPerson} />}</Facts>
      {others.map((other) => (
        <section key={other.id} aria-label={other.clearinghouse} class="other-connection">
          <Said status={other} />
          <Facts status={other} />
        </section>
      ))}
      {others.length > 0 && (
        <dl class="facts">
          <NeedPerson files={filesNeedingPerson} />
        </dl>
      )}
    </>
  );
}

function Said({ status }: { status: ConnectionStatus }) {
  const [tone] = STATES[status.state];
  return (
    <>
      {status.message && <p class={`finding tone-${tone}`}>{status.message}</p>}
      {status.notices.map((notice) => (
        <p key={notice} class="finding tone-warning">
          {notice}
        </p>
      ))}
    </>
  );
}

function Facts({ status, children }: { status: ConnectionStatus; children?: ComponentChildren }) {
  const [tone, label] = STATES[status.state];
  const now = Date.now();
  return (
    <dl class="facts">
      <dt>State</dt>
      <dd>
        <Tag tone={tone}>{label}</Tag> <span class="dim">since</span>{' '}
        <When instant={status.since} now={now} />
      </dd>
      <dt>Clearinghouse</dt>
      <dd>{status.clearinghouse || 'none'}</dd>
      <dt>Mode</dt>
      <dd>{status.mode === 'test' ? 'Test: no claim reaches a payer' : 'Live'}</dd>
      <dt>Last contact</dt>
      <dd>{status.lastContactAt ? <When instant={status.lastContactAt} now={now} /> : 'never'}</dd>
      {status.nextTryAt && (
        <>
          <dt>Next try</dt>
          <dd>
            <When instant={status.nextTryAt} now={now} />
          </dd>
        </>
      )}
      <dt>Claims waiting to go out</dt>
      <dd>{status.claimsWaiting}</dd>
      {children}
    </dl>
  );
}

function NeedPerson({ files }: { files: number }) {
  return (
    <>
      <dt>Files that need a person</dt>
      <dd>{files}</dd>
    </>
  );
}
