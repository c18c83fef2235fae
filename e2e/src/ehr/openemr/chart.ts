/** The chart's read-only pages: dashboard with demographics and insurance, encounter summary, visit form. */
import { html, raw } from 'hono/html';
import type { LookAlikePatient } from '../patients.ts';
import { type Markup, page } from './page.ts';

/** Demographics and insurance as text: doubled names, raw values in attributes, one cell of free text. */
export function dashboard(patient: LookAlikePatient): Markup {
  const cell = (field: string, label: string, text: string, value = text): Markup => html`
    <td class="label" id="label_${field}"><span id="label_${field}">${label}:</span></td>
    <td class="text data" id="text_${field}" data-value="${value}">${text}</td>
  `;
  const { firstName, middleName, lastName } = patient;
  return page(
    'Dashboard',
    html`
      <p><b>Medical Record Dashboard - ${firstName} ${lastName}</b> <a href="#">History</a> | <a href="#">Report</a> | <a href="#">Documents</a></p>
      <div class="section">
        <div class="head">Demographics</div>
        <div class="body">
          <table>
            <tr>
              <td class="label" id="label_title"><span id="label_title">Name:</span></td>
              <td class="text data" id="text_title" data-value="${patient.title}">
                ${patient.title} <span id="text_fname" style="display: none">${firstName}</span>${firstName}
                <span id="text_mname" style="display: none">${middleName}</span>${middleName}
                <span id="text_lname" style="display: none">${lastName}</span>${lastName}
              </td>
              ${cell('pubpid', 'External ID', patient.chartNumber)}
            </tr>
            <tr>${cell('DOB', 'DOB', patient.birthDate)} ${cell('sex', 'Sex', patient.sex)}</tr>
            <tr>${cell('ss', 'S.S.', patient.socialSecurity)}</tr>
          </table>
        </div>
      </div>
      <div class="section">
        <div class="head">Contact</div>
        <div class="body">
          <table>
            <tr>${cell('street', 'Address', patient.street)} ${cell('city', 'City', patient.city)}</tr>
            <tr>${cell('state', 'State', patient.state[1], patient.state[0])} ${cell('postal_code', 'Postal Code', patient.postalCode)}</tr>
            <tr>${cell('phone_home', 'Home Phone', patient.phone)} ${cell('phone_cell', 'Mobile Phone', '')}</tr>
          </table>
        </div>
      </div>
      <div class="section">
        <div class="head">Insurance</div>
        <div class="body">
          <table>
            <tr>
              <td valign="top">
                <span class="bold">Primary Insurance:</span><br />
                <span class="text">${patient.payer.name}<br />
                  ${patient.payer.address}<br />
                  Policy Number:<br />
                  ${patient.memberId}<br />
                  Plan Name:<br />
                  ${patient.planName}<br />
                  Group Number:<br />
                  ${patient.groupNumber}<br />
                </span>
              </td>
              <td valign="top">
                <span class="bold">Subscriber:</span><br />
                ${firstName} ${middleName} ${lastName}
                ${raw('&nbsp;'.repeat(8))}
                (self)<br />
                S.S.: ${patient.socialSecurity} D.O.B.: ${patient.birthDate}<br />
                Phone: ${patient.phone}
              </td>
            </tr>
          </table>
        </div>
      </div>
    `,
  );
}

/** Text only; the fee sheet and the visit form open in its place. */
export function encounterSummary(
  patient: LookAlikePatient,
  links: { feeSheet: string; visitForm: string },
): Markup {
  const { visit } = patient;
  return page(
    'Encounter',
    html`
      <div><span class="title">${visit.date} Encounter for ${patient.firstName} ${patient.lastName}</span></div>
      <p><a href="${links.feeSheet}">Fee Sheet</a> | <a href="${links.visitForm}">Edit visit</a> | <a href="#">Clinical</a></p>
      <div class="section">
        <div class="head">Visit Summary by Ingrid Halvorsen</div>
        <div class="body"><span>Facility: ${visit.facility}</span><br /><span>Reason: ${visit.reason}</span></div>
      </div>
    `,
  );
}

/** Labels are bold cells to the left; place of service is not shown. */
export function visitForm(patient: LookAlikePatient): Markup {
  const { visit } = patient;
  return page(
    'Visit',
    html`
      <p><b>Patient Encounter Form</b></p>
      <table>
        <tr><td class="label"><b>Visit Category:</b></td><td><select id="pc_catid"><option selected>Office Visit</option></select></td></tr>
        <tr><td class="label"><b>Facility:</b></td><td><select name="facility_id"><option value="3" selected>${visit.facility}</option></select></td></tr>
        <tr><td class="label"><b>Billing Facility:</b></td><td><select id="billing_facility"><option value="3" selected>${visit.facility}</option></select></td></tr>
        <tr style="visibility: hidden"><td class="label"><b>Referral Source:</b></td><td><select id="form_referral_source"><option selected>Patient</option></select></td></tr>
        <tr><td class="label"><b>Date of Service:</b></td><td><input type="text" size="10" name="form_date" id="form_date" value="${visit.date}" /></td></tr>
        <tr><td class="label"><b>Onset/hosp. date:</b></td><td><input type="text" size="10" name="form_onset_date" id="form_onset_date" value="${visit.onsetDate}" /></td></tr>
        <tr><td class="label"><b>Reason:</b></td><td>${visit.reason}</td></tr>
      </table>
    `,
  );
}
