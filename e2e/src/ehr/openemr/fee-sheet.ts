/** The fee sheet: td headers, fields by name only, a decoy table first, diagnoses in the same table. */
import { html } from 'hono/html';
import { DRUG_LINE, type LookAlikeLine, type LookAlikePatient } from '../patients.ts';
import { type Markup, page } from './page.ts';

/** `drug` adds the injected drug with its NDC row; `billed` shows the first line as billed already. */
export function feeSheet(patient: LookAlikePatient, show: { drug: boolean; billed: boolean }): Markup {
  const { visit } = patient;
  const lines = show.drug ? [...visit.lines, DRUG_LINE] : visit.lines;
  const offers = visit.diagnoses.map(([code]) => `ICD10|${code}`);
  return page(
    'Fee Sheet',
    html`
      <form method="post" name="fee_sheet_form" onsubmit="return false">
        <p><b>Fee Sheet for Encounter</b></p>
        <div id="review" style="display: none">
          <table>
            <tr>
              <th>Procedures</th>
              <th>Price</th>
              <th>Modifiers</th>
              <th>Units</th>
              <th>Justify</th>
            </tr>
          </table>
        </div>
        <p class="tools">
          <select><option>New Patient</option></select>
          <select><option>Established Patient</option></select>
          <select><option>Preventive</option></select>
          Search <input type="text" name="search_term" size="14" />
        </p>
        <table class="sheet" cellspacing="0">
          <tr>
            ${['Type', 'Code', 'Description', 'Modifiers', 'Price', 'Units', 'Justify'].map(header)}
            <td class="billcell" style="display: none"><b>Provider/Warehouse</b></td>
            ${['Note Codes', 'Auth', 'Delete'].map(header)}
          </tr>
          ${lines.map((line, n) => procedure(line, n, offers, show.billed && n === 0))}
          ${visit.diagnoses.map((diagnosis, n) => diagnosisRow(diagnosis, lines.length + n))}
        </table>
        <p>
          Rendering
          <select name="ProviderID">
            <option value="0">-- Please Select --</option>
            <option value="5" selected>* ${visit.provider}</option>
            <option value="6">Mustermann, Erika</option>
          </select>
          Supervising
          <select name="SupervisorID"><option value="0" selected>-- Unassigned --</option></select>
        </p>
        <p><button>Save</button> <button>Refresh</button> <button>Cancel</button></p>
      </form>
    `,
  );
}

const header = (text: string): Markup => html`<td class="billcell"><b>${text}</b></td>`;

function procedure(line: LookAlikeLine, n: number, offers: readonly string[], billed: boolean): Markup {
  if (billed) return billedProcedure(line, n);
  const chosen = line.justify;
  const options = [...new Set([chosen, ...offers])];
  return html`
    <tr>
      <td class="billcell" billing_id="${900 + n}">
        ${line.type}${hidden(n, 'code_type', line.type)}${hidden(n, 'code', line.code)}${hidden(n, 'billed', '')}${hidden(n, 'id', String(900 + n))}
      </td>
      <td class="billcell">${line.code}</td>
      <td class="billcell">${line.description}</td>
      <td class="billcell"><input type="text" style="" name="bill[${n}][mod]" value="${line.modifiers}" size="8" /></td>
      <td class="billcell"><input type="text" style="" name="bill[${n}][price]" value="${line.price}" size="6" /></td>
      <td class="billcell"><input type="text" style="" name="bill[${n}][units]" value="${line.units}" size="2" /></td>
      <td class="billcell">
        <select name="bill[${n}][justify]">
          ${options.map((value) => html`<option value="${value}" ${value === chosen ? 'selected' : ''}>${value.replaceAll('ICD10|', '')}</option>`)}
          <option value="X">Clear</option>
        </select>
      </td>
      <td class="billcell" style="display: none">
        <select name="bill[${n}][provid]"><option selected>* Halvorsen, Ingrid</option></select>
      </td>
      <td class="billcell"><input type="text" name="bill[${n}][notecodes]" value="" size="6" /></td>
      <td class="billcell"><input type="checkbox" name="bill[${n}][auth]" value="1" checked /></td>
      <td class="billcell"><input type="checkbox" name="bill[${n}][del]" value="1" /></td>
    </tr>
    ${line.ndc === undefined ? '' : drugRow(line.ndc, n)}
  `;
}

/** A billed line prints text instead of fields. */
function billedProcedure(line: LookAlikeLine, n: number): Markup {
  return html`
    <tr>
      <td class="billcell" billing_id="${900 + n}">
        ${line.type}${hidden(n, 'code_type', line.type)}${hidden(n, 'code', line.code)}${hidden(n, 'billed', '1')}
      </td>
      <td class="billcell">${line.code}</td>
      <td class="billcell">${line.description}</td>
      <td class="billcell">${line.modifiers}</td>
      <td class="billcell">${line.price}</td>
      <td class="billcell">${line.units}</td>
      <td class="billcell">${line.justify.replaceAll('ICD10|', '')}</td>
      <td class="billcell" style="display: none">* Halvorsen, Ingrid</td>
      <td class="billcell"></td>
      <td class="billcell"><input type="checkbox" disabled checked /></td>
      <td class="billcell"><input type="checkbox" disabled /></td>
    </tr>
  `;
}

function drugRow(ndc: string, n: number): Markup {
  return html`
    <tr>
      <td class="billcell" colspan="2"></td>
      <td class="billcell" colspan="9">
        NDC: <input type="text" name="bill[${n}][ndcnum]" value="${ndc}" size="11" /> Qty:
        <input type="text" name="bill[${n}][ndcqty]" value="1" size="2" />
        <select name="bill[${n}][ndcuom]">
          <option value="ML" selected>ML</option>
          <option value="GR">Grams</option>
          <option value="F2">I.U.</option>
        </select>
      </td>
    </tr>
  `;
}

function diagnosisRow([code, description]: readonly [string, string], n: number): Markup {
  return html`
    <tr>
      <td class="billcell" billing_id="${900 + n}">
        ICD10${hidden(n, 'code_type', 'ICD10')}${hidden(n, 'code', code)}${hidden(n, 'billed', '')}${hidden(n, 'id', String(900 + n))}
      </td>
      <td class="billcell">${code}</td>
      <td class="billcell">${description}</td>
      <td class="billcell"></td>
      <td class="billcell"></td>
      <td class="billcell"></td>
      <td class="billcell"></td>
      <td class="billcell" style="display: none"></td>
      <td class="billcell"><input type="text" name="bill[${n}][notecodes]" value="" size="6" /></td>
      <td class="billcell"><input type="checkbox" name="bill[${n}][auth]" value="1" checked /></td>
      <td class="billcell"><input type="checkbox" name="bill[${n}][del]" value="1" /></td>
    </tr>
  `;
}

const hidden = (n: number, name: string, value: string): Markup =>
  html`<input type="hidden" name="bill[${n}][${name}]" value="${value}" />`;
