/** The one step to everything else: a search over the sections that are not in sight. */
import { useRef, useState } from 'preact/hooks';
import { Button, type Choice, Combobox } from '../../../ui/parts/index.ts';
import type { FieldSpec, SectionSpec } from '../claim-fields/spec.ts';

export function AddSection(props: {
  /** What is added to: `this claim`, `line 2`. */
  name: string;
  sections: readonly SectionSpec[];
  onAdd(section: SectionSpec): void;
}) {
  const { name, sections } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) button.current?.querySelector('button')?.focus();
    });
  };
  if (sections.length === 0) return null;
  return (
    <div class="add-section" ref={button}>
      {isOpen ? (
        <Combobox
          label={`More for ${name}`}
          shown=""
          hint="Search: accident, box 23, NDC …"
          isInline
          choices={sections.map(choiceOf)}
          nothing="Nothing of this name can be added."
          onClose={close}
          onChoose={({ value }) => {
            const section = sections.find(({ id }) => id === value);
            setOpen(false);
            if (section) props.onAdd(section);
          }}
        />
      ) : (
        <Button kind="quiet" icon="add" onClick={() => setOpen(true)}>
          More for {name}
        </Button>
      )}
    </div>
  );
}

/** Found by its own name, by what people call it, and by the names of its fields. */
function choiceOf({ id, name, words = '', fields }: SectionSpec): Choice {
  const box = /\bbox (\w+)/.exec(words)?.[0];
  return {
    value: id,
    label: name,
    ...(box ? { mark: box } : {}),
    words: [words, ...labelsOf(fields)].join(' '),
  };
}

const labelsOf = (fields: readonly FieldSpec[]): string[] =>
  fields.flatMap((field) => [field.label, ...(field.kind === 'list' ? labelsOf(field.fields) : [])]);
