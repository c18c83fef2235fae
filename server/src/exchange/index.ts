export { cancelClaim } from './cancel-claim.ts';
export { decideDelivery } from './decide-delivery.ts';
export {
  postAllTheSame,
  type RemittanceRefusal,
  reopenRemittance,
  setRemittanceAside,
} from './decide-remittance.ts';
export { waysOutOf } from './held.ts';
export { type HostKey, readHostKey } from './host-key.ts';
export { LIMITS } from './limits.ts';
export { openLedger } from './open-ledger.ts';
export { postPayeesKnown } from './payee-known.ts';
export { looksLikeKey, usableSecret } from './private-key.ts';
export { type RestoredCopy, settleRestoredCopy } from './restored-copy.ts';
export { type TakenFile, takeFile } from './take-file.ts';
export { type ConnectionTest, testConnection } from './test-connection.ts';
export type { ConnectTransport, TransportError, TransportSession, TransportTarget } from './transport.ts';
export { readTrial, startTrial } from './trial/start.ts';
export { createExchangeWorker } from './worker.ts';
export type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';
