import pino from 'pino'

export type Log = pino.Logger

/**
 * JSON lines on standard output. They name routes by pattern, never an address with its values, and hold no
 * body, header, name, e-mail or network address (BIO2 8.15.02).
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  })
}
