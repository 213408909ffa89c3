import { elapsedMilliseconds } from '../../../platform/time/device-clock.ts'
import { notRegistered } from '../../lists/answer-option.ts'
import { durationBand } from '../../lists/duration-band.ts'
import type { ContactFormData } from '../contact-form-data.ts'

/** Below this the form was filled in after the conversation, and its own time says nothing about it. */
const shortestMinutes = 1

export interface RunningDuration {
  begin(): void
  restart(): void
  /** Fills in the band that the clock says, unless somebody chose one. */
  settle(): void
}

/** Lets the duration of a conversation run by itself; who knows better chooses another band. */
export function runningDuration(select: HTMLSelectElement | null, data: ContactFormData): RunningDuration {
  let began: number | undefined
  let chosen = false
  const words = document.createElement('span')
  words.className = 'balie-optional'
  select?.closest('.utrecht-form-field')?.querySelector('.utrecht-form-field__label')?.append(' ', words)
  const minutes = (): number => (began === undefined ? 0 : (elapsedMilliseconds() - began) / 60_000)

  const show = (): void => {
    const whole = Math.floor(minutes())
    words.textContent =
      began === undefined || chosen || whole < shortestMinutes
        ? ''
        : data.messages['contacts.register.duration-running'].replace('{minutes}', String(whole))
    settle()
  }
  const settle = (): void => {
    if (!select || chosen) return
    select.value =
      minutes() < shortestMinutes
        ? notRegistered.duration
        : (durationBand(minutes(), data.durations) ?? notRegistered.duration)
  }

  select?.addEventListener('change', () => {
    chosen = true
    show()
  })
  setInterval(show, 10_000)
  return {
    begin: () => {
      began ??= elapsedMilliseconds()
    },
    restart: () => {
      began = undefined
      chosen = false
      show()
    },
    settle,
  }
}
