/** The form of one account: where it is, who logs in, whether it is a test. The password is typed, and never shown again. */
import type { Connections, ConnectionToSave, FormerAccount } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, dayOf, Field, NOT_FOR_PASSWORD_MANAGERS, Select, TextInput } from '../../ui/parts/index.ts';
import { ServerTrouble, sentenceOf, useServer } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { dayWarning } from './agreed-day.ts';
import { DayWarning } from './day-warning.tsx';
import {
  type AccountBegin,
  type AccountTexts,
  dropsHidden,
  fieldOf,
  type Problems,
  readAccount,
  withClearinghouse,
} from './fields.ts';
import { Former } from './former.tsx';
import { SecretField } from './secret-field.tsx';

export function AccountForm(props: {
  title: string;
  begin: AccountBegin;
  clearinghouses: Connections['clearinghouses'];
  needsName: boolean;
  save(account: ConnectionToSave): Promise<Connections>;
  onSaved(all: Connections): void;
  onCancel(): void;
}) {
  const { begin, clearinghouses } = props;
  const { kept } = begin;
  const form = useRef<HTMLFormElement>(null);
  const [texts, setTexts] = useState(begin.texts);
  const [problems, setProblems] = useState<Problems>({});
  useUnsaved(texts);
  const [typedLive, setTypedLive] = useState('');
  const [former, setFormer] = useState<FormerAccount>('keep');
  /** What the server said is awaited at the account before. */
  const [awaited, setAwaited] = useState<string>();
  const known = clearinghouses.find(({ profileId }) => profileId === texts.profileId);
  const needsReceiverId = known?.hasReceiverId === false;
  const goesLive = texts.mode === 'live' && kept?.settings.mode !== 'live';
  const set = (change: Partial<AccountTexts>) => {
    setTexts((before) => ({ ...before, ...change }));
    // Said again at the next save, if it still is so.
    const answered = Object.fromEntries(Object.keys(change).map((field) => [field, undefined]));
    setProblems((before) => ({ ...before, ...answered }));
  };
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const show = (found: Problems) => {
    setProblems(found);
    // Once they are marked.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const save = useMutation({
    mutationFn: props.save,
    onSuccess: props.onSaved,
    onError: (error) => {
      const isAwaited = error instanceof ServerTrouble && error.code === 'connection-awaits-answers';
      setAwaited(isAwaited ? sentenceOf(error) : undefined);
      show(isAwaited ? {} : problemsIn(error));
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const read = readAccount({ texts, kept }, { name: props.needsName, receiverId: needsReceiverId });
    if (!read.ok) return show(read.error);
    if (goesLive && typedLive.trim().toLowerCase() !== 'live')
      return show({ mode: 'Type live below: from then on claims that go by it reach payers.' });
    setProblems({});
    save.mutate({ ...read.value, ...(awaited !== undefined && { former }) });
  };
  const text = (name: Exclude<keyof AccountTexts, 'secret'>, label: string, hint?: string) => (
    <Field label={label} problem={problems[name]} {...(hint && { hint })}>
      {(control) => (
        <input
          {...control}
          {...NOT_FOR_PASSWORD_MANAGERS}
          class="input"
          name={name}
          type={name === 'startsOn' ? 'date' : 'text'}
          spellcheck={false}
          maxLength={253}
          value={texts[name]}
          onInput={(event) => set({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form ref={form} class="form" aria-label={props.title} onSubmit={submit} noValidate>
      <h3>{props.title}</h3>
      {text(
        'name',
        'Name',
        props.needsName ? 'As it is called in this practice.' : 'The clearinghouse’s own, if left empty.',
      )}
      <Select
        label="Clearinghouse"
        value={texts.profileId}
        choices={clearinghouses.map(({ profileId, name }) => [
          profileId,
          profileId === 'generic' ? 'Another clearinghouse (SFTP)' : name,
        ])}
        onChoose={(profileId) =>
          set(
            withClearinghouse(
              begin,
              profileId,
              clearinghouses.find((each) => each.profileId === profileId),
            ),
          )
        }
      />
      <p class="small" role="status">
        {dropsHidden({ texts, kept }) &&
          'Settings made for the other clearinghouse beyond this form (such as how files are uploaded) end when this is saved.'}
      </p>
      {(needsReceiverId || texts.receiverId !== '') &&
        text('receiverId', 'Clearinghouse’s ID', 'ISA08, as its companion guide says.')}
      <Select
        label="Mode"
        value={texts.mode}
        choices={[
          ['test', 'Test: no claim reaches a payer'],
          ['live', 'Live'],
        ]}
        onChoose={(mode) => set({ mode })}
      />
      {goesLive && kept && (
        <p class="small">
          What was billed as a test so far counts no more: it is closed, and each of those visits can be
          billed for real.
        </p>
      )}
      {goesLive && (
        <TextInput
          label="Type live to let claims reach payers"
          value={typedLive}
          problem={problems.mode}
          onType={setTypedLive}
        />
      )}
      {text('host', 'Host')}
      {text('port', 'Port')}
      {text('username', 'User name')}
      <SecretField
        value={texts.secret}
        isKept={kept !== undefined}
        problem={problems.secret}
        onType={(secret) => set({ secret })}
      />
      {text('hostKeySha256', 'Host key', 'Nothing is sent to a server that shows another one.')}
      <HostKey texts={texts} onRead={(hostKeySha256) => set({ hostKeySha256 })} />
      {text(
        'startsOn',
        'First day',
        // The main one needs no name of its own, already as it is set up.
        props.needsName ? 'Before it, its payers go by the main connection.' : 'Nothing is sent before it.',
      )}
      <DayWarning words={dayWarning(begin.agreedOn, texts, dayOf(new Date()))} />
      {text('inboundFolder', 'Folder for uploads', 'inbound, if left empty.')}
      {text('outboundFolder', 'Folder with the answers', 'outbound, if left empty.')}
      {texts.profileId === 'generic' && (
        <>
          {text('liveName', 'Name of a file', '837P_{date}_{time}_{number}.txt, if left empty.')}
          {text('testName', 'Name of a test file', 'TEST_837P_{date}_{time}_{number}.txt, if left empty.')}
          {text('testMark', 'Word that makes a file a test', 'In the name. TEST, if left empty.')}
        </>
      )}
      {text('submitterName', 'Submitter')}
      {text('submitterId', 'Submitter ID', 'Usually the tax ID.')}
      {text('contactName', 'Contact')}
      {text('contactPhone', 'Contact’s phone')}
      {awaited !== undefined && <Former words={awaited} former={former} onChoose={setFormer} />}
      {problems.form && (
        <p class="finding tone-bad" role="alert">
          {problems.form}
        </p>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save the connection'}
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
    </form>
  );
}

/** Asks the server for its key, so that a person has only to compare it. */
function HostKey(props: { texts: AccountTexts; onRead(hostKeySha256: string): void }) {
  const { host, port } = props.texts;
  const server = useServer();
  const read = useMutation({
    mutationFn: () => server.readHostKey(host.trim(), Number(port)),
    onSuccess: ({ hostKeySha256 }) => props.onRead(hostKeySha256),
  });
  return (
    <>
      <Button disabled={read.isPending || host.trim() === ''} onClick={() => read.mutate()}>
        {read.isPending ? 'Reading the host key' : 'Read the host key'}
      </Button>
      <p class="small" role="status">
        {read.data && `${host} shows this key. Compare it with what the clearinghouse tells you by phone.`}
        {read.error && sentenceOf(read.error)}
      </p>
    </>
  );
}

/** The server's refusal at the field that it is about. */
function problemsIn(error: Error): Problems {
  const sentence = sentenceOf(error);
  if (!(error instanceof ServerTrouble)) return { form: sentence };
  if (error.code === 'connection-name-taken') return { name: sentence };
  if (error.code === 'connection-set-twice') return { username: sentence };
  if (error.code === 'connection-needs-password') return { secret: sentence };
  const problems: { -readonly [Field in keyof Problems]: Problems[Field] } = {};
  for (const { path, message } of error.findings) {
    const [field] = fieldOf(path.replace(/^settings\./, '')) ?? [];
    if (field) problems[field] ??= message.charAt(0).toUpperCase() + message.slice(1);
  }
  return Object.keys(problems).length > 0 ? problems : { form: sentence };
}
