export { exampleClaim } from './claim.ts';
export {
  ambulanceClaim,
  anesthesiaClaim,
  chiropracticClaim,
  dependentClaim,
  drugClaim,
  equipmentClaim,
  laboratoryClaim,
  medicareClaim,
  secondaryClaim,
  specialClaims,
  workCompClaim,
} from './special-claims.ts';
export { captured, exampleCapture, examplePractice } from './visit.ts';
