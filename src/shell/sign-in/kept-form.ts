import { z } from 'zod'
import { localAddress } from '../../platform/http/local-address.ts'

/**
 * A form that was sent when the session had run out. It travels in the sign-in page itself, not in the
 * database: what nobody signed for is not stored.
 */
export interface KeptForm {
  readonly action: string
  readonly fields: readonly (readonly [string, string])[]
}

const shape = z.object({
  action: z.string().max(500),
  fields: z.array(z.tuple([z.string().max(100), z.string().max(5_000)])).max(500),
})

export function readKeptForm(text: string): KeptForm | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? { ...parsed.data, action: localAddress(parsed.data.action) } : undefined
  } catch {
    return undefined
  }
}
