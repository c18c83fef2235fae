/** For admins: codes for further browsers, and the browsers of the practice. */
import { type Device, type PairingCode, ROLES, type Role } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { ageOf, Button, ConfirmDialog, Failed, Loading, Select, Tag, When } from '../ui/parts/index.ts';
import { sentenceOf, useDevices, useServer } from '../ui/server/index.ts';
import { LastAdmin } from './last-admin.tsx';
import { ROLE_WORDS } from './roles.ts';
import { Section } from './section.tsx';

export function DevicesSection() {
  const devices = useDevices();
  const server = useServer();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Device>();
  const revoke = useMutation({
    mutationFn: (id: string) => server.revokeDevice(id),
    // Whoever revoked the own browser hears of it by the session, which is refused.
    onSuccess: () =>
      Promise.all(['devices', 'session'].map((name) => queries.invalidateQueries({ queryKey: [name] }))),
  });
  const admit = useMutation({
    mutationFn: (id: string) => server.admitDevice(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['devices'] }),
  });
  const trouble = revoke.error ?? admit.error;
  return (
    <Section
      title="Browsers of the practice"
      at="devices"
      intro="Each browser that bills or sees claims is paired once, with its own role."
    >
      <NewCode />
      {devices.data ? (
        <ul class="rows">
          {devices.data.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              onRevoke={() => setAsked(device)}
              onAdmit={() => admit.mutate(device.id)}
            />
          ))}
        </ul>
      ) : devices.error ? (
        <Failed error={devices.error} onRetry={() => void devices.refetch()} />
      ) : (
        <Loading what="the browsers" />
      )}
      {trouble && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(trouble)}
        </p>
      )}
      {asked && (
        <ConfirmDialog
          title={`Revoke ${asked.name}?`}
          confirm="Revoke"
          onCancel={() => setAsked(undefined)}
          onConfirm={() => {
            revoke.mutate(asked.id);
            setAsked(undefined);
          }}
        >
          <p>
            {asked.isThisDevice ? 'This is the browser you are using. ' : ''}Its next request is refused. It
            can only come back with a new code.
          </p>
          <LastAdmin deviceId={asked.id} />
        </ConfirmDialog>
      )}
    </Section>
  );
}

function NewCode() {
  const server = useServer();
  const [role, setRole] = useState<Role>('clinician');
  const make = useMutation({ mutationFn: (wanted: Role) => server.createPairingCode(wanted) });
  return (
    <div class="new-code">
      <div class="form inline">
        <Select
          label="Role of the new browser"
          value={role}
          choices={ROLES.map((one) => [one, ROLE_WORDS[one]] as const)}
          onChoose={setRole}
        />
        <Button onClick={() => make.mutate(role)} disabled={make.isPending}>
          Make a code
        </Button>
      </div>
      <p class="small dim role-hint">
        A clinician sees no payments, amounts of payers, reports or list of all patients. Pair an owner who
        also bills as biller or admin.
      </p>
      <div role="status">{make.data && <ShownCode code={make.data} />}</div>
      {make.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(make.error)}
        </p>
      )}
    </div>
  );
}

function ShownCode({ code }: { code: PairingCode }) {
  return (
    <p class="shown-code">
      <strong class="mono">{code.code}</strong>
      <span>
        for one {code.role}, until <When instant={code.expiresAt} now={Date.now()} />. Type it in the other
        browser’s options page, with this server’s address. It is shown only now.
      </span>
    </p>
  );
}

function DeviceRow({ device, onRevoke, onAdmit }: { device: Device; onRevoke(): void; onAdmit(): void }) {
  const now = Date.now();
  const isWaiting = device.waitsSince !== null && device.revokedAt === null;
  return (
    <li class="row">
      <span class="row-main">
        {device.name} {device.isThisDevice && <span class="dim">(this browser)</span>}
        <br />
        <span class="dim small">
          {device.role}, paired <When instant={device.pairedAt} now={now} />
          {device.lastSeenAt && `, last seen ${seenAgo(device.lastSeenAt, now)}`}
          {isWaiting && '. It waits, as the data was restored: let it in if it is still the practice’s.'}
        </span>
      </span>
      {isWaiting && (
        <>
          <Tag tone="warning">Waits</Tag>
          <Button class="small" aria-label={`Let in ${device.name}`} onClick={onAdmit}>
            Let in
          </Button>
        </>
      )}
      {device.revokedAt ? (
        <Tag tone="neutral">Revoked</Tag>
      ) : (
        <Button class="small" aria-label={`Revoke ${device.name}`} onClick={onRevoke}>
          Revoke
        </Button>
      )}
    </li>
  );
}

function seenAgo(instant: string, now: number): string {
  const age = ageOf(instant, now);
  return age === 'just now' ? age : `${age} ago`;
}
