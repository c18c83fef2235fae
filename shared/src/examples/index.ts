export { exampleClaim } from './claim.ts';
export { captured, exampleCapture, examplePractice } from './visit.ts';
