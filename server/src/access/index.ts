export { recordAudit, recordLook } from './audit.ts';
export { admitDevice, deviceOfToken, isActive, revokeDevice } from './devices.ts';
export { type PairRefusal, pairDevice } from './pair.ts';
export { endOwnerCodes, type MadeCode, makeOwnerCode, makePairingCode } from './pairing-code.ts';
export { createRevocations, type Revocations } from './revocations.ts';
export { ADMINS, BILLING, EVERYONE } from './roles.ts';
export { KEY_VARIABLE, openServerKey, type ServerKey } from './seal.ts';
export { bearerToken } from './tokens.ts';
export { createWrongTries, type WrongTries } from './wrong-tries.ts';
