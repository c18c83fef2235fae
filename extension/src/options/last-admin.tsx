/** Said before the browser of the last admin is given up: what then nobody can do, and the way back. */
import type { Device } from '@claimside/shared/api';
import { useDevices } from '../ui/server/index.ts';
import { WAY_BACK } from './way-back.ts';

/** For admins, who may see the browsers of the practice. Nothing for a browser that another admin's stands beside. */
export function LastAdmin({ deviceId }: { deviceId: string }) {
  const admins = (useDevices().data ?? []).filter(isAdminNow);
  if (admins.length !== 1 || admins[0]?.id !== deviceId) return null;
  return (
    <p class="finding tone-bad">
      <span>
        It is the last admin’s. Without one nobody can pair a browser or change the practice. The way back is
        a code made on the server: <code class="mono">{WAY_BACK}</code>
      </span>
    </p>
  );
}

const isAdminNow = ({ role, revokedAt, waitsSince }: Device): boolean =>
  role === 'admin' && revokedAt === null && waitsSince === null;
