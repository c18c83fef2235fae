/** Saves a list of the practice as Excel or CSV. */
import { useMutation } from '@tanstack/preact-query';
import { Button } from './parts/index.ts';
import { saveFile } from './save-file.ts';
import { sentenceOf } from './server/index.ts';

export function SaveTable({
  name,
  take,
}: {
  /** Of the file, without its ending. */
  name: string;
  take(format: 'csv' | 'xlsx'): Promise<Blob>;
}) {
  const save = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => saveFile(await take(format), `${name}.${format}`),
  });
  return (
    <>
      <div class="section-actions">
        <Button disabled={save.isPending} onClick={() => save.mutate('xlsx')}>
          Save as Excel
        </Button>
        <Button disabled={save.isPending} onClick={() => save.mutate('csv')}>
          Save as CSV
        </Button>
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </>
  );
}
