/** Where in a claim the fault most likely is, with what stands there. */
import type { Where } from './why.ts';

/** `onGo`: to a place of the claim, where it is open to be corrected. */
export function Places({
  places,
  onGo,
}: {
  places: readonly Where[];
  onGo?: ((path: string) => void) | undefined;
}) {
  if (places.length === 0) return null;
  return (
    <dl class="where small">
      {places.map(({ path, label, value }) => (
        <div key={label}>
          <dt class="dim">{label}</dt>
          <dd class={value === undefined ? 'dim' : 'mono'}>{value ?? 'not on the claim'}</dd>
          {onGo && (
            <dd>
              <button type="button" class="link" onClick={() => onGo(path)}>
                {value === undefined ? 'Add it' : 'Go to it'}
                <span class="for-screen-readers">: {label}</span>
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
