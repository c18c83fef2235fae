export { Appeal } from './appeal.tsx';
export { AnswerAppeal } from './appeal-answer.tsx';
export { BillPatient } from './bill-patient.tsx';
export { CloseClaim, ReopenClaim } from './close-claim.tsx';
export { Overpaid } from './overpaid.tsx';
export { GiveBack } from './refund.tsx';
export { TakeActBack } from './take-act-back.tsx';
export { TakePayment } from './take-payment.tsx';
export { WriteOff } from './write-off.tsx';
