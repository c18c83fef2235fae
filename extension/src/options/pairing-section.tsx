/** Pairs this browser with a practice's server, shows what it is paired as, and unpairs it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Button, ConfirmDialog, Failed, Field, Loading, Tag } from '../ui/parts/index.ts';
import {
  type Credentials,
  forgetCredentials,
  pair,
  readServerAddress,
  ServerTrouble,
  saveCredentials,
  sentenceOf,
  useServer,
  useSession,
} from '../ui/server/index.ts';
import { suggestDeviceName } from './device-name.ts';
import { LastAdmin } from './last-admin.tsx';
import { ROLE_WORDS } from './roles.ts';
import { Section } from './section.tsx';
import { WAY_BACK } from './way-back.ts';

type Problem = { readonly field: 'address' | 'code' | 'form'; readonly sentence: string };

export function PairSection({ title = 'Pair this browser' }: { title?: string }) {
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [name, setName] = useState(() => suggestDeviceName(navigator.userAgent));
  const [problem, setProblem] = useState<Problem>();
  const [isPairing, setPairing] = useState(false);

  // The permission is asked straight from the click: the browser asks only then.
  const submit = async (event: Event) => {
    event.preventDefault();
    setProblem(undefined);
    const server = readServerAddress(address);
    if (!server.ok) return setProblem({ field: 'address', sentence: server.error });
    if (code.trim().length < 4) return setProblem({ field: 'code', sentence: 'Enter the one-time code.' });
    setPairing(true);
    const result = await pairWith(server.value, code, name);
    setPairing(false);
    if (result) setProblem(result);
  };
  const problemAt = (field: Problem['field']) => (problem?.field === field ? problem.sentence : undefined);
  return (
    <Section
      title={title}
      intro={`Your admin gives you the server’s address and a one-time code. A new server prints its first code where it was started; where no admin is left, ${WAY_BACK} on the server makes one.`}
    >
      <form class="form" onSubmit={(event) => void submit(event)} noValidate>
        <Field label="Server address" problem={problemAt('address')}>
          {(control) => (
            <input
              {...control}
              class="input"
              name="server"
              inputMode="url"
              placeholder="https://claims.example.com"
              autocomplete="off"
              spellcheck={false}
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="One-time code" problem={problemAt('code')} hint="Good for one browser, for 10 minutes.">
          {(control) => (
            <input
              {...control}
              class="input mono code-input"
              name="code"
              autocomplete="one-time-code"
              spellcheck={false}
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label="Name of this browser" hint="So that your admin knows it in the list of devices.">
          {(control) => (
            <input
              {...control}
              class="input"
              name="device-name"
              maxLength={80}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        {problem?.field === 'form' && (
          <p class="finding tone-bad" role="alert">
            {problem.sentence}
          </p>
        )}
        <Button kind="main" type="submit" disabled={isPairing}>
          {isPairing ? 'Pairing' : 'Pair this browser'}
        </Button>
        <p class="small dim" role="status">
          {isPairing ? 'If Chrome asks whether Claimside may reach this server, press Allow.' : ''}
        </p>
      </form>
    </Section>
  );
}

async function pairWith(serverUrl: string, code: string, name: string): Promise<Problem | undefined> {
  // Chrome throws for an origin that it can't make a pattern of.
  const granted = await browser.permissions.request({ origins: [`${serverUrl}/*`] }).catch(() => false);
  if (!granted) {
    return {
      field: 'address',
      sentence: 'Chrome needs your permission to reach this server. Press again and allow it.',
    };
  }
  try {
    const paired = await pair(serverUrl, code, name);
    await saveCredentials({ serverUrl, token: paired.token, deviceId: paired.deviceId });
    return undefined;
  } catch (error) {
    return { field: fieldOf(error), sentence: sentenceOf(error) };
  }
}

/** Which field the person has to look at. */
function fieldOf(error: unknown): Problem['field'] {
  if (!(error instanceof ServerTrouble)) return 'form';
  if (error.code.startsWith('code-') || error.kind === 'too-many') return 'code';
  return error.kind === 'unreachable' || error.kind === 'not-claimside' ? 'address' : 'form';
}

/** In place of all that only a paired browser has. `why`: the server's sentence. */
export function NoLongerPaired({ why }: { why: string }) {
  const words = useRef<HTMLParagraphElement>(null);
  // It may have been revoked here, far down a page that is gone.
  useEffect(() => {
    words.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <Section title="This browser is no longer paired">
        <p ref={words} class="finding tone-bad" role="alert" tabIndex={-1}>
          {why}
        </p>
      </Section>
      <PairSection title="Pair this browser again" />
    </>
  );
}

export function PairedSection({ credentials }: { credentials: Credentials }) {
  const session = useSession();
  const server = useServer();
  const [asks, setAsks] = useState(false);
  const { error } = session;
  const unpair = async () => {
    setAsks(false);
    // Also when the server can not be told: the token is forgotten here either way.
    await server.revokeDevice(credentials.deviceId).catch(() => undefined);
    await forgetCredentials();
  };
  return (
    <Section title="This browser">
      {session.data ? (
        <dl class="facts">
          <dt>Practice</dt>
          <dd>{session.data.practiceName}</dd>
          <dt>Role</dt>
          <dd>{ROLE_WORDS[session.data.role]}</dd>
          <dt>Name</dt>
          <dd>{session.data.deviceName}</dd>
          <dt>Server</dt>
          <dd class="mono">{credentials.serverUrl}</dd>
          <dt>State</dt>
          <dd>
            <Tag tone="good">Paired</Tag>
          </dd>
        </dl>
      ) : error ? (
        <Failed error={error} onRetry={() => void session.refetch()} />
      ) : (
        <Loading what="this browser's pairing" />
      )}
      <Button kind="danger" onClick={() => setAsks(true)}>
        Unpair this browser
      </Button>
      {asks && (
        <ConfirmDialog
          title="Unpair this browser?"
          confirm="Unpair"
          onConfirm={() => void unpair()}
          onCancel={() => setAsks(false)}
        >
          <p>
            It can no longer bill or see claims. To use it again it needs a new code. Claims already sent go
            on.
          </p>
          {session.data?.role === 'admin' && <LastAdmin deviceId={credentials.deviceId} />}
        </ConfirmDialog>
      )}
    </Section>
  );
}
