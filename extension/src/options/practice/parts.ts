/** The parts of the practice's data that an admin types, each with its fields. */
export { LOCATION_PART } from './location-part.ts';
export { PAYER_PART } from './payer-part.ts';
export { PRACTICE_PART } from './practice-part.ts';
export { PROFILE_PART } from './profile-part.ts';
export { PROVIDER_PART, providerName } from './provider-part.ts';
