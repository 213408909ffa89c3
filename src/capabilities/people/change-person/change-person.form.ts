import { z } from 'zod'
import { personName } from '../add-person/add-person.form.ts'

export const changePersonForm = z.object({ name: personName, active: z.boolean() })
export type ChangePersonInput = z.output<typeof changePersonForm>
