/** Values of a part of the visit in one line, each with its place on the page and a way to its field. */
import { Shown } from './value-field.tsx';

export interface SummaryPart {
  readonly path: string;
  readonly label: string;
  /** One without text is left out, as its field stands below when it is needed. */
  readonly text: string | undefined;
  /** What stands before it; ` · ` if not said. */
  readonly before?: string;
}

export function Summary({ parts }: { parts: readonly SummaryPart[] }) {
  const there = parts.filter(({ text }) => text);
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
