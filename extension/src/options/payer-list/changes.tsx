/** What an import would add, take away and change, each to unfold. */
import type { ListedPayer, PayerListPreview } from '@claimside/shared/api';
import { Changes } from '../../ui/changes.tsx';
import { momentOf } from '../../ui/parts/index.ts';

export function ListChanges({ preview }: { preview: PayerListPreview }) {
  const { comparedWith, added, removed, changed } = preview;
  if (!comparedWith) return <p>It is the first list: all of it is new.</p>;
  const before = momentOf(comparedWith.importedAt, Date.now());
  if (added.count + removed.count + changed.count === 0)
    return <p>It says the same as the list brought {before}.</p>;
  return (
    <>
      {removed.count * 2 > comparedWith.size && (
        <p class="finding tone-warning">
          More than half of the list in use would be gone. Is this the whole list?
        </p>
      )}
      <p>Against the list brought {before}:</p>
      <Changes what="added" count={added.count} rows={added.some.map(nameOf)} />
      <Changes what="removed" count={removed.count} rows={removed.some.map(nameOf)} />
      <Changes
        what="changed"
        count={changed.count}
        rows={changed.some.map(({ before: was, after }) => `${nameOf(after)}: ${wordsOf(was, after)}`)}
      />
    </>
  );
}

const nameOf = ({ name, payerId, transaction }: ListedPayer): string => `${name}, ${payerId}, ${transaction}`;

const FIELDS = [
  ['isAvailable', 'available'],
  ['isNonPar', 'non-par'],
  ['needsEnrollment', 'enrollment'],
  ['takesSecondary', 'secondary'],
  ['takesAttachments', 'attachments'],
  ['accidentKind', 'work comp or auto'],
  ['notes', 'notes'],
] as const;

function wordsOf(before: ListedPayer, after: ListedPayer): string {
  return FIELDS.filter(([field]) => before[field] !== after[field])
    .map(([field, word]) => `${word} was ${said(before[field])}, is ${said(after[field])}`)
    .join('; ');
}

function said(value: boolean | string | null): string {
  if (value === null || value === '') return 'not said';
  if (typeof value === 'string') return `“${value}”`;
  return value ? 'yes' : 'no';
}
