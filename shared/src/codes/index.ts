export { CLAIM_FILING_INDICATORS } from './claim-filing.ts';
export { isPlaceOfService, PLACES_OF_SERVICE } from './place-of-service.ts';
export { RELATIONSHIPS } from './relationship.ts';
export { isState, STATES } from './states.ts';
