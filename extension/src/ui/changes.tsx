/** One kind of change that an import would make, to unfold: some of its rows, and how many there are. */
export function Changes({ what, count, rows }: { what: string; count: number; rows: readonly string[] }) {
  if (count === 0) return null;
  return (
    <details>
      <summary>
        {count.toLocaleString('en-US')} {what}
      </summary>
      <ul>
        {rows.map((row) => (
          <li key={row}>{row}</li>
        ))}
      </ul>
      {count > rows.length && <p class="dim">… and {(count - rows.length).toLocaleString('en-US')} more.</p>}
    </details>
  );
}
