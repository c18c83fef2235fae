export { cancelClaim } from './cancel-claim.ts';
export { decideDelivery } from './decide-delivery.ts';
export { type HostKey, readHostKey } from './host-key.ts';
export { openLedger } from './open-ledger.ts';
export { type RestoredCopy, settleRestoredCopy } from './restored-copy.ts';
export { type ConnectionTest, testConnection } from './test-connection.ts';
export type { ConnectTransport, TransportError, TransportSession, TransportTarget } from './transport.ts';
export { createExchangeWorker } from './worker.ts';
export type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';
