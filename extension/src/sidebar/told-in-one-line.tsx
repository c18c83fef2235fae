/** Things that need a person, in one line across the view: the gravest and how many there are; the line opens to their sentences. */
import { Icon } from '../ui/parts/index.ts';

export interface Told {
  readonly id: string;
  /** In a few words. */
  readonly title: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** `things`: the gravest first. */
export function ToldInOneLine({ things }: { things: readonly Told[] }) {
  const [gravest] = things;
  if (!gravest) return null;
  const more = things.length - 1;
  return (
    <div role="status">
      <details class="told-in-one-line tone-warning">
        <summary>
          <Icon name="warning" />
          <span>
            <strong>{gravest.title}</strong>
            {more > 0 && ` · ${things.length} need a person`}
          </span>
          <Icon name="less" />
        </summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus */}
        <ul tabIndex={0} aria-label="What needs a person">
          {things.map(({ id, message }) => (
            <li key={id}>{message}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
