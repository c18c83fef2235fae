/** A paper as it is printed: its blocks one under another. */
import type { Paper, PaperBlock } from '@claimside/shared/papers';

export function Sheet({ paper: { title, blocks } }: { paper: Paper }) {
  return (
    <article class="sheet">
      <h1>{title}</h1>
      {blocks.map((block, place) => (
        <Block key={`${place} ${block.kind}`} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case 'parties':
      return (
        <div class="parties">
          <address>
            <Lines lines={block.from} />
          </address>
          <address>
            <Lines lines={block.to} />
          </address>
        </div>
      );
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'words':
      return <p class={block.isQuiet ? 'dim small' : ''}>{block.text}</p>;
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(({ name, value }) => (
            <div key={name}>
              <dt class="dim">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <Table block={block} />;
    case 'sums':
      return (
        <dl class="sums">
          {block.rows.map(({ name, amount, isSum }) => (
            <div key={name} class={isSum ? 'is-sum' : ''}>
              <dt>{name}</dt>
              <dd class="number">{amount}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

/** So many columns fit a narrow window side by side. */
const FEW = 4;

function Table({ block }: { block: Extract<PaperBlock, { kind: 'table' }> }) {
  const { columns, rows, total, caption } = block;
  const of = (at: number) => (columns[at]?.isNumber ? 'number' : '');
  const cells = (texts: readonly string[]) =>
    texts.map((text, at) => (
      <td key={columns[at]?.name} class={of(at)} data-name={columns[at]?.name}>
        {text}
      </td>
    ));
  return (
    // A wide table scrolls by itself, by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus
    <section class={columns.length > FEW ? 'wide many' : 'wide'} aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name }, at) => (
              <th key={name} scope="col" class={of(at)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((texts, at) => (
            <tr key={`${at} ${texts[0]}`}>{cells(texts)}</tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>{cells(total)}</tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </>
  );
}
