/**
 * Everything the application refuses to do, with its HTTP status. A refusal is thrown; the error page says
 * in plain words what happened. An expected outcome (a wrong form, a contact that is known already) is not a
 * refusal: it is returned.
 */
const catalogue = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'cross-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-attempts': 429,
  unavailable: 503,
} as const

export type RefusalReason = keyof typeof catalogue

export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: RefusalReason
  readonly status: (typeof catalogue)[RefusalReason]

  constructor(reason: RefusalReason, detail?: string) {
    super(detail ? `${reason}: ${detail}` : reason)
    this.reason = reason
    this.status = catalogue[reason]
  }
}

export function refuse(reason: RefusalReason, detail?: string): never {
  throw new Refusal(reason, detail)
}

/** Gives the row, or refuses as not found. Also for a row that exists in another's scope: that is no secret to tell. */
export function foundOrRefuse<Row>(row: Row | undefined): Row {
  return row ?? refuse('not-found')
}
