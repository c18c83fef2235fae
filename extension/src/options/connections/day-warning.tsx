/** Says that the first day of a connection is not the one that was agreed; where it changes, as it is typed. */
export function DayWarning({ words }: { words: string | undefined }) {
  return (
    <div class="row-said" role="status">
      {words && <p class="finding tone-warning">{words}</p>}
    </div>
  );
}
