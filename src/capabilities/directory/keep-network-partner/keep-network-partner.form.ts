import { z } from 'zod'
import type { FormFields } from '../../../platform/http/form-fields.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { hasCitizenNumber } from '../../../platform/personal-data/find-personal-data.ts'
import { cooperations, type NetworkPartner, policyAreas } from '../network.ts'
import type { NetworkPartnerFacts } from './keep-network-partner.command.ts'

const longestNote = 1000

/** Text on organisations: the telephone of a colleague may stand in it, the number of a visitor never. */
export const networkText = (longest: number) =>
  z
    .string()
    .max(longest, 'network.error.long' satisfies MessageKey)
    .refine((text) => !hasCitizenNumber(text), 'network.error.bsn' satisfies MessageKey)

export const networkPartnerForm = z
  .object({
    area: z.array(z.enum(policyAreas)).min(1, 'network.error.area' satisfies MessageKey),
    cooperation: z.array(z.enum(cooperations)).min(1, 'network.error.cooperation' satisfies MessageKey),
    contact: z.string().max(120, 'network.error.long' satisfies MessageKey),
    note: networkText(longestNote),
  })
  .transform(
    ({ area, cooperation, contact, note: text }): Omit<NetworkPartnerFacts, 'leftOn'> => ({
      policyAreas: area,
      cooperation,
      contactName: contact,
      note: text,
    }),
  )

export const networkPartnerSent = (form: FormFields) => ({
  area: form.all('area'),
  cooperation: form.all('cooperation'),
  contact: form.text('contact'),
  note: form.text('note'),
})

/** A partner as the form shows it. */
export const networkPartnerFields = (partner: NetworkPartner): [string, string][] => [
  ...partner.policyAreas.map((area): [string, string] => ['area', area]),
  ...partner.cooperation.map((kind): [string, string] => ['cooperation', kind]),
  ['contact', partner.contactName],
  ['note', partner.note],
  ['version', String(partner.version)],
  ...(partner.leftOn ? ([['left', 'ja']] as [string, string][]) : []),
]

/** What is there already, by the database's constraint. */
export const networkPartnerConstraints = {
  network_partners_once: { id: 'area', message: 'network.error.there-already' },
} as const satisfies Record<string, { id: string; message: MessageKey }>
