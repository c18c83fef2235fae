/** A part of the visit in one line, with all its fields behind the pen; fields in trouble show even while it is closed. */

import { isWithin } from '@claimside/shared/claim';
import type { VNode } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { IconButton } from '../../ui/parts/index.ts';
import { Findings } from './findings.tsx';
import { blocks, noticesAt } from './notices.ts';
import { Shown } from './value-field.tsx';
import { useVisitTools } from './visit-context.tsx';

/** A value in the group's line; one without text is left out, as its field stands below when it is needed. */
export interface SummaryPart {
  readonly path: string;
  readonly label: string;
  readonly text: string | undefined;
  /** What stands before it; ` · ` if not said. */
  readonly before?: string;
}

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
  summary: readonly SummaryPart[];
  /** Said when no part of the summary is there. */
  empty: string;
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
        <div class="group-summary">
          <Summary parts={props.summary} empty={props.empty} />
        </div>
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
      <Findings notices={mine} />
    </section>
  );
}

function Summary({ parts, empty }: { parts: readonly SummaryPart[]; empty: string }) {
  const there = parts.filter((part) => part.text);
  if (there.length === 0) return <span class="dim">{empty}</span>;
  return (
    <>
      {there.map(({ path, label, text = '', before = ' · ' }, index) => (
        <span key={path}>
          {index > 0 && before}
          <Shown path={path} label={label}>
            {text}
          </Shown>
        </span>
      ))}
    </>
  );
}
