import { z } from 'zod'

export const longestTerm = 366

/** A whole number of days; 0 means: only on the day of receipt. */
export const correctionTerm = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().max(longestTerm))
