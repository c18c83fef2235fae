export { type BalanceFinding, balanceRemittance, RunningBalance, signedPayment } from './balance.ts';
export { balanceText } from './balance-text.ts';
export { checkRemittanceFile, RemittanceFileChecker } from './check/check-file.ts';
export { parseRemittanceInterchanges } from './file-json.ts';
export type {
  ClaimGroupStart,
  ClaimPaymentPosition,
  ClaimPaymentRecord,
  ReadClaimPayment,
  RemittanceEnd,
  RemittanceFileVisitor,
  RemittanceInterchange,
  RemittanceStart,
} from './file-parts.ts';
export { RemittanceFileReader } from './file-reader.ts';
export { RemittanceFileWriter, tellRemittances, writeRemittanceInterchanges } from './file-writer.ts';
export { VERSION_835 } from './guide/index.ts';
export type {
  ClaimAdjustment,
  ClaimGroup,
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittanceHead,
  ServicePayment,
} from './model/index.ts';
export { moneyFaults, moneyFaultsAt } from './money-faults.ts';
export {
  type ReadRemittances,
  type RemittanceFile,
  readRemittance,
  readRemittanceInterchanges,
  remittancesIn,
} from './read.ts';
export { writeRemittance } from './write.ts';
export { writeAndCompareRemittances } from './write-and-compare.ts';
