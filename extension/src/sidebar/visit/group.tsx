/** A part of the visit in one line, with all its fields behind the pen; fields in trouble show even while it is closed. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { IconButton } from '../../ui/parts/index.ts';
import { Findings } from './findings.tsx';
import { blocks, noticesAt } from './notices.ts';
import { isWithin } from './paths.ts';
import { useVisitTools } from './visit-context.tsx';

export interface FieldSpec {
  readonly path: string;
  readonly label: string;
  readonly width?: 'full' | 'half' | 'third';
  readonly field: VNode;
  /** Further paths whose findings this field answers. */
  readonly covers?: readonly string[];
}

export function Group(props: {
  name: string;
  /** Everything whose findings belong here. */
  paths: readonly string[];
  summary: ComponentChildren;
  fields: readonly FieldSpec[];
}) {
  const { notices, wanted } = useVisitTools();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const mine = noticesAt(notices, ...props.paths);
  const isWanted = props.paths.some((path) => isWithin(wanted.path, path));
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted, wanted.turn]);

  const isTroubled = ({ path, covers = [] }: FieldSpec) => noticesAt(mine, path, ...covers).some(blocks);
  const fields = isOpen ? props.fields : props.fields.filter(isTroubled);
  return (
    <section class="group" aria-label={props.name}>
      <div class="group-line">
        <div class="group-summary">{props.summary}</div>
        <IconButton
          label={isOpen ? `Done with ${props.name.toLowerCase()}` : `Change ${props.name.toLowerCase()}`}
          icon={isOpen ? 'check' : 'pen'}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      <div id={id} class="group-fields" hidden={fields.length === 0}>
        {fields.map((spec) => (
          <div key={spec.path} class={`width-${spec.width ?? 'full'}`}>
            {spec.field}
          </div>
        ))}
      </div>
      <Findings
        notices={mine}
        labels={Object.fromEntries(props.fields.map(({ path, label }) => [path, label.toLowerCase()]))}
      />
    </section>
  );
}
