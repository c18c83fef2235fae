/** The raw codes of an answer, folded away. */
export function CodesReceived({ codes }: { codes: readonly string[] }) {
  if (codes.length === 0) return null;
  return (
    <details class="small">
      <summary>Codes as received</summary>
      <span class="mono">{codes.join(', ')}</span>
    </details>
  );
}
