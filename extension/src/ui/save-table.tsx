/** Saves lists of the practice as files. */
import { useMutation } from '@tanstack/preact-query';
import { Button } from './parts/index.ts';
import { saveFile } from './save-file.ts';
import { sentenceOf } from './server/index.ts';

interface FileToSave {
  /** On its button. */
  readonly words: string;
  readonly name: string;
  take(): Promise<Blob>;
}

/** One list as Excel or CSV. */
export const SaveTable = ({
  name,
  take,
}: {
  /** Of the file, without its ending. */
  name: string;
  take(format: 'csv' | 'xlsx'): Promise<Blob>;
}) => (
  <SaveFiles
    files={[
      { words: 'Save as Excel', name: `${name}.xlsx`, take: () => take('xlsx') },
      { words: 'Save as CSV', name: `${name}.csv`, take: () => take('csv') },
    ]}
  />
);

export function SaveFiles({ files }: { files: readonly FileToSave[] }) {
  const save = useMutation({
    mutationFn: async (file: FileToSave) => saveFile(await file.take(), file.name),
  });
  return (
    <>
      <div class="section-actions">
        {files.map((file) => (
          <Button key={file.name} disabled={save.isPending} onClick={() => save.mutate(file)}>
            {file.words}
          </Button>
        ))}
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </>
  );
}
