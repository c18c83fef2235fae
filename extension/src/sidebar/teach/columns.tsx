/** What the columns of the services mean: proposed by header and values, changed by a person. */
import { COLUMNS, type Column, type PointedColumn } from '@claimside/shared/recipe';
import type { Acts } from './use-teaching.ts';

const MEANINGS: Readonly<Record<Column, string>> = {
  code: 'Procedure code',
  type: 'Kind of code',
  status: 'Status of the row',
  description: 'Description',
  modifiers: 'Modifiers',
  unitPrice: 'Unit price',
  chargeAmount: 'Line charge',
  units: 'Units',
  pointers: 'Diagnoses',
  serviceDate: 'Date of service',
  serviceDateEnd: 'Last date',
  placeOfService: 'Place of service',
  drugCode: 'NDC',
  drugQuantity: 'NDC quantity',
  drugUnit: 'NDC unit',
};

export function ColumnsOfServices(props: { columns: readonly PointedColumn[]; acts: Acts }) {
  const { columns, acts } = props;
  const mean = (at: number, column: Column | undefined) =>
    acts.mean(
      columns.map((each, index) => meaning(each, index === at ? column : each.column, index === at, column)),
    );
  return (
    <>
      {columns.some(({ part }) => part?.cells) && (
        <p class="small">
          Not every column of this table has a header: say what each is. They are kept by their order, so
          Claimside asks to look at each line before it is billed.
        </p>
      )}
      <table class="teach-columns">
        <caption class="for-screen-readers">Columns of the services</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First row</th>
            <th scope="col">Means</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((each, at) => (
            <tr key={`${each.text} ${at}`}>
              <th scope="row">
                {each.text}
                {each.alike && <span class="small dim"> {each.alike} columns</span>}
              </th>
              <td class="mono">{each.sample}</td>
              <td>
                <select
                  class="input"
                  aria-label={`Column ${each.text} means`}
                  value={each.column ?? ''}
                  onChange={(event) =>
                    mean(
                      at,
                      COLUMNS.find((column) => column === event.currentTarget.value),
                    )
                  }
                >
                  <option value="">Not used</option>
                  {Object.entries(MEANINGS).map(([column, words]) => (
                    <option key={column} value={column}>
                      {words}
                    </option>
                  ))}
                </select>
                {each.byValues && <span class="small dim">by its values</span>}
                {each.isVaguePrice && !each.column && (
                  <span class="small tone-warning">Of one unit, or of the line? Choose.</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** One column has a meaning: the one that had it before loses it. Only modifiers may stand in several. */
function meaning(
  { column: _, byValues, ...rest }: PointedColumn,
  column: Column | undefined,
  isChosen: boolean,
  chosen: Column | undefined,
): PointedColumn {
  if (!column || (!isChosen && column === chosen && column !== 'modifiers')) return rest;
  return { ...rest, column, ...(byValues && !isChosen && { byValues }) };
}
