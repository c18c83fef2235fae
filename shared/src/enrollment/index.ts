export { KIND_WORDS, STATE_WORDS } from './labels.ts';
export {
  ANSWER_DAYS,
  type EnrollmentStep,
  enrollmentSteps,
  latestAnswer,
  npisFor,
  payersNotKnown,
} from './steps.ts';
export { claimsWaitFor, type EnrollmentWait, isVeteransAffairs } from './wait.ts';
