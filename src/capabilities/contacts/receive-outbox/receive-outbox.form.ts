import { z } from 'zod'

const fieldName = z.string().max(60)
const fieldValue = z.string().max(500)

/** What a device sends of what it kept: the same fields that the forms would have sent, item by item. */
export const outboxBatch = z.object({
  /** The moment of sending by the device's clock: shows whether that clock is right. */
  sentAt: z.iso.datetime({ offset: true }),
  items: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['contact', 'deletion', 'tally', 'quiet-hour']),
        desk: z.uuid(),
        author: z.uuid(),
        fields: z.array(z.tuple([fieldName, fieldValue])).max(200),
      }),
    )
    .min(1)
    .max(50),
})

export type OutboxItem = z.infer<typeof outboxBatch>['items'][number]

export interface ItemResult {
  readonly id: string
  /** `conflict`: something else stands under this id, so a person must look. `not-allowed`: not at this desk, not by this sender. `failed`: our fault; the device keeps it and tries again later. */
  readonly outcome: 'accepted' | 'refused' | 'conflict' | 'not-allowed' | 'failed'
  readonly errors: readonly { readonly id: string; readonly message: string }[]
}
