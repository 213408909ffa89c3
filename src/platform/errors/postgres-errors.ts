import pg from 'pg'
import { Refusal } from './refusals.ts'

/** The constraint that a failed write ran into, so that a command can turn it into an expected outcome. */
export function violatedConstraint(error: unknown): string | undefined {
  if (error instanceof pg.DatabaseError && error.code?.startsWith('23')) return error.constraint
  return undefined
}

const noConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
])

/** A database that is away is not a surprise but "come back in a moment" (503), so that a device keeps and tries again. */
export function translatePostgresError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code === 'string' && noConnection.has(code)) return new Refusal('unavailable', code)
  if (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  ) {
    return new Refusal('unavailable', error.message)
  }
  return error
}
