/** A letter filled in from the practice's data: to look over, copy, or save as PDF. Nothing is sent by itself. */
import { useMutation } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { Button, CopyButton } from '../../ui/parts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';

export function AccountLetter(props: { title: string; intro: string; text: string }) {
  const { title, intro } = props;
  const server = useServer();
  const [text, setText] = useState(props.text);
  useEffect(() => setText(props.text), [props.text]);
  const save = useMutation({
    mutationFn: () => server.letterPdf(title, text),
    onSuccess: (pdf) => saveFile(pdf, `${title}.pdf`),
  });
  return (
    <section class="account-letter" aria-label={title}>
      <h3>{title}</h3>
      <p>{intro}</p>
      <textarea
        class="input mono"
        aria-label={`${title}, text`}
        rows={16}
        maxLength={20_000}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="section-actions">
        <CopyButton text={text} what="the text" />
        <Button
          class="small"
          aria-label={`Save as PDF: ${title}`}
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          Save as PDF
        </Button>
      </div>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </section>
  );
}
