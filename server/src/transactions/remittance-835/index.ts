export { type BalanceFinding, balanceRemittance } from './balance.ts';
export type {
  ClaimAdjustment,
  ClaimPayment,
  ProviderAdjustment,
  Remittance,
  RemittanceFile,
  ServicePayment,
} from './model.ts';
export { readRemittance } from './read.ts';
export { writeRemittance } from './write.ts';
