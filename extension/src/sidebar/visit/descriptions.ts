/** Which words go with a line as its description (SV101-7), and which only show. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { CodeSets } from '@claimside/shared/codes';
import { isUnlisted } from '@claimside/shared/edits';
import { originOf, type VisitForm } from './form.ts';

/** `sent`: typed by hand, or with a code that says nothing by itself. `shown`: what the page calls a code that says enough. */
export function descriptionOf(
  form: VisitForm,
  line: number,
  codeSets: CodeSets | undefined,
): { readonly text: string; readonly use: 'sent' | 'shown'; readonly isTyped: boolean } | undefined {
  const { description: text, procedureCode = '' } = form.draft.serviceLines?.[line] ?? {};
  if (text === undefined) return undefined;
  if (originOf(form, `serviceLines.${line}.description`).kind === 'by-hand')
    return { text, use: 'sent', isTyped: true };
  return { text, use: isUnlisted(procedureCode, codeSets) ? 'sent' : 'shown', isTyped: false };
}

/** The draft as it is checked and billed: a description that stands in a claim is sent. */
export function draftToBill(form: VisitForm, codeSets: CodeSets | undefined): ClaimDraft {
  const { serviceLines, ...rest } = form.draft;
  if (!serviceLines) return rest;
  return {
    ...rest,
    serviceLines: serviceLines.map(({ description, ...line }, index) =>
      descriptionOf(form, index, codeSets)?.use === 'sent' ? { ...line, description } : line,
    ),
  };
}
