import { keep } from '../keeping.ts'
import { policyAddress, policyContext } from '../policy-context.ts'
import { findPolicyContacts } from '../show-policy/show-policy.query.ts'
import { addPolicyContact, changePolicyContact } from './keep-policy-contact.command.ts'
import { policyContactFields, policyContactForm, policyContactSent } from './keep-policy-contact.form.ts'
import { policyContactPage } from './keep-policy-contact.page.tsx'

/** Whom to speak with on a policy area, one by one. */
export const policyContactHandlers = keep({
  prepare: policyContext,
  param: 'person',
  find: async (db, { scope, municipality, area }, id) =>
    (await findPolicyContacts(db, scope, [municipality.code])).find(
      (each) => each.id === id && each.area === area,
    ),
  form: () => policyContactForm,
  sent: policyContactSent,
  fields: policyContactFields,
  page: policyContactPage,
  add: (tx, { scope, municipality, area }, id, facts, now) =>
    addPolicyContact(tx, scope, { municipalityCode: municipality.code, area }, id, facts, now),
  change: (tx, { scope }, at, facts, now) => changePolicyContact(tx, scope, at, facts, now),
  after: (context) => policyAddress(context, '', { bericht: 'bewaard' }),
})
