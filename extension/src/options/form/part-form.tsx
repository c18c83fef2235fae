/** The form of one part of the practice's data: checked at each field, and nothing typed is lost, whatever is wrong. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { Result } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf } from '../../ui/server/index.ts';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import { type Part, type Problems, problemOf, readPart, type Texts } from './part.ts';
import { PartField } from './part-field.tsx';
import { type Refusal, refusalProblems } from './refusals.ts';

/** `Saved` is what the server gives for the stored item. */
export function PartForm<Item, Saved = PracticeSettings>(props: {
  title: string;
  part: Part<Item>;
  item: Item | undefined;
  practice: PracticeSettings | null;
  keyField: string;
  /** Before the fields: a way to fill them. */
  lead?: (take: (texts: Texts) => void) => ComponentChildren;
  save(before: Item | undefined, after: Item): Promise<Result<Saved, Refusal<Item>>>;
  onSaved(saved: Saved): void;
  onCancel?: (() => void) | undefined;
}) {
  const { part, practice } = props;
  const form = useRef<HTMLFormElement>(null);
  const [before, setBefore] = useState(props.item);
  const [texts, setTexts] = useState(() => part.begin(props.item, practice));
  const [problems, setProblems] = useState<Problems>({});
  useUnsaved(texts);
  const fields = part.fields(texts, practice);
  const show = (found: Problems) => {
    setProblems(found);
    // Once they are marked.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };
  const save = useMutation({
    mutationFn: (after: Item) => props.save(before, after),
    onSuccess: (saved) => {
      if (saved.ok) return props.onSaved(saved.value);
      const { error } = saved;
      show(refusalProblems(part, error, { before, practice, keyField: props.keyField }));
      // Whoever saves again has seen it.
      if (error.kind === 'changed') setBefore(() => error.now);
    },
    onError: (error) => show({ form: sentenceOf(error) }),
  });
  const set = (change: Texts) => {
    setTexts((now) => ({ ...now, ...change }));
    // Said again when the field is left, if it still is so.
    setProblems((now) =>
      Object.fromEntries(Object.entries(now).filter(([name]) => !(name in change) && name !== 'form')),
    );
  };
  const leave = (name: string, to: EventTarget | null) => {
    // Words that come up as a button is pressed would move it away from under the press; saving says all of them.
    if (to instanceof HTMLButtonElement) return;
    const field = fields.find((each) => each.name === name);
    const words = field && texts[name] ? problemOf(field, texts[name]) : undefined;
    if (words !== undefined) setProblems((now) => ({ ...now, [name]: words }));
  };
  useEffect(() => {
    if (props.onCancel) form.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return (
    <form
      ref={form}
      class="form part-form"
      aria-label={props.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const read = readPart(part, texts, before, practice);
        if (!read.ok) return show(read.error);
        setProblems({});
        save.mutate(read.value);
      }}
    >
      <h3>{props.title}</h3>
      {props.lead?.(set)}
      {fields.map((field) => (
        <PartField
          key={field.name}
          field={field}
          text={texts[field.name] ?? ''}
          problem={problems[field.name]}
          onType={(text) => set({ [field.name]: text })}
          onLeave={(to) => leave(field.name, to)}
        />
      ))}
      {problems.form && (
        <p class="finding tone-bad" role="alert">
          {problems.form}
        </p>
      )}
      <div class="actions">
        <Button kind="main" type="submit" disabled={save.isPending}>
          {save.isPending ? 'Saving' : `Save the ${part.what}`}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>Cancel</Button>}
      </div>
    </form>
  );
}
