/** Saves a copy of a file, exactly as it came. */
import { useMutation } from '@tanstack/preact-query';
import { Button } from '../../ui/parts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';

export function SaveCopy({ fileId, name }: { fileId: string; name: string }) {
  const server = useServer();
  const save = useMutation({ mutationFn: async () => saveFile(await server.fileContent(fileId), name) });
  return (
    <>
      <Button
        class="small"
        aria-label={`Save a copy of ${name}`}
        disabled={save.isPending}
        onClick={() => save.mutate()}
      >
        Save a copy
      </Button>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </>
  );
}
