import { z } from 'zod'
import { type Role, roles } from '../../../platform/auth/roles.ts'
import { dayField } from '../../../platform/http/day-field.ts'
import type { MessageKey } from '../../../platform/i18n/translate.ts'
import { addDays } from '../../../platform/time/local-time.ts'
import { deskRoles } from '../role.ts'

export interface RoleChoices {
  readonly roles: readonly Role[]
  readonly desks: readonly { readonly id: string }[]
}

/** A role among those that may be given here, at the whole organisation or at one desk. */
export const roleFields = ({ roles: allowed, desks }: RoleChoices) =>
  z.object({
    role: z
      .enum(roles, 'people.error.role' satisfies MessageKey)
      .refine((role) => allowed.includes(role), 'people.error.role' satisfies MessageKey),
    desk: z
      .string()
      .refine(
        (id) => id === '' || desks.some((desk) => desk.id === id),
        'people.error.desk' satisfies MessageKey,
      )
      .transform((id) => id || null),
  })

/** The manager's, privacy officer's and administrator's role reach the whole library, and so are held there. */
export const fitsDesk = ({ role, desk }: { role: Role; desk: string | null }): boolean =>
  desk === null || deskRoles.includes(role)

export const unfitDesk = { path: ['desk'], message: 'people.error.whole-library' satisfies MessageKey }

/** Far enough ahead for somebody who starts after the summer; further is a typing error. */
const mostDaysAhead = 366

export const assignRoleForm = (choices: RoleChoices, today: string) =>
  roleFields(choices)
    .extend({
      from: dayField('people.error.from').refine(
        (day) => day >= today && day <= addDays(today, mostDaysAhead),
        'people.error.from' satisfies MessageKey,
      ),
    })
    .refine(fitsDesk, unfitDesk)
