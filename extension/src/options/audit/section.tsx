/** For admins: who saw and changed what, whether the log is whole, and the log as a file. */
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry, type Device } from '@claimside/shared/api';
import { isIsoDate } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { Button, dayOf, Failed, Loading, More, Select, TextInput } from '../../ui/parts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import {
  type AuditSearch,
  sentenceOf,
  useAudit,
  useDevices,
  useServer,
  useSettled,
} from '../../ui/server/index.ts';
import { Section } from '../section.tsx';
import { LogCheck } from './log-check.tsx';
import { AUDIT_WORDS } from './words.ts';

export function AuditSection() {
  const server = useServer();
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState<AuditSearch>({});
  const [subject, setSubject] = useState('');
  const settled = useSettled(subject.trim(), REST_MS);
  const search: AuditSearch = { ...filter, ...(settled && { subject: settled }) };
  const save = useMutation({
    mutationFn: async () => saveFile(await server.exportAudit(search), 'claimside-audit.csv'),
  });
  return (
    <Section
      title="Log"
      intro="Who saw or changed what. Entries name claims and files by their numbers, never a patient, and can not be changed unseen."
    >
      <div class="section-actions">
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Close the log' : 'Open the log'}
        </Button>
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? 'Saving' : 'Save as CSV'}
        </Button>
        <LogCheck />
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
      {isOpen && (
        <>
          <Filters search={filter} onChange={setFilter} subject={subject} onSubject={setSubject} />
          <Entries search={search} />
        </>
      )}
    </Section>
  );
}

const ALL = 'all';
/** Each look at the log stands in it: one for each word typed, not for each letter. */
const REST_MS = 600;

function Filters(props: {
  search: AuditSearch;
  onChange(search: AuditSearch): void;
  subject: string;
  onSubject(subject: string): void;
}) {
  const { search, onChange } = props;
  const devices = useDevices();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const day = (key: 'from' | 'to', text: string, set: (text: string) => void) => {
    set(text);
    const { [key]: _, ...rest } = search;
    if (text.trim() === '') onChange(rest);
    else if (isIsoDate(text.trim())) onChange({ ...rest, [key]: text.trim() });
  };
  const problem = (text: string) =>
    text.trim() === '' || isIsoDate(text.trim()) ? undefined : 'Write it as 2026-11-27.';
  const choices = AUDIT_ACTIONS.map((action) => [action, AUDIT_WORDS[action]] as const).toSorted(
    ([, one], [, other]) => one.localeCompare(other),
  );
  return (
    <div class="form inline audit-filters">
      <TextInput
        label="From"
        placeholder="YYYY-MM-DD"
        value={from}
        problem={problem(from)}
        onType={(text) => day('from', text, setFrom)}
      />
      <TextInput
        label="To"
        placeholder="YYYY-MM-DD"
        value={to}
        problem={problem(to)}
        onType={(text) => day('to', text, setTo)}
      />
      <Select<AuditAction | typeof ALL>
        label="What"
        value={search.action ?? ALL}
        choices={[[ALL, 'Everything'], ...choices]}
        onChoose={(chosen) => {
          const { action: _, ...rest } = search;
          onChange(chosen === ALL ? rest : { ...rest, action: chosen });
        }}
      />
      <Select<string>
        label="Who"
        value={search.deviceId ?? ALL}
        choices={[
          [ALL, 'Everybody'],
          ...(devices.data ?? []).map((device) => [device.id, browserWords(device)] as const),
        ]}
        onChoose={(chosen) => {
          const { deviceId: _, ...rest } = search;
          onChange(chosen === ALL ? rest : { ...rest, deviceId: chosen });
        }}
      />
      <TextInput
        label="Claim number, or what stands under Of"
        value={props.subject}
        onType={props.onSubject}
      />
    </div>
  );
}

/** Browsers of one kind have one name: role and day tell them apart. */
const browserWords = ({ name, role, pairedAt, revokedAt }: Device): string =>
  `${name}, ${role}, paired ${dayOf(new Date(pairedAt))}${revokedAt === null ? '' : ', revoked'}`;

function Entries({ search }: { search: AuditSearch }) {
  const pages = useAudit(search);
  if (pages.error) return <Failed error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Loading what="the log" />;
  const entries = pages.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) return <p class="dim">Nothing is in the log that fits.</p>;
  return (
    <>
      <div class="audit-table">
        <table>
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Of</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.sequence} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      <More pages={pages} what="of the log" />
    </>
  );
}

function Entry({ entry: { at, deviceId, deviceName, action, subject } }: { entry: AuditEntry }) {
  return (
    <tr>
      <td>
        <time dateTime={at}>{new Date(at).toLocaleString('sv-SE')}</time>
      </td>
      <td>{deviceId === null ? 'Server console' : (deviceName ?? 'A browser')}</td>
      <td>{AUDIT_WORDS[action]}</td>
      <td class="mono">{subject}</td>
    </tr>
  );
}
