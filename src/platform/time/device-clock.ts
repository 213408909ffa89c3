/** The moment by the clock of the device, in a browser: ISO 8601 in UTC. The server puts a wrong clock right. */
export function deviceNow(): string {
  return new Date().toISOString()
}

/** Milliseconds since the page opened: does not jump when somebody sets the device's clock. */
export function elapsedMilliseconds(): number {
  return performance.now()
}

export function deviceYear(): number {
  return new Date().getFullYear()
}

/** A moment for a person: "di 24 november 10:05", in the zone of the device. */
export function momentInWords(moment: string | number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))
}

/** Days since a moment, by the clock of the device. */
export function daysSince(milliseconds: number): number {
  return (Date.now() - milliseconds) / 86_400_000
}

/** How long something lasts, in the largest unit that fits: "12 minuten", "3 dagen". */
export function durationInWords(milliseconds: number, language: string): string {
  const minutes = Math.abs(milliseconds) / 60_000
  const [amount, unit] =
    minutes < 120 ? [minutes, 'minute'] : minutes < 2880 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(amount)
}

/** The local day (Europe/Amsterdam) by the clock of the device, as 2026-11-24. */
export function deviceDay(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
}
