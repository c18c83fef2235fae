export { type AppealParts, appealLetter, TO_FILL_IN } from './appeal.ts';
export { type AccountLetterParts, eraTransfer, sftpRequest } from './clearinghouse.ts';
export { addressLines, type LetterParts } from './parts.ts';
