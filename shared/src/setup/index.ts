export { type SetupState, type SetupStep, setupSteps } from './steps.ts';
