/** The visit page: patient, policy, diagnoses and charges in boxes, the charges once more as hidden JSON. */
import { html } from 'hono/html';
import type { Markup } from '../openemr/page.ts';
import type { LookAlikeLine, LookAlikePatient } from '../patients.ts';
import { box, hidden, postBack, row, webForm } from './page.ts';

const ROWS = 6;
const DIAGNOSES = 12;
const LINE = 'ucVisitLineItem_ucBillingCPT_';

/** Posts back to the next visit of the day, which is another patient's, under the same address. */
export const NEXT_VISIT = 'ctl00_phFolderContent_lnkNextVisit';

export function visitPage(patient: LookAlikePatient): Markup {
  const { visit } = patient;
  const [year = '', month = '', day = ''] = visit.date.split('-');
  const [birthYear, birthMonth, birthDay] = patient.birthDate.split('-');
  return webForm(
    'Edit Visit',
    String(patient.pid),
    html`
      ${postBack('ctl00_phFolderContent_lnkRefresh', 'Refresh')}${postBack(NEXT_VISIT, 'Next visit')}
      <table>
        ${row('Patient ID', box('PatientID', patient.chartNumber), 'Last Name', box('PatientLastName', patient.lastName), 'First Name', box('PatientFirstName', patient.firstName))}
        ${row('Gender', box('PatientGender', patient.sex.slice(0, 1), 2), 'DOB', box('PatientDOB', `${birthMonth}/${birthDay}/${birthYear}`), 'Date Visited', html`${box('DateVisited_Month', month, 2)} / ${box('DateVisited_Day', day, 2)} / ${box('DateVisited_Year', year, 4)}`)}
        ${row('Insurance', box('InsuranceName', patient.payer.name, 30), 'Plan', box('InsurancePlanName', patient.planName), 'Subscriber ID', box('InsuranceSubscriberID', patient.memberId), 'Group No', box('InsuranceGroupNo', patient.groupNumber))}
        ${row('Provider', box('ProviderID', visit.provider, 20))}
      </table>
      <fieldset>
        <legend>Diagnosis Codes</legend>
        <table>
          ${Array.from({ length: DIAGNOSES }, (_, n) => {
            const [code = '', words = ''] = visit.diagnoses[n] ?? [];
            const id = `10_${n + 1}`;
            return row(
              String(n + 1),
              box(`ucDiagnosisCodes_dc_${id}`, code, 8),
              box(`ucDiagnosisCodes_dd_${id}`, words, 40),
            );
          })}
        </table>
      </fieldset>
      ${hidden(
        'ucVisitLineItem_hdnJsLoadBillableLineItem',
        visit.lines.map(({ code, price, units }) => ({
          CPT: code,
          Charge: chargeOf(price, units),
          Quantity: units,
        })),
      )}
      <table>
        ${row('DOS', 'To', 'POS', 'CPT', 'Modifiers', 'Dx', 'Charge', 'Qty')}
        ${Array.from({ length: ROWS }, (_, n) => lineRow(n, patient, visit.lines[n]))}
      </table>
      ${row('Total', box('ucVisitLineItem_TotalLineCharge', totalOf(visit.lines)))}
    `,
  );
}

function lineRow(n: number, { visit }: LookAlikePatient, line: LookAlikeLine | undefined): Markup {
  const [year, month, day] = visit.date.split('-');
  const date = line ? `${month}/${day}/${year}` : '';
  const modifiers = line?.modifiers.split(':') ?? [];
  return row(
    box(`${LINE}DOS${n}`, date),
    box(`${LINE}ToDOS${n}`, date),
    box(`${LINE}PlaceOfService${n}`, line ? '11' : '', 2),
    box(`${LINE}CPT${n}`, line?.code ?? '', 5),
    html`${['A', 'B', 'C', 'D'].map((letter, at) => box(`${LINE}Modifier${letter}${n}`, modifiers[at] ?? '', 2))}`,
    box(`${LINE}DiagnosisCode${n}`, line ? lettersOf(line.justify, visit.diagnoses) : '', 4),
    box(`${LINE}Charge${n}`, line ? chargeOf(line.price, line.units) : ''),
    box(`${LINE}Quantity${n}`, line?.units ?? '', 3),
  );
}

/** `ICD10|I10,ICD10|E11.9` as the letters of those diagnoses: `BC`. */
function lettersOf(justify: string, diagnoses: LookAlikePatient['visit']['diagnoses']): string {
  return justify
    .split(',')
    .map((each) => 'ABCDEFGHIJKL'[diagnoses.findIndex(([code]) => each.endsWith(`|${code}`))] ?? '')
    .join('');
}

/** The charge is that of the line. */
const chargeOf = (price: string, units: string): string => (Number(price) * Number(units)).toFixed(2);

const totalOf = (lines: readonly LookAlikeLine[]): string =>
  lines.reduce((sum, { price, units }) => sum + Number(price) * Number(units), 0).toFixed(2);
