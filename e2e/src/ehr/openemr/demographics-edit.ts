/** The edit page of demographics and insurance: fields by id and name, labels without `for`, a colon cell between. */
import { html } from 'hono/html';
import type { LookAlikePatient } from '../patients.ts';
import { type Markup, page } from './page.ts';

export function demographicsEdit(patient: LookAlikePatient): Markup {
  const row = (label: string, field: Markup): Markup =>
    html`<tr><td class="label">${label}</td><td>:</td><td>${field}</td></tr>`;
  const entry = (id: string, value: string): Markup =>
    html`<input type="entry" name="${id}" id="${id}" value="${value}" />`;
  const named = (name: string, value: string): Markup =>
    html`<input type="entry" name="${name}" value="${value}" />`;
  return page(
    'Edit Demographics',
    html`
      <p><b>Edit Current Patient</b> <button>Save</button> <button>Cancel</button></p>
      <div class="section">
        <div class="head">Who</div>
        <div class="body">
          <table>
            ${row('First', entry('form_fname', patient.firstName))}
            ${row('Middle', entry('form_mname', patient.middleName))}
            ${row('Last', entry('form_lname', patient.lastName))}
            ${row('DOB', entry('form_DOB', patient.birthDate))}
            ${row('Sex', html`<select name="form_sex" id="form_sex"><option value="">Unassigned</option><option value="${patient.sex}" selected>${patient.sex}</option></select>`)}
            ${row('S.S.', entry('form_ss', patient.socialSecurity))}
            ${row('Address', entry('form_street', patient.street))}
            ${row('City', entry('form_city', patient.city))}
            ${row('State', html`<select name="form_state" id="form_state"><option value="${patient.state[0]}" selected>${patient.state[1]}</option></select>`)}
            ${row('Postal Code', entry('form_postal_code', patient.postalCode))}
            ${row('Home Phone', entry('form_phone_home', patient.phone))}
          </table>
        </div>
      </div>
      <div class="section">
        <div class="head">Insurance</div>
        <div class="body">
          <table>
            ${row('Primary Insurance Provider', html`<select name="i1provider" class="select2-hidden-accessible" style="position: absolute; width: 1px; height: 1px"><option value="">Unassigned</option><option value="12" selected>${patient.payer.name} (${patient.payer.address})</option></select>`)}
            ${row('Plan Name', named('i1plan_name', patient.planName))}
            ${row('Policy Number', named('i1policy_number', patient.memberId))}
            ${row('Group Number', named('i1group_number', patient.groupNumber))}
            ${row('Subscriber', named('i1subscriber_fname', patient.firstName))}
            ${row('Subscriber Last', named('i1subscriber_lname', patient.lastName))}
            ${row('Relationship', html`<select name="form_i1subscriber_relationship"><option value="">Unassigned</option><option value="self" selected>Self</option><option value="spouse">Spouse</option></select>`)}
            ${row('D.O.B.', named('i1subscriber_DOB', patient.birthDate))}
          </table>
          <table style="display: none">
            ${row('Policy Number', named('i2policy_number', ''))}
          </table>
        </div>
      </div>
    `,
  );
}
