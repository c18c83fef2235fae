/** The few pictures we use, drawn on a 16 px grid in the text's colour. Always beside a word or in a labelled button. */
const PATHS = {
  add: 'M8 3v10M3 8h10',
  back: 'M10 3 5 8l5 5',
  check: 'm3 8.5 3.2 3.2L13 5',
  close: 'm4 4 8 8m0-8-8 8',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3.2l2 1.3',
  copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
  less: 'm4 6 4 4 4-4',
  more: 'M6 4l4 4-4 4',
  open: 'M6 3H3v10h10v-3M9 3h4v4m0-4L7.5 8.5',
  people:
    'M6 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c0-2.2 2-3.5 4.5-3.5s4.5 1.3 4.5 3.5M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 10.2c1.5.5 2.5 1.6 2.5 3.3',
  pen: 'm3 13 .6-2.8L10.8 3l2.2 2.2-7.2 7.2L3 13Z',
  point: 'M4.5 2.5 12.8 8 9 9l-1.5 3.8-3-10.3ZM9 9l3.5 4',
  retry: 'M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3',
  settings: 'M2 5h7m3 0h2M2 11h2m3 0h7M9 3v4M4 9v4',
  stop: 'M5.4 2.5h5.2l2.9 2.9v5.2l-2.9 2.9H5.4l-2.9-2.9V5.4zM8 5v3.5M8 10.8v.1',
  warning: 'M8 2.5 14 13H2L8 2.5ZM8 6.5v3M8 11.3v.1',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
