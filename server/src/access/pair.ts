/** Turns a code into a device with a token, or says why not. */
import type { PairRequest, PairResponse } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { newId, type Runtime } from '../runtime.ts';
import { insertDevice } from '../store/devices.ts';
import { countWrongTry, findPairingCode, setPairingCodeUsed } from '../store/pairing-codes.ts';
import { getPractice } from '../store/practices.ts';
import type { Store } from '../store/store.ts';
import { recordAudit } from './audit.ts';
import { plainCode } from './pairing-code.ts';
import type { ServerKey } from './seal.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Only a right code tells more than `wrong`, and by then it is worth nothing. */
export type PairRefusal = 'wrong' | 'used' | 'expired' | 'locked';

/** Check and use happen in one transaction, so that a code gives one device however often it is sent at once. */
export async function pairDevice(
  { store, runtime, key }: { store: Store; runtime: Runtime; key: Pick<ServerKey, 'codeHash'> },
  request: PairRequest,
): Promise<Result<PairResponse, PairRefusal>> {
  return store.transaction(async (db): Promise<Result<PairResponse, PairRefusal>> => {
    const now = runtime.now();
    const code = await findPairingCode(db, key.codeHash(plainCode(request.code)));
    if (!code) {
      await countWrongTry(db, now);
      return err('wrong');
    }
    if (code.usedAt !== null) return err('used');
    if (code.expiresAt <= now) return err('expired');
    if (code.triesLeft <= 0) return err('locked');

    const scope = { db, practiceId: code.practiceId };
    const deviceId = newId(runtime);
    const token = newToken(runtime);
    await setPairingCodeUsed(scope, code.id, now);
    await insertDevice(scope, {
      id: deviceId,
      name: request.deviceName,
      role: code.role,
      pairedAt: now,
      tokenHash: tokenHash(token),
    });
    await recordAudit(runtime, scope, deviceId, 'device-paired', deviceId);
    const { name } = await getPractice(scope);
    return ok({ deviceId, token, role: code.role, practiceName: name });
  });
}
